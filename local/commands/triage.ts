import { readFileSync } from 'node:fs'
import { triageLines } from '../triage-lines.ts'

const { answers, errors } = triageLines(readFileSync(0, 'utf8'))
if (answers.length > 0) process.stdout.write(`${answers.join('\n')}\n`)
for (const error of errors) console.error(error)
process.exitCode = errors.length > 0 ? 1 : 0
