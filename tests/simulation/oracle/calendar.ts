import { Temporal } from 'temporal-polyfill'
import { BEFORE_THE_VISIT, MOST_SHIFT_DAYS, type PageRow } from './protocol-page.ts'

// Slow and simple on purpose: no arithmetic of the product's own is used here.

const HOUR = 3_600_000

export const wall = (zone: string, at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

export const instantOn = (zone: string, date: Temporal.PlainDate, time: string): number =>
  date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds

/** A visit as the clinic has it: its own wall clock. */
export interface PageVisit {
  readonly at: string
  readonly clinicZone: string
}

export const visitInstant = ({ at, clinicZone }: PageVisit): number =>
  Temporal.PlainDateTime.from(at).toZonedDateTime(clinicZone).epochMilliseconds

/** The days that may count as day 0 for somebody in a zone: the clinic's, and her own where it differs. */
function dayZero(visit: PageVisit, zone: string, row: PageRow): Temporal.PlainDate {
  const there = Temporal.PlainDateTime.from(visit.at).toPlainDate()
  const here = wall(zone, visitInstant(visit)).toPlainDate()
  const order = Temporal.PlainDate.compare(here, there)
  return BEFORE_THE_VISIT.has(row.key) ? (order < 0 ? here : there) : order > 0 ? here : there
}

function dayOf(visit: PageVisit, zone: string, row: PageRow): Temporal.PlainDate {
  const zero = dayZero(visit, zone, row)
  if (row.day !== 'two working days before') return zero.add({ days: row.day })
  const own = Temporal.PlainDateTime.from(visit.at).toPlainDate()
  let back = 0
  for (let found = 0; found < 2; ) {
    back += 1
    if (own.subtract({ days: back }).dayOfWeek <= 5) found += 1
  }
  return zero.subtract({ days: back })
}

/** When a row's text goes at the earliest, without spread, and when it is over at the latest, all shifts included. */
export function windowOf(
  visit: PageVisit,
  zone: string,
  row: PageRow,
): { readonly from: number; readonly until: number } {
  const day = dayOf(visit, zone, row)
  const own = instantOn(zone, day, row.time)
  const from = row.key === 'F1' ? Math.max(own, visitInstant(visit) + 2 * HOUR) : own
  return { from, until: endOf(visit, zone, row, day) }
}

function endOf(visit: PageVisit, zone: string, row: PageRow, day: Temporal.PlainDate): number {
  if (row.until === 'visit') return visitInstant(visit)
  if (row.until === 'same day') return instantOn(zone, day.add({ days: MOST_SHIFT_DAYS }), '20:00')
  if ('days' in row.until)
    return instantOn(zone, day.add({ days: MOST_SHIFT_DAYS + 1 + row.until.days }), '23:59')
  return instantOn(zone, dayZero(visit, zone, row).add({ days: row.until.day }), row.until.time ?? '00:00')
}

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Tue 12 Jan`, and `10:00am`, as a text names them. */
export function spoken(at: string): readonly [string, string] {
  const { dayOfWeek, day, month, hour, minute } = Temporal.PlainDateTime.from(at)
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`
  return [`${WEEKDAYS[dayOfWeek]} ${day} ${MONTHS[month]}`, clock]
}
