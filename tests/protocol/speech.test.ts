import { describe, expect, it } from 'vitest'
import { septets } from '../../lib/protocol/gsm7.ts'
import { SLOTS } from '../../lib/protocol/slots.ts'
import { dateWords, timeWords } from '../../lib/protocol/speech.ts'
import { addDays, joinDateTime, localDate, localDateTime, minuteOfDay } from '../../lib/time/local-date.ts'

const NEW_YEAR = localDate('2027-01-01')
const DAYS = Array.from({ length: 365 }, (_, day) => addDays(NEW_YEAR, day))
const MINUTES = Array.from({ length: 1440 }, (_, minute) => joinDateTime(NEW_YEAR, minuteOfDay(minute)))

describe('saying a date', () => {
  it.each([
    ['2026-12-01', 'Tue 1 Dec'],
    ['2027-01-12', 'Tue 12 Jan'],
    ['2027-09-30', 'Thu 30 Sep'],
    ['2028-02-29', 'Tue 29 Feb'],
    ['2027-05-09', 'Sun 9 May'],
  ])('says %s as %s', (date, words) => {
    expect(dateWords(localDate(date))).toBe(words)
  })

  it('says the date of a visit and leaves its time out', () => {
    expect(dateWords(localDateTime('2026-12-01T10:00'))).toBe('Tue 1 Dec')
  })

  it('says every day of a year differently and within its slot', () => {
    const said = DAYS.map((day) => dateWords(day))

    expect(new Set(said).size).toBe(365)
    expect(Math.max(...said.map((words) => septets(words) ?? Number.NaN))).toBe(SLOTS.date)
  })
})

describe('saying a time', () => {
  it.each([
    ['2026-12-01T10:00', '10:00am'],
    ['2026-12-01T15:00', '3:00pm'],
    ['2026-12-01T12:30', '12:30pm'],
    ['2026-12-01T12:00', '12:00pm'],
    ['2026-12-01T00:05', '12:05am'],
    ['2026-12-01T11:59', '11:59am'],
    ['2026-12-01T23:59', '11:59pm'],
  ])('says %s as %s', (at, words) => {
    expect(timeWords(localDateTime(at))).toBe(words)
  })

  it('says every minute of a day differently and within its slot', () => {
    const said = MINUTES.map((at) => timeWords(at))

    expect(new Set(said).size).toBe(1440)
    expect(Math.max(...said.map((words) => septets(words) ?? Number.NaN))).toBe(SLOTS.time)
  })
})
