import { readFileSync } from 'node:fs'
import { answerHelp, sayWhy } from '../help-asked.ts'
import { triageLines } from '../triage-lines.ts'

const USAGE = `usage: npm run -s triage < replies.jsonl
  reads JSON Lines {"text": ..., "asked"?: a step key like P1a} and prints what each reply means, one JSON line each`

function main(args: readonly string[]): number {
  answerHelp(args, USAGE)
  const { answers, errors } = triageLines(readFileSync(0, 'utf8'))
  if (answers.length > 0) process.stdout.write(`${answers.join('\n')}\n`)
  for (const error of errors) console.error(error)
  return errors.length > 0 ? 1 : 0
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.exitCode = sayWhy('npm run triage', error)
}
