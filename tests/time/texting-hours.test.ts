import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, DAY, type Instant, instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { clockTime, clockTimeText, localDate, localDateTime } from '../../lib/time/local-date.ts'
import {
  endOfTexting,
  lastClaim,
  nearestPlannable,
  nextClaimable,
  nextPlannable,
  startOfDay,
  type TextingHours,
} from '../../lib/time/texting-hours.ts'
import { instantOf, isoOf, localAt, localDateTimeAt, zoneId } from '../../lib/time/zone.ts'
import { SYDNEY, sydney } from '../fixtures/ann.ts'

const HOURS: TextingHours = { start: clockTime('08:00'), end: clockTime('20:00') }

const plannableAt = (text: string): string =>
  localDateTimeAt(SYDNEY, nextPlannable(SYDNEY, HOURS, sydney(text)))
const claimableAt = (text: string): string =>
  localDateTimeAt(SYDNEY, nextClaimable(SYDNEY, HOURS, sydney(text)))

describe('the nearest plannable minute', () => {
  it.each([
    ['00:00', '08:00'],
    ['07:59', '08:00'],
    ['08:00', '08:00'],
    ['19:44', '19:44'],
    ['19:45', '19:45'],
    ['19:46', '19:45'],
    ['20:00', '19:45'],
    ['23:59', '19:45'],
  ])('of %s is %s of the same day', (wanted, found) => {
    expect(clockTimeText(nearestPlannable(HOURS, clockTime(wanted)))).toBe(found)
  })

  it('brings back a minute that its spread pushed past midnight', () => {
    expect(clockTimeText(nearestPlannable(HOURS, clockTime('23:50') + 14))).toBe('19:45')
  })
})

describe('the next plannable minute', () => {
  it.each([
    ['2026-12-01T07:59', '2026-12-01T08:00'],
    ['2026-12-01T08:00', '2026-12-01T08:00'],
    ['2026-12-01T19:44', '2026-12-01T19:44'],
    ['2026-12-01T19:45', '2026-12-01T19:45'],
    ['2026-12-01T19:46', '2026-12-02T08:00'],
    ['2026-12-01T20:00', '2026-12-02T08:00'],
    ['2026-12-31T23:59', '2027-01-01T08:00'],
    ['2026-12-01T00:00', '2026-12-01T08:00'],
  ])('from %s is %s', (from, found) => {
    expect(plannableAt(from)).toBe(found)
  })

  it('is tomorrow a second after the last one', () => {
    const late = after(sydney('2026-12-01T19:45'), SECOND)

    expect(nextPlannable(SYDNEY, HOURS, late)).toBe(sydney('2026-12-02T08:00'))
  })

  it('is 08:00 by the new time on the morning after the clocks change', () => {
    const spring = nextPlannable(SYDNEY, HOURS, sydney('2026-10-03T21:00'))
    const autumn = nextPlannable(SYDNEY, HOURS, sydney('2027-04-03T21:00'))

    expect([isoOf(spring), isoOf(autumn)]).toEqual(['2026-10-03T21:00:00Z', '2027-04-03T22:00:00Z'])
  })
})

describe('the next claimable instant', () => {
  it.each([
    ['2026-12-01T07:59', '2026-12-01T08:00'],
    ['2026-12-01T19:45', '2026-12-01T19:45'],
    ['2026-12-01T19:46', '2026-12-01T19:46'],
    ['2026-12-01T19:50', '2026-12-01T19:50'],
    ['2026-12-01T19:51', '2026-12-02T08:00'],
    ['2026-12-01T20:00', '2026-12-02T08:00'],
  ])('from %s is %s', (from, found) => {
    expect(claimableAt(from)).toBe(found)
  })

  it('is tomorrow with a millisecond less than ten minutes left', () => {
    const late = after(sydney('2026-12-01T19:50'), 1)

    expect(nextClaimable(SYDNEY, HOURS, late)).toBe(sydney('2026-12-02T08:00'))
  })

  it('is in hours, not before what was asked, and at most a night away, in any zone at any time', () => {
    const zones = [
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'Africa/Cairo',
      'America/St_Johns',
      'America/Santiago',
    ]
    const moment = fc.integer({
      min: sydney('2026-01-01T00:00') / MINUTE,
      max: sydney('2028-01-01T00:00') / MINUTE,
    })
    const hours = fc.record({
      start: fc.integer({ min: 5 * 60, max: 11 * 60 }),
      end: fc.integer({ min: 14 * 60, max: 23 * 60 }),
    })

    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, hours, (name, minutes, { start, end }) => {
        const zone = zoneId(name)
        const open = { start: clockTime(text(start)), end: clockTime(text(end)) }
        const from = instant(minutes * MINUTE)

        for (const [next, margin] of [
          [nextPlannable, 15],
          [nextClaimable, 10],
        ] as const) {
          const found = next(zone, open, from)
          const { minute } = localAt(zone, found)
          expect(minute).toBeGreaterThanOrEqual(start)
          expect(minute).toBeLessThanOrEqual(end - margin)
          expect(found).toBeGreaterThanOrEqual(from)
          expect(found - from).toBeLessThan(DAY)
          expect(next(zone, open, found)).toBe(found)
        }
      }),
      { seed: 2, numRuns: 400 },
    )
  })
})

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

describe('ends', () => {
  it('texting ends at 20:00 of the local day that holds the instant', () => {
    const ends = ['2026-12-01T00:00', '2026-12-01T23:59'].map((at) => endOfTexting(SYDNEY, HOURS, sydney(at)))

    expect(ends).toEqual([sydney('2026-12-01T20:00'), sydney('2026-12-01T20:00')])
  })

  it('the last claim of a text is ten minutes before its life ends', () => {
    expect(lastClaim(sydney('2026-12-01T10:00'))).toBe(sydney('2026-12-01T09:50'))
  })

  it('a day starts at the change where the clocks skip its midnight', () => {
    const havana = zoneId('America/Havana')
    const start: Instant = startOfDay(havana, localDate('2027-03-14'))

    expect(start).toBe(instantOf(havana, localDateTime('2027-03-14T01:00')))
  })
})
