import { describe, expect, it } from 'vitest'
import { readDate, readVisitTime } from '../../../functions/imports/dates.ts'

const AUSTRALIA = { country: 'AU' }
const visit = (text: string) => readVisitTime(text, AUSTRALIA, undefined)

describe('a visit in a spreadsheet', () => {
  it.each([
    ['1/12/2026 10:00', '2026-12-01T10:00'],
    ['01/12/2026 10:00:00', '2026-12-01T10:00'],
    ['1-12-2026, 9:05', '2026-12-01T09:05'],
    ['1.12.2026 14.30', '2026-12-01T14:30'],
    ['2026-12-01 10:00', '2026-12-01T10:00'],
    ['2026-12-01T10:00', '2026-12-01T10:00'],
    ['1 Dec 2026 2:30 PM', '2026-12-01T14:30'],
    ['1-December-2026 2pm', '2026-12-01T14:00'],
    ['1/12/2026 2:30 p.m.', '2026-12-01T14:30'],
    ['1/12/2026 12:00 am', '2026-12-01T00:00'],
    ['1/12/2026 12:15pm', '2026-12-01T12:15'],
    ['29/2/2028 8:00', '2028-02-29T08:00'],
  ])('may be written %s', (text, at) => {
    expect(visit(text)).toEqual({ kind: 'read', value: at })
  })

  it.each([
    ['1/12/26 10:00', 'four digits'],
    ['1-Dec-26', 'four digits'],
    ['12/25/2026 10:00', 'there is no month 25; the day comes first'],
    ['30/2/2027 10:00', 'does not exist'],
    ['1/12/2026', 'has no time'],
    ['1/12/2026 10', '"10" is not a time'],
    ['1/12/2026 25:00', '"25:00" is not a time'],
    ['1/12/2026 13pm', '"13pm" is not a time'],
    ['46357.4166', 'format the column as a date'],
    ['#######', 'widen'],
    ['next Tuesday', 'is not a date: write it like 1/12/2026'],
  ])('written %s is refused in words', (text, words) => {
    expect(visit(text)).toEqual({ kind: 'wrong', message: expect.stringContaining(words) })
  })

  it('long given needs no time', () => {
    expect(readVisitTime('1/10/2026', AUSTRALIA, '12:00')).toEqual({
      kind: 'read',
      value: '2026-10-01T12:00',
    })
  })
})

describe('a date with slashes', () => {
  it('is refused where the month comes first, because nobody can tell which is which', () => {
    const american = { country: 'US' }

    expect(readDate('1/12/2026', american)).toMatchObject({
      message: '"1/12/2026" may mean two days: write it like 2026-12-01, year first',
    })
    expect(readDate('2026-12-01', american)).toEqual({ kind: 'read', value: '2026-12-01' })
    expect(readDate('1 Dec 2026', american)).toEqual({ kind: 'read', value: '2026-12-01' })
  })
})
