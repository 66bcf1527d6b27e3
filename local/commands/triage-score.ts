import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { confusion, perIntent } from '../confusion.ts'
import { parseLabelled } from '../reply-labels.ts'
import { gates, score } from '../triage-gates.ts'

const USAGE = 'usage: npm run triage:score -- FILE [--set NAME] [--misses]'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { set: { type: 'string' }, misses: { type: 'boolean', default: false } },
})
const [file] = positionals
if (file === undefined) {
  console.error(USAGE)
  process.exit(2)
}
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
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1
