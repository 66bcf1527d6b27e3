import { describe, expect, it } from 'vitest'
import { clockTime, localDate } from '../../lib/time/local-date.ts'
import {
  isOpenAt,
  isWorkingDay,
  nextWorkingDay,
  type OpeningHours,
  workingDaysBefore,
} from '../../lib/time/opening-hours.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

const closedOn = (...days: readonly string[]): OpeningHours => ({
  ...HARBOUR.opening,
  closedDays: days.map(localDate),
})

describe('a working day', () => {
  it('is a weekday on which the clinic opens and that is not closed', () => {
    const opening = closedOn('2026-12-25')
    const days = ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28'].map(localDate)

    expect(days.map((day) => isWorkingDay(opening, day))).toEqual([true, false, false, false, true])
  })
})

describe('two working days before', () => {
  it.each([
    ['a Thursday', '2026-12-03', [], '2026-12-01'],
    ['a Tuesday, across the weekend', '2026-12-01', [], '2026-11-27'],
    ['a Monday', '2026-11-30', [], '2026-11-26'],
    ['a Sunday on which the doctor comes in', '2026-12-06', [], '2026-12-03'],
    ['the Tuesday after Easter', '2027-03-30', ['2027-03-26', '2027-03-29'], '2027-03-24'],
    ['the Tuesday after Christmas', '2026-12-29', ['2026-12-25', '2026-12-28'], '2026-12-23'],
  ])('%s', (_, visit, closed, day) => {
    expect(workingDaysBefore(closedOn(...closed), localDate(visit), 2)).toBe(day)
  })

  it('is two calendar days before at a clinic that is never open', () => {
    const never: OpeningHours = { weekly: {}, closedDays: [] }

    expect(workingDaysBefore(never, localDate('2026-12-03'), 2)).toBe('2026-12-01')
  })

  it('is two calendar days before when a closure puts the second one a week or more back', () => {
    const closed = ['2026-12-18', '2026-12-21', '2026-12-22', '2026-12-23']

    // Thursday 24 December: the 17th is a week before, the day of the first reminder.
    expect(workingDaysBefore(closedOn(...closed), localDate('2026-12-24'), 2)).toBe('2026-12-22')
  })
})

describe('opening hours', () => {
  it.each([
    ['2026-12-01', '08:29', false],
    ['2026-12-01', '08:30', true],
    ['2026-12-01', '16:59', true],
    ['2026-12-01', '17:00', false],
    ['2026-12-05', '10:00', false],
    ['2026-12-25', '10:00', false],
  ])('on %s at %s are open: %s', (date, time, open) => {
    expect(isOpenAt(closedOn('2026-12-25'), localDate(date), clockTime(time))).toBe(open)
  })

  it('begin next on the same day, or after the weekend and the holidays', () => {
    const opening = closedOn('2026-12-25', '2026-12-28')

    expect(nextWorkingDay(opening, localDate('2026-12-24'))?.date).toBe('2026-12-24')
    expect(nextWorkingDay(opening, localDate('2026-12-25'))).toEqual({
      date: '2026-12-29',
      opens: clockTime('08:30'),
      closes: clockTime('17:00'),
    })
    expect(nextWorkingDay({ weekly: {}, closedDays: [] }, localDate('2026-12-25'))).toBeUndefined()
  })
})
