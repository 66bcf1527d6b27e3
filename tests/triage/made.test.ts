import { describe, expect, it } from 'vitest'
import { made } from '../../lib/triage/made.ts'
import { section } from '../../lib/triage/made-tables.ts'
import { VOCABULARY } from '../../lib/triage/tables.ts'
import { compiledTables } from '../../local/triage-tables/compile.ts'

/** Their phrases are the medicines that a text names. */
const MEDICINES = ['medicine', 'pills', 'thinner']

describe('the tables that the functions read', () => {
  it('are made of the tables as they are now: npm run triage:tables', () => {
    const read = made('tables.txt').toString().split('\n')
    const now = compiledTables().split('\n')

    const firstDifferent = now.findIndex((line, at) => line !== read[at])

    expect(now[firstDifferent]).toBe(read[firstDifferent])
    expect(read).toHaveLength(now.length)
  })

  it('refer to no list that the vocabulary does not have', () => {
    const lists = section('lists').map((line) => line.split(' ')[0] ?? '')

    expect(lists.length).toBeGreaterThan(50)
    const there = [...Object.keys(VOCABULARY), ...MEDICINES]
    expect(lists.filter((list) => !there.includes(list))).toEqual([])
  })
})
