import { DAY, type Instant, instant, MINUTE, SECOND } from './instant.ts'
import {
  clockTimeText,
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

const MINUTES_A_DAY = DAY / MINUTE

/** A local day's offset from UTC in milliseconds, unless it changes on that day. */
type DayOffset = number | 'changes'

// Zone arithmetic dominates a plan's cost. Offsets change on a day or two a year, so one look per zone and day serves
// every minute of that day; on the days around a change one look serves a minute.
function remembering<V>(look: (zone: ZoneId, number: number) => V): (zone: ZoneId, number: number) => V {
  const zones = new Map<ZoneId, Map<number, V>>()
  return (zone, number) => {
    const seen = zones.get(zone) ?? new Map<number, V>()
    const known = seen.get(number)
    if (known !== undefined) return known
    const found = look(zone, number)
    zones.set(zone, seen.set(number, found))
    return found
  }
}

const formats = new Map<ZoneId, Intl.DateTimeFormat>()
/** `GMT+10:30`; without a time where it is none, with seconds in the zones of long ago. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/

function offsetAt(zone: ZoneId, at: number): number {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const [, sign, hours = 0, minutes = 0, seconds = 0] = OFFSET.exec(format.format(at)) ?? []
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * SECOND
  return sign === '-' ? -size : size
}

/** By number of the local day. */
const offsetOfDay = remembering((zone, day): DayOffset => {
  // A day's local midnights lie within a day of UTC's, so equal offsets over three days mean no change on this one.
  const offsetOn = (other: number): number => offsetAt(zone, other * DAY)
  const offset = offsetOn(day)
  return offsetOn(day - 1) === offset && offset === offsetOn(day + 2) ? offset : 'changes'
})

/** By minute since the epoch: clocks change on whole minutes. */
const offsetOfMinute = remembering((zone, minute) => offsetAt(zone, minute * MINUTE))

/** By minutes that a wall clock is past its own 1970. */
const instantOfWall = remembering((zone, minutes) => {
  const wall = minutes * MINUTE
  const before = offsetAt(zone, wall - DAY)
  const after = offsetAt(zone, wall + DAY)
  const isShown = (offset: number): boolean => offsetAt(zone, wall - offset) === offset
  return instant(wall - (isShown(before) || !isShown(after) ? before : after))
})

/**
 * The instant at which `zone`'s wall clock shows this date and minute. A time that the clock skips counts as the same
 * time after the change; one that it shows twice is the first (`compatible` in ECMAScript's Temporal, which Node 24
 * does not have; its polyfill is the oracle of the tests).
 */
export function instantAt(zone: ZoneId, date: LocalDate, minute: MinuteOfDay): Instant {
  const day = dayNumber(date)
  const offset = offsetOfDay(zone, day)
  if (offset !== 'changes') return instant(day * DAY + minute * MINUTE - offset)
  return instantOfWall(zone, day * MINUTES_A_DAY + minute)
}

export const instantOf = (zone: ZoneId, at: LocalDateTime): Instant =>
  instantAt(zone, dateOf(at), minuteOf(at))

/** What `zone`'s wall clock shows at `at`, to the minute. */
export function localAt(zone: ZoneId, at: Instant): LocalMoment {
  const ofDay = offsetOfDay(zone, Math.floor(at / DAY))
  const local = at + (ofDay === 'changes' ? offsetOfMinute(zone, Math.floor(at / MINUTE)) : ofDay)
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
export function isoOf(at: Instant): string {
  const day = Math.floor(at / DAY)
  const seconds = Math.floor((at - day * DAY) / SECOND)
  const time = clockTimeText(minuteOfDay(Math.floor(seconds / 60)))
  return `${dateOfDayNumber(day)}T${time}:${String(seconds % 60).padStart(2, '0')}Z`
}
