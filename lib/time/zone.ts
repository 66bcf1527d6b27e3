import { Temporal } from 'temporal-polyfill'
import { DAY, type Instant, instant, MINUTE } from './instant.ts'
import {
  dateOf,
  dateOfDayNumber,
  dayNumber,
  joinDateTime,
  type LocalDate,
  type LocalDateTime,
  type MinuteOfDay,
  minuteOf,
  minuteOfDay,
} from './local-date.ts'

/** An IANA zone name, `Australia/Sydney`. */
export type ZoneId = string & { readonly unit: 'ZoneId' }

const AREA_AND_CITY = /^(UTC|[A-Z][A-Za-z]+\/[A-Za-z0-9_+\-/]+)$/

/** Fixed offsets (`+10:00`) and abbreviations (`EST`) are refused: they do not follow daylight saving. */
export function isZoneId(text: string): text is ZoneId {
  if (!AREA_AND_CITY.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** @throws RangeError naming the value when it is not an IANA zone */
export function zoneId(text: string): ZoneId {
  if (!isZoneId(text))
    throw new RangeError(`time zone "${text}": expected an IANA name like Australia/Sydney`)
  return text
}

export interface LocalMoment {
  readonly date: LocalDate
  readonly minute: MinuteOfDay
}

/** A local day's offset from UTC in milliseconds, or `undefined` on a day whose offset changes. */
type DayOffset = number | undefined

// Zone arithmetic dominates a plan's cost. Offsets change on a day or two a year, so one look per zone and day serves
// every minute of that day; a day with a change is never cached and takes the exact path.
const offsets = new Map<ZoneId, Map<number, DayOffset>>()

function dayOffset(zone: ZoneId, day: number): DayOffset {
  let days = offsets.get(zone)
  if (days === undefined) {
    days = new Map()
    offsets.set(zone, days)
  }
  if (!days.has(day)) {
    // A day's local midnights lie within a day of UTC's, so equal offsets over three days mean no change on this one.
    const [before, during, afterwards] = [day - 1, day, day + 2].map((n) => offsetAt(zone, instant(n * DAY)))
    days.set(day, before === during && during === afterwards ? during : undefined)
  }
  return days.get(day)
}

const offsetAt = (zone: ZoneId, at: Instant): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6

/**
 * The instant at which `zone`'s wall clock shows this date and minute. A time that the clock skips counts as the same
 * time after the change; one that it shows twice is the first (Temporal's `compatible`).
 */
export function instantAt(zone: ZoneId, date: LocalDate, minute: MinuteOfDay): Instant {
  const day = dayNumber(date)
  const offset = dayOffset(zone, day)
  if (offset !== undefined) return instant(day * DAY + minute * MINUTE - offset)
  const wall = Temporal.PlainDate.from(date).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  })
  return instant(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

export const instantOf = (zone: ZoneId, at: LocalDateTime): Instant =>
  instantAt(zone, dateOf(at), minuteOf(at))

/** What `zone`'s wall clock shows at `at`, to the minute. */
export function localAt(zone: ZoneId, at: Instant): LocalMoment {
  const local = at + (dayOffset(zone, Math.floor(at / DAY)) ?? offsetAt(zone, at))
  const day = Math.floor(local / DAY)
  return { date: dateOfDayNumber(day), minute: minuteOfDay(Math.floor((local - day * DAY) / MINUTE)) }
}

export function localDateTimeAt(zone: ZoneId, at: Instant): LocalDateTime {
  const { date, minute } = localAt(zone, at)
  return joinDateTime(date, minute)
}

/** False for a wall-clock time that daylight saving skips, such as 02:30 on the night clocks go forward. */
export const existsIn = (zone: ZoneId, at: LocalDateTime): boolean =>
  localDateTimeAt(zone, instantOf(zone, at)) === at

/** `2026-11-30T23:00:00Z`. */
export const isoOf = (at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' })
