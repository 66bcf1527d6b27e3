import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { confusion, perIntent } from '../confusion.ts'
import { answerHelp, sayWhy } from '../help-asked.ts'
import { parseLabelled } from '../reply-labels.ts'
import { gates, score } from '../triage-gates.ts'

const USAGE = 'usage: npm run triage:score -- FILE [--set NAME] [--misses]'

/** @returns the exit code: 1 when a gate is missed */
function main(args: readonly string[]): number {
  answerHelp(args, USAGE)
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { set: { type: 'string' }, misses: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (file === undefined) throw new Error(`the file is missing\n${USAGE}`)
  const replies = parseLabelled(readFileSync(file, 'utf8')).filter(
    ({ set }) => values.set === undefined || set === values.set,
  )
  const scored = score(replies)
  const results = gates(scored)
  console.log(confusion(scored))
  console.log(perIntent(scored))
  for (const { name, passed, measured, misses } of results) {
    console.log(`${passed ? 'pass' : 'FAIL'}  ${name.padEnd(48)} ${measured}`)
    if (values.misses || !passed)
      for (const { reply, finding } of misses.slice(0, 40))
        console.log(`        ${finding.intent}: ${JSON.stringify(reply.text)} (${finding.why})`)
  }
  return results.every(({ passed }) => passed) ? 0 : 1
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.exitCode = sayWhy('npm run triage:score', error)
}
