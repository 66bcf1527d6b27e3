import { readFileSync, writeFileSync } from 'node:fs'
import { dictionaryModule, parseDrugs } from '../drug-dictionary.ts'

const folder = new URL('../../lib/triage/data/', import.meta.url)

const rows = parseDrugs(readFileSync(new URL('drugs.csv', folder), 'utf8'))
writeFileSync(new URL('drugs.ts', folder), dictionaryModule(rows))
console.log(`${rows.length} names written to lib/triage/data/drugs.ts`)
