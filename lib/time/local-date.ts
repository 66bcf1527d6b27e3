import { DAY } from './instant.ts'

/** A calendar day without a zone, `2026-12-01`. */
export type LocalDate = string & { readonly unit: 'LocalDate' }
/** A wall-clock time of day in minutes from midnight, 0..1439. */
export type MinuteOfDay = number & { readonly unit: 'MinuteOfDay' }
/** A wall-clock date and time without a zone, `2026-12-01T10:00`: how a clinic writes a visit. */
export type LocalDateTime = string & { readonly unit: 'LocalDateTime' }
/** ISO weekday, 1 = Monday .. 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

// A deployment meets a few thousand distinct days at most, and reading or writing one costs more than the arithmetic.
const numbers = new Map<string, number>()
const dates = new Map<number, LocalDate>()
const times = new Map<string, MinuteOfDay>()

export function isLocalDate(text: string): text is LocalDate {
  if (numbers.has(text)) return true
  // A date that does not exist (2026-02-30) parses to nothing or comes back as another day.
  return DATE.test(text) && isoDay(Date.parse(`${text}T00:00Z`) / DAY) === text
}

export function isLocalDateTime(text: string): text is LocalDateTime {
  const date = DATE_TIME.exec(text)?.[1]
  return date !== undefined && isLocalDate(date)
}

const isMinuteOfDay = (minute: number): minute is MinuteOfDay =>
  Number.isInteger(minute) && minute >= 0 && minute < 1440

/** @throws RangeError naming the value when it is not an existing day written YYYY-MM-DD */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`date "${text}": expected an existing day as YYYY-MM-DD`)
  return text
}

/** @throws RangeError naming the value when it is not written YYYY-MM-DDTHH:MM */
export function localDateTime(text: string): LocalDateTime {
  if (!isLocalDateTime(text)) throw new RangeError(`time "${text}": expected YYYY-MM-DDTHH:MM`)
  return text
}

/** @throws RangeError when outside 0..1439 */
export function minuteOfDay(minute: number): MinuteOfDay {
  if (!isMinuteOfDay(minute)) throw new RangeError(`minute of day ${minute}: expected 0..1439`)
  return minute
}

/** `17:30` -> 1050. @throws RangeError naming the value when it is not written HH:MM */
export function clockTime(text: string): MinuteOfDay {
  const known = times.get(text)
  if (known !== undefined) return known
  if (!CLOCK_TIME.test(text)) throw new RangeError(`time "${text}": expected HH:MM, 00:00 to 23:59`)
  const minute = minuteOfDay(Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
  times.set(text, minute)
  return minute
}

const two = (n: number): string => String(n).padStart(2, '0')
export const clockTimeText = (minute: MinuteOfDay): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

export const joinDateTime = (date: LocalDate, minute: MinuteOfDay): LocalDateTime =>
  localDateTime(`${date}T${clockTimeText(minute)}`)

export const dateOf = (at: LocalDateTime): LocalDate => localDate(at.slice(0, 10))
export const minuteOf = (at: LocalDateTime): MinuteOfDay => clockTime(at.slice(11))

/** Days since 1970-01-01; makes calendar arithmetic plain integer arithmetic. */
export function dayNumber(date: LocalDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const day = Date.parse(date) / DAY
  numbers.set(date, day)
  return day
}

export function dateOfDayNumber(day: number): LocalDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = localDate(isoDay(day))
  dates.set(day, date)
  return date
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days)
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

export function weekdayOf(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday, index 3 of a week that starts on Monday.
  return WEEKDAYS[(((dayNumber(date) + 3) % 7) + 7) % 7] ?? 1
}

/** `civil_from_days` of https://howardhinnant.github.io/date_algorithms.html: years there begin in March. */
function isoDay(day: number): string {
  if (!Number.isInteger(day)) return 'no such day'
  const era = Math.floor((day + 719_468) / 146_097)
  const dayOfEra = day + 719_468 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`
}
