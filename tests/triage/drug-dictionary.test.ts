import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NICKNAMES } from '../../lib/triage/drugs/nicknames.ts'
import { parseDrugs } from '../../local/drug-dictionary.ts'

const folder = new URL('../../lib/triage/data/', import.meta.url)
const csv = readFileSync(new URL('drugs.csv', folder), 'utf8')
const rows = parseDrugs(csv)
const HEADER = 'name,kind,ingredient,class,countries,hidden_combo,source'

describe('drugs.csv', () => {
  it('gives a name one class in each country', () => {
    const seen = new Map<string, string>()
    const conflicts = rows.flatMap(({ name, class: drugClass, countries }) =>
      countries.flatMap((country) => {
        const key = `${name.toLowerCase()} in ${country}`
        const before = seen.get(key)
        seen.set(key, drugClass)
        return before === undefined || before === drugClass ? [] : [`${key}: ${before} and ${drugClass}`]
      }),
    )

    expect(conflicts).toEqual([])
  })

  it('has every class and more than 700 names', () => {
    expect(new Set(rows.map((row) => row.class)).size).toBe(6)
    expect(rows.length).toBeGreaterThan(700)
  })

  it('holds the name that each nickname stands for', () => {
    const names = new Set(rows.map(({ name }) => name.toLowerCase()))

    expect(Object.keys(NICKNAMES).filter((name) => !names.has(name.toLowerCase()))).toEqual([])
  })

  it.each([
    ['name,class', 'line 1'],
    [`${HEADER}\nNurofen,brand,ibuprofen,nsaid,AU,no`, 'line 2: 6 columns, expected 7'],
    [`${HEADER}\nNurofen,brand,ibuprofen,ok,AU,no,label`, 'class "ok", expected nsaid'],
    [`${HEADER}\nNurofen,brand,ibuprofen,nsaid,XX,no,label`, 'country "XX", expected AU'],
    [`${HEADER}\nNurofen,pack,ibuprofen,nsaid,AU,no,label`, 'kind "pack", expected brand or generic'],
    [`${HEADER}\nNurofen,brand,ibuprofen,nsaid,AU,maybe,label`, 'hidden_combo "maybe"'],
  ])('is refused with place, value and what is allowed', (text, message) => {
    expect(() => parseDrugs(text)).toThrow(message)
  })
})
