import { addDays, type LocalDate, type MinuteOfDay, type Weekday, weekdayOf } from './local-date.ts'
import { type HolidayCalendar, isHoliday } from './public-holidays.ts'

/** One weekday's opening, clinic wall clock: from `opens` (inclusive) to `closes` (exclusive). */
export interface OpenDay {
  readonly opens: MinuteOfDay
  readonly closes: MinuteOfDay
}

/** A missing weekday is a day the clinic is closed. */
export type WeeklyHours = Readonly<Partial<Record<Weekday, OpenDay>>>

export interface OpeningHours {
  readonly weekly: WeeklyHours
  /** Whose public holidays it keeps. */
  readonly holidays?: HolidayCalendar
  /** Its own closed days. */
  readonly closedDays: readonly LocalDate[]
}

/** A working day is a day the clinic is open. */
export const isWorkingDay = (opening: OpeningHours, date: LocalDate): boolean =>
  opening.weekly[weekdayOf(date)] !== undefined &&
  !opening.closedDays.includes(date) &&
  !(opening.holidays !== undefined && isHoliday(opening.holidays, date))

/** A working day further back than this is no use to a reminder: the first one goes a week before the visit. */
const FURTHEST_BACK = 6

/**
 * The date `count` working days before `date`; the same number of calendar days when a long closure, or a clinic that
 * is hardly ever open, would put it a week or more ahead.
 */
export function workingDaysBefore(opening: OpeningHours, date: LocalDate, count: number): LocalDate {
  let found = 0
  for (let back = 1; back <= FURTHEST_BACK; back += 1) {
    const day = addDays(date, -back)
    if (isWorkingDay(opening, day)) found += 1
    if (found === count) return day
  }
  return addDays(date, -count)
}

/** The last of the `count` working days after `date`; as many calendar days on for a clinic that is hardly ever open. */
export function workingDaysAfter(opening: OpeningHours, date: LocalDate, count: number): LocalDate {
  let day = date
  for (let found = 0; found < count; found += 1) {
    const next = nextWorkingDay(opening, addDays(day, 1))
    if (next === undefined) return addDays(date, count)
    day = next.date
  }
  return day
}

/** A day's hours; undefined on a day the clinic is closed. */
export const hoursOn = (opening: OpeningHours, date: LocalDate): OpenDay | undefined =>
  isWorkingDay(opening, date) ? opening.weekly[weekdayOf(date)] : undefined

/** Whether the clinic is open at a wall-clock moment of its own zone. */
export function isOpenAt(opening: OpeningHours, date: LocalDate, minute: MinuteOfDay): boolean {
  const day = hoursOn(opening, date)
  return day !== undefined && minute >= day.opens && minute < day.closes
}

/** The working day, from `date` on, on which a clinic opens next, with its hours; a clinic never open has none. */
export function nextWorkingDay(
  opening: OpeningHours,
  date: LocalDate,
): (OpenDay & { readonly date: LocalDate }) | undefined {
  const furthest = 60
  for (let ahead = 0; ahead <= furthest; ahead += 1) {
    const day = addDays(date, ahead)
    const hours = hoursOn(opening, day)
    if (hours !== undefined) return { date: day, ...hours }
  }
  return undefined
}
