import { type LocalDate, type LocalDateTime, localDate, minuteOf, weekdayOf } from '../time/local-date.ts'

// Own tables: Intl's short names change between releases (`Sep`, `Sept`), and the words must not.
const WEEKDAYS = { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' } as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Tue 1 Dec`, at most 10 characters. No year: every text is about a date within weeks. */
export function dateWords(at: LocalDate | LocalDateTime): string {
  const date = localDate(at.slice(0, 10))
  return `${WEEKDAYS[weekdayOf(date)]} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`
}

/** `10:00am`, `12:30pm`, at most 7 characters; midnight is `12:00am`, noon `12:00pm`. */
export function timeWords(at: LocalDateTime): string {
  const hour = Math.floor(minuteOf(at) / 60)
  return `${hour % 12 || 12}:${at.slice(14)}${hour < 12 ? 'am' : 'pm'}`
}
