import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '../../lib/time/local-date.ts'
import { isWorkingDay, workingDaysAfter } from '../../lib/time/opening-hours.ts'
import { HOLIDAY_CALENDARS, HOLIDAYS_UNTIL, isHoliday } from '../../lib/time/public-holidays.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

const days = (year: number) =>
  Array.from({ length: 366 }, (_, n) => addDays(localDate(`${year}-01-01`), n)).filter((day) =>
    day.startsWith(`${year}`),
  )

describe('public holidays', () => {
  it.each([
    ['2026-06-08', 'AU-NSW', 'King’s Birthday', true],
    ['2026-06-08', 'AU-QLD', 'King’s Birthday elsewhere', false],
    ['2026-10-05', 'AU-QLD', 'King’s Birthday', true],
    ['2026-11-03', 'AU-VIC', 'Melbourne Cup', true],
    ['2026-11-03', 'AU-NSW', 'Melbourne Cup elsewhere', false],
    ['2027-04-26', 'AU-WA', 'the Monday after an Anzac Day on a Sunday', true],
    ['2027-04-26', 'AU-VIC', 'that Monday where none is given', false],
    ['2027-12-27', 'AU-SA', 'the day instead of a Christmas on a Saturday', true],
    ['2028-04-15', 'AU-TAS', 'Easter Saturday where it is none', false],
    ['2026-12-24', 'AU-QLD', 'an evening only', false],
    ['2026-11-24', 'AU-NSW', 'an ordinary day', false],
  ] as const)('%s in %s, %s: %s', (date, calendar, _, expected) => {
    expect(isHoliday(calendar, localDate(date))).toBe(expected)
  })

  it.each(HOLIDAY_CALENDARS)('are known in %s for every year of the table', (calendar) => {
    const counts = [2026, 2027, 2028].map(
      (year) => days(year).filter((day) => isHoliday(calendar, day)).length,
    )

    for (const count of counts) expect(count).toBeGreaterThanOrEqual(9)
    expect(days(Number(HOLIDAYS_UNTIL.slice(0, 4)) + 1).filter((day) => isHoliday(calendar, day))).toEqual([])
  })

  it('are no working days of a clinic that keeps them', () => {
    const opening = { ...HARBOUR.opening, holidays: 'AU-NSW' as const }

    expect(isWorkingDay(opening, localDate('2027-01-26'))).toBe(false)
    expect(isWorkingDay(HARBOUR.opening, localDate('2027-01-26'))).toBe(true)
    expect(workingDaysAfter(opening, localDate('2027-01-25'), 3)).toBe('2027-01-29')
    expect(workingDaysAfter(HARBOUR.opening, localDate('2027-01-25'), 3)).toBe('2027-01-28')
  })

  it('leave a clinic that never opens its calendar days', () => {
    expect(workingDaysAfter({ weekly: {}, closedDays: [] }, localDate('2027-01-25'), 3)).toBe('2027-01-28')
  })
})
