import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { DAY, instant, MINUTE } from '../../lib/time/instant.ts'
import { localDate, localDateTime, minuteOfDay } from '../../lib/time/local-date.ts'
import {
  existsIn,
  instantAt,
  instantOf,
  isoOf,
  isZoneId,
  localAt,
  localDateTimeAt,
  type ZoneId,
  zoneId,
} from '../../lib/time/zone.ts'

const ZONES = Intl.supportedValuesOf('timeZone').filter(isZoneId)

/** Every change of the zone's offset in 2026 and 2027. */
function changesOf(zone: ZoneId): readonly Temporal.ZonedDateTime[] {
  const found: Temporal.ZonedDateTime[] = []
  let next = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).getTimeZoneTransition('next')
  while (next !== null && next.year < 2028) {
    found.push(next)
    next = next.getTimeZoneTransition('next')
  }
  return found
}

const oracleInstant = (zone: ZoneId, wall: Temporal.PlainDateTime): number =>
  wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds

const oracleWall = (zone: ZoneId, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

const minuteOfWall = ({ hour, minute }: Temporal.PlainDateTime) => minuteOfDay(hour * 60 + minute)

describe('zone arithmetic', () => {
  it('knows every zone of this machine that follows a place', () => {
    expect(ZONES.length).toBeGreaterThan(400)
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isZoneId(zone))).toEqual([])
  })

  it('agrees with Temporal in every zone on the days around each change of 2026 and 2027', () => {
    const wrong: string[] = []
    let changes = 0

    for (const zone of ZONES) {
      for (const change of changesOf(zone)) {
        changes += 1
        const midnight = change.toPlainDate().toPlainDateTime().subtract({ days: 1 })
        for (let half = 0; half < 2 * 48 + 12; half += 1) {
          const wall = midnight.add({ minutes: 30 * half })
          const at = oracleInstant(zone, wall)
          const ours = instantAt(zone, localDate(wall.toPlainDate().toString()), minuteOfWall(wall))
          if (ours !== at) wrong.push(`${zone} ${wall}: ${ours} instead of ${at}`)
          if (localDateTimeAt(zone, instant(at)) !== oracleWall(zone, at))
            wrong.push(`${zone} back from ${at}`)
        }
      }
    }

    expect(wrong).toEqual([])
    expect(changes).toBeGreaterThan(400)
  })

  it('agrees with Temporal in every zone to the minute just before and after each change', () => {
    const wrong: string[] = []

    for (const zone of ZONES) {
      for (const change of changesOf(zone)) {
        for (const shift of [-61, -1, 0, 1, 29, 30, 59, 61]) {
          const at = change.epochMilliseconds + shift * MINUTE
          if (localDateTimeAt(zone, instant(at)) !== oracleWall(zone, at)) wrong.push(`${zone} ${at}`)
        }
      }
    }

    expect(wrong).toEqual([])
  })

  it('agrees with Temporal in every zone on any day of the year, change or not', () => {
    const wrong: string[] = []

    for (const [index, zone] of ZONES.entries()) {
      for (let day = 0; day < 730; day += 61) {
        const date = Temporal.PlainDate.from('2026-01-01').add({ days: day + (index % 61) })
        for (const minute of [0, 479, 1185, 1439]) {
          const wall = date.toPlainDateTime().add({ minutes: minute })
          const at = oracleInstant(zone, wall)
          if (instantAt(zone, localDate(date.toString()), minuteOfDay(minute)) !== at)
            wrong.push(`${zone} ${wall}`)
          if (localDateTimeAt(zone, instant(at)) !== oracleWall(zone, at))
            wrong.push(`${zone} back from ${at}`)
        }
      }
    }

    expect(wrong).toEqual([])
  })

  it('agrees with the calendar of the operating system, which is not Temporal', () => {
    const wrong: string[] = []

    for (const zone of ZONES) {
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      })
      for (let day = 0; day < 730; day += 73) {
        const at = instant(Date.UTC(2026, 0, 1, 13, 37) + day * DAY)
        if (localDateTimeAt(zone, at).replace('T', ' ') !== format.format(at)) wrong.push(`${zone} ${at}`)
      }
    }

    expect(wrong).toEqual([])
  })
})

describe('clocks that go forward', () => {
  it.each([
    ['Australia/Sydney', '2026-10-04T02:30', '2026-10-03T16:30:00Z'], // 02:00 -> 03:00
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00Z'], // 02:00 -> 02:30
    ['Australia/Adelaide', '2026-10-04T02:30', '2026-10-03T17:00:00Z'],
    ['Pacific/Chatham', '2026-09-27T03:00', '2026-09-26T14:15:00Z'], // 02:45 -> 03:45
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30:00Z'],
    ['America/Havana', '2027-03-14T00:30', '2027-03-14T05:30:00Z'], // no midnight
  ])('%s has no %s: it counts as the same time after the change', (zone, wall, utc) => {
    const [there, at] = [zoneId(zone), localDateTime(wall)]

    expect(isoOf(instantOf(there, at))).toBe(utc)
    expect(existsIn(there, at)).toBe(false)
  })
})

describe('clocks that go back', () => {
  it.each([
    ['Australia/Sydney', '2027-04-04T02:30', '2027-04-03T15:30:00Z'],
    ['Australia/Lord_Howe', '2027-04-04T01:45', '2027-04-03T14:45:00Z'], // 02:00 -> 01:30
    ['Australia/Adelaide', '2027-04-04T02:30', '2027-04-03T16:00:00Z'],
    ['Pacific/Chatham', '2027-04-04T03:00', '2027-04-03T13:15:00Z'], // 03:45 -> 02:45
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z'],
  ])('%s has %s twice: it is the first', (zone, wall, utc) => {
    const [there, at] = [zoneId(zone), localDateTime(wall)]

    expect(isoOf(instantOf(there, at))).toBe(utc)
    expect(existsIn(there, at)).toBe(true)
  })

  it('shows the same minute for both halves of the repeated hour', () => {
    const sydney = zoneId('Australia/Sydney')
    const first = instantOf(sydney, localDateTime('2027-04-04T02:30'))

    expect(localAt(sydney, instant(first + 60 * MINUTE))).toEqual(localAt(sydney, first))
  })
})

describe('a zone', () => {
  it.each([
    'Australia/Sydney',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+10',
    'UTC',
  ])('may be %s', (text) => {
    expect(isZoneId(text)).toBe(true)
  })

  it.each([
    '+10:00',
    'AEST',
    'EST',
    'Sydney',
    'Australia/Nowhere',
    'australia/sydney',
    '',
  ])('may not be "%s", and the refusal says so', (text) => {
    expect(isZoneId(text)).toBe(false)
    expect(() => zoneId(text)).toThrow(`time zone "${text}": expected an IANA name like Australia/Sydney`)
  })
})
