import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { ceilMinute, floorMinute, instant, MINUTE } from '../../lib/time/instant.ts'
import {
  addDays,
  clockTime,
  clockTimeText,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  isLocalDateTime,
  joinDateTime,
  localDate,
  localDateTime,
  minuteOf,
  minuteOfDay,
  weekdayOf,
} from '../../lib/time/local-date.ts'

const anyDay = fc.integer({
  min: dayNumber(localDate('1970-01-01')),
  max: dayNumber(localDate('2099-12-31')),
})

describe('a local date', () => {
  it.each(['2026-12-01', '2024-02-29', '2000-02-29', '1970-01-01', '2026-12-31'])('accepts %s', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '1/12/2026',
    '2026-12-01T10:00',
    ' 2026-12-01',
    '',
  ])('refuses "%s" and says so', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => localDate(text)).toThrow(`date "${text}": expected an existing day as YYYY-MM-DD`)
  })

  it('is judged the same the second time, when it is known already', () => {
    const judged = ['2027-02-28', '2027-02-29'].flatMap((text) => [isLocalDate(text), isLocalDate(text)])

    expect(judged).toEqual([true, true, false, false])
  })

  it('counts days as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, shift) => {
        const date = dateOfDayNumber(day)
        const oracle = Temporal.PlainDate.from(date)

        expect(addDays(date, shift)).toBe(oracle.add({ days: shift }).toString())
        expect(daysBetween(date, addDays(date, shift))).toBe(shift)
        expect(weekdayOf(date)).toBe(oracle.dayOfWeek)
        expect(dayNumber(date)).toBe(day)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

describe('a local time', () => {
  it.each(['2026-12-01T00:00', '2026-12-01T23:59'])('accepts %s', (text) => {
    expect(isLocalDateTime(text)).toBe(true)
  })

  it.each([
    '2026-12-01',
    '2026-12-01T24:00',
    '2026-12-01T10:60',
    '2026-12-01T9:00',
    '2026-12-01T10:00:00',
    '2026-12-01T10:00Z',
    '2026-02-30T10:00',
    '2026-12-01 10:00',
  ])('refuses "%s" and says so', (text) => {
    expect(isLocalDateTime(text)).toBe(false)
    expect(() => localDateTime(text)).toThrow(`time "${text}": expected YYYY-MM-DDTHH:MM`)
  })

  it('comes apart into date and minute and together again', () => {
    const at = localDateTime('2026-12-01T17:30')

    expect([dateOf(at), minuteOf(at)]).toEqual(['2026-12-01', 1050])
    expect(joinDateTime(dateOf(at), minuteOf(at))).toBe(at)
  })
})

describe('a clock time', () => {
  it.each([
    ['00:00', 0],
    ['08:05', 485],
    ['17:30', 1050],
    ['23:59', 1439],
  ])('%s is minute %i of the day, and back', (text, minute) => {
    expect(clockTime(text)).toBe(minute)
    expect(clockTimeText(minuteOfDay(minute))).toBe(text)
  })

  it.each([
    '24:00',
    '07:75',
    '8:00',
    '10:',
    ':30',
    '',
    '10',
    '10:00:00',
    '-1:00',
    'noon',
  ])('refuses "%s" and says so', (text) => {
    expect(() => clockTime(text)).toThrow(`time "${text}": expected HH:MM, 00:00 to 23:59`)
  })

  it.each([-1, 1440, 1.5, Number.NaN])('refuses minute %d', (minute) => {
    expect(() => minuteOfDay(minute)).toThrow(`minute of day ${minute}: expected 0..1439`)
  })
})

describe('an instant', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (ms) => {
    expect(() => instant(ms)).toThrow(`instant ${ms}: expected whole milliseconds since 1970`)
  })

  it('rounds to whole minutes, down and up, and leaves whole ones alone', () => {
    const odd = instant(90_001)

    expect([floorMinute(odd), ceilMinute(odd)]).toEqual([MINUTE, 2 * MINUTE])
    expect([floorMinute(instant(MINUTE)), ceilMinute(instant(MINUTE))]).toEqual([MINUTE, MINUTE])
  })
})
