import { readFileSync } from 'node:fs'
import { NICKNAMES } from '../../lib/triage/drugs/nicknames.ts'
import { read } from '../../lib/triage/reading.ts'
import { type Medicine, medicinesIn, parseDrugs } from '../drug-dictionary.ts'

const CSV = new URL('../../lib/triage/data/drugs.csv', import.meta.url)

const wordsOf = (name: string): string =>
  read(name)
    .words.map(({ text }) => text)
    .join(' ')

const line = ({ name, ingredient, class: drugClass, countries }: Medicine, called = name): string =>
  [drugClass, ingredient, name, wordsOf(called), countries.join(' ')].join('\t')

/** What each medicine of the dictionary is called: by its name, then by its nicknames. */
export function medicineLines(): readonly string[] {
  const medicines = medicinesIn(parseDrugs(readFileSync(CSV, 'utf8')))
  const byName = new Map(medicines.map((medicine) => [medicine.name.toLowerCase(), medicine]))
  const nicknames = Object.entries(NICKNAMES).flatMap(([name, called]) => {
    const medicine = byName.get(name.toLowerCase())
    return medicine ? called.split(', ').map((nickname) => line(medicine, nickname)) : []
  })
  return [...medicines.map((medicine) => line(medicine)), ...nicknames]
}
