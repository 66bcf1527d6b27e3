import { readFileSync, writeFileSync } from 'node:fs'
import { dictionaryModule, parseDrugs } from '../drug-dictionary.ts'
import { answerHelp, sayWhy } from '../help-asked.ts'

const folder = new URL('../../lib/triage/data/', import.meta.url)

function main(args: readonly string[]): void {
  answerHelp(args, 'usage: npm run drugs\n  makes lib/triage/data/drugs.ts anew from drugs.csv beside it')
  const rows = parseDrugs(readFileSync(new URL('drugs.csv', folder), 'utf8'))
  writeFileSync(new URL('drugs.ts', folder), dictionaryModule(rows))
  console.log(`${rows.length} names written to lib/triage/data/drugs.ts`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.exitCode = sayWhy('npm run drugs', error)
}
