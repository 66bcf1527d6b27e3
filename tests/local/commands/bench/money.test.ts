import { beforeAll, describe, expect, it } from 'vitest'
import { moneyRow } from '../../../../local/commands/bench/money.ts'
import type { Row } from '../../../../local/commands/bench/row.ts'
import { packedSize, storedSize } from '../../../../local/commands/bench/stored-size.ts'

describe('what the service costs', () => {
  let row: Row
  beforeAll(async () => {
    row = await moneyRow()
  })
  const figure = (name: string) => row.figures.find((one) => one.name === name)?.value ?? Number.NaN

  it('is less than a third of a cent a course beside its texts, and less than US$5 a month when idle', () => {
    expect(row.passes, JSON.stringify(row.figures)).toBe(true)
  })

  it('is more for the writing of her document than for anything else', () => {
    const parts = row.figures.filter(({ name }) => name.startsWith('course, ')).map(({ value }) => value)

    expect(figure('course, table: writes')).toBe(Math.max(...parts))
  })

  it('has what the simulation leaves out or gives away: storage, and e-mails to staff', () => {
    expect(figure('course, table: storage and recovery, while it lasts')).toBeGreaterThan(0)
    expect(figure('course, e-mails to staff')).toBeGreaterThan(0)
  })

  it('is for alarms and the key when idle, and for dashboards only where what is free is used up', () => {
    expect(figure('idle, key') + figure('idle, alarms')).toBeGreaterThan((9 / 10) * figure('idle'))
    expect(figure('idle, dashboards')).toBe(0)
    expect(figure('idle in an account that uses up what is free')).toBeGreaterThan(figure('idle'))
  })
})

describe('the size of what is stored', () => {
  it('packs ids as long and as random as real ones', () => {
    const sids = (length: number) => ({ sids: Array.from({ length }, (_, number) => `SM${number}`) })

    expect(packedSize(sids(40)) - packedSize(sids(20))).toBeGreaterThan(20 * 16)
  })

  it.each([
    ['a text by its UTF-8', 'naïve', 6],
    ['a number by its digits', 1_789_286_700_000, 8],
    ['a map by its names too', { state: 'sent' }, 3 + 1 + 5 + 4],
    ['a list by its members', [true, null], 3 + 2 + 2],
    ['what is absent not at all', { gone: undefined }, 3],
    ['an id of Twilio’s at its full length', 'SM12', 34],
  ])('counts %s', (_, value, bytes) => {
    expect(storedSize(value)).toBe(bytes)
  })
})
