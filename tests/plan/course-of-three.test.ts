import { describe, expect, it } from 'vitest'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { dateOf } from '../../lib/time/local-date.ts'
import { isoOf, localDateTimeAt } from '../../lib/time/zone.ts'
import { ANN } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { harbourWith } from './scenes.ts'

/** Ann's calendar as the stories tell it: text, her clock, UTC. Sydney is at +11 until 4 April, then at +10. */
const CALENDAR = [
  ['W0@1.0.1', '2026-11-23T14:00', '2026-11-23T03:00:00Z'],
  ['R1@1.1.1', '2026-11-24T10:00', '2026-11-23T23:00:00Z'],
  ['N1@1.1.1', '2026-11-26T10:00', '2026-11-25T23:00:00Z'],
  ['R2@1.1.1', '2026-11-29T10:00', '2026-11-28T23:00:00Z'],
  ['F1@1.1.1', '2026-12-01T18:00', '2026-12-01T07:00:00Z'],
  ['N2@1.1.1', '2026-12-02T10:00', '2026-12-01T23:00:00Z'],
  ['F2@1.1.1', '2026-12-03T10:00', '2026-12-02T23:00:00Z'],
  ['P1a@1.1.1', '2026-12-04T10:00', '2026-12-03T23:00:00Z'],
  ['B1a@1.1.1', '2026-12-06T08:00', '2026-12-05T21:00:00Z'],
  ['F3@1.1.1', '2026-12-08T10:00', '2026-12-07T23:00:00Z'],
  ['X1@1.1.1', '2026-12-11T17:30', '2026-12-11T06:30:00Z'],
  ['P1b@1.1.1', '2026-12-15T10:00', '2026-12-14T23:00:00Z'],
  ['X2a@1.1.1', '2026-12-18T17:30', '2026-12-18T06:30:00Z'],
  ['N3@1.1.1', '2026-12-22T10:00', '2026-12-21T23:00:00Z'],
  ['B1b@1.1.1', '2026-12-25T08:00', '2026-12-24T21:00:00Z'],
  ['P2@1.1.1', '2026-12-29T10:00', '2026-12-28T23:00:00Z'],
  ['X2b@1.1.1', '2027-01-01T17:30', '2027-01-01T06:30:00Z'],
  ['R1@1.2.1', '2027-01-05T10:00', '2027-01-04T23:00:00Z'],
  ['R2@1.2.1', '2027-01-10T10:00', '2027-01-09T23:00:00Z'],
  ['F1@1.2.1', '2027-01-12T18:00', '2027-01-12T07:00:00Z'],
  ['N2@1.2.1', '2027-01-13T10:00', '2027-01-12T23:00:00Z'],
  ['F2@1.2.1', '2027-01-14T10:00', '2027-01-13T23:00:00Z'],
  ['P1a@1.2.1', '2027-01-15T10:00', '2027-01-14T23:00:00Z'],
  ['F3@1.2.1', '2027-01-19T10:00', '2027-01-18T23:00:00Z'],
  ['X1@1.2.1', '2027-01-22T17:30', '2027-01-22T06:30:00Z'],
  ['X2a@1.2.1', '2027-01-29T17:30', '2027-01-29T06:30:00Z'],
  ['N3@1.2.1', '2027-02-02T10:00', '2027-02-01T23:00:00Z'],
  ['P2@1.2.1', '2027-02-09T10:00', '2027-02-08T23:00:00Z'],
  ['B1c@1.2.1', '2027-02-12T08:00', '2027-02-11T21:00:00Z'],
  ['R1@1.3.1', '2027-02-16T10:00', '2027-02-15T23:00:00Z'],
  ['R2@1.3.1', '2027-02-21T10:00', '2027-02-20T23:00:00Z'],
  ['F1@1.3.1', '2027-02-23T18:00', '2027-02-23T07:00:00Z'],
  ['N2@1.3.1', '2027-02-24T10:00', '2027-02-23T23:00:00Z'],
  ['F2@1.3.1', '2027-02-25T10:00', '2027-02-24T23:00:00Z'],
  ['P1a@1.3.1', '2027-02-26T10:00', '2027-02-25T23:00:00Z'],
  ['F3@1.3.1', '2027-03-02T10:00', '2027-03-01T23:00:00Z'],
  ['X1@1.3.1', '2027-03-05T17:30', '2027-03-05T06:30:00Z'],
  ['X2a@1.3.1', '2027-03-12T17:30', '2027-03-12T06:30:00Z'],
  ['B1b@1.3.1', '2027-03-19T08:00', '2027-03-18T21:00:00Z'],
  ['P2@1.3.1', '2027-03-23T10:00', '2027-03-22T23:00:00Z'],
  ['X2c@1.3.1', '2027-04-06T17:30', '2027-04-06T07:30:00Z'],
  ['B1d@1.3.1', '2027-04-20T08:00', '2027-04-19T22:00:00Z'],
  ['X2d@1.3.1', '2027-05-04T17:30', '2027-05-04T07:30:00Z'],
  ['P3@1.3.1', '2027-05-11T10:00', '2027-05-11T00:00:00Z'],
  ['Z1@1.3.1', '2027-05-18T10:00', '2027-05-18T00:00:00Z'],
]

const rowsOf = (clinic = HARBOUR) =>
  computePlan(ANN, clinic).map(({ id, due }) => [id, localDateTimeAt(ANN.zone, due), isoOf(due)])

describe('a course of three', () => {
  it('is exactly these 45 texts at these times', () => {
    expect(rowsOf()).toEqual(CALENDAR)
    expect(CALENDAR).toHaveLength(45)
  })

  it('never has two texts on one day', () => {
    const days = computePlan(ANN, HARBOUR).map(({ due }) => dateOf(localDateTimeAt(ANN.zone, due)))

    expect(new Set(days).size).toBe(45)
  })

  it('is 48 texts with a pain baseline before each visit, still one a day', () => {
    const rows = rowsOf(harbourWith({ baselinePain: true }))
    const added = rows.filter(([id]) => !CALENDAR.some(([known]) => known === id))

    expect(rows).toHaveLength(48)
    expect(added).toEqual([
      ['P0@1.1.1', '2026-11-30T17:30', '2026-11-30T06:30:00Z'],
      ['P0@1.2.1', '2027-01-11T17:30', '2027-01-11T06:30:00Z'],
      ['P0@1.3.1', '2027-02-22T17:30', '2027-02-22T06:30:00Z'],
    ])
    expect(new Set(rows.map(([, local = '']) => local.slice(0, 10))).size).toBe(48)
  })

  it('has no belt nudges for a patient without a belt', () => {
    const beltless = { ...ANN, courses: ANN.courses.map((course) => ({ ...course, belt: false })) }
    const ids = computePlan(beltless, HARBOUR).map(({ id }) => id)

    expect(ids).toHaveLength(40)
    expect(ids.filter((id) => id.startsWith('B'))).toEqual([])
  })

  it('is the same whenever it is asked for, and in order of due time', () => {
    const [once, again] = [computePlan(ANN, HARBOUR), computePlan(ANN, HARBOUR)]
    const dues = once.map(({ due }) => due)

    expect(again.map(({ id, due, endsAt }) => [id, due, endsAt])).toEqual(
      once.map(({ id, due, endsAt }) => [id, due, endsAt]),
    )
    expect(dues).toEqual([...dues].sort((a, b) => a - b))
  })

  it('spreads the texts with a clock time by one and the same number of minutes, the welcome by none', () => {
    const rows = computePlan(ANN, { ...HARBOUR, spreadMinutes: 15 })
    const shifts = rows.map(({ id, due }) => {
      const before = CALENDAR.find(([known]) => known === id)?.[2] ?? ''
      return [id.slice(0, 2), (due - Date.parse(before)) / 60_000]
    })
    const spread = shifts.find(([step]) => step === 'R1')?.[1]

    expect(spread).toBeGreaterThan(0)
    expect(spread).toBeLessThan(15)
    expect(shifts.filter(([step]) => step === 'W0').map(([, minutes]) => minutes)).toEqual([0])
    expect(new Set(shifts.filter(([step]) => step !== 'W0').map(([, minutes]) => minutes))).toEqual(
      new Set([spread]),
    )
  })
})
