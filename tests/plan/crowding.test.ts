import { describe, expect, it } from 'vitest'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { dateOf, localDate } from '../../lib/time/local-date.ts'
import { localDateTimeAt } from '../../lib/time/zone.ts'
import { ANN, booked, sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { annBooked, annWith, deliveredUntil, goes, harbourWith, idsOf, withCourse } from './scenes.ts'

const closedOn = (...days: readonly string[]): Clinic => ({
  ...HARBOUR,
  opening: { ...HARBOUR.opening, closedDays: days.map(localDate) },
})

describe('a shared day', () => {
  it('goes to the reminder before an NSAID text, which goes a day later', () => {
    // N3 of injection 1 and R1 of injection 2 both belong on 22 December.
    const patient = annBooked(['2026-12-01T10:00', '2026-12-29T10:00'])

    expect([goes(patient, 'R1@1.2.1'), goes(patient, 'N3@1.1.1')]).toEqual([
      '2026-12-22T10:00',
      '2026-12-23T10:00',
    ])
  })

  it('goes to F1 before a pain check, and to a pain check before F3', () => {
    // Left on 1 December. Right on the 4th: its F1 meets P1a. Right on the 5th: its P1a meets F3 on the 8th.
    const flare = withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-04T10:00'])
    const check = withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-05T10:00'])

    expect([goes(flare, 'F1@2.1.1'), goes(flare, 'P1a@1.1.1')]).toEqual(['2026-12-04T18:00', 'crowded'])
    expect([goes(check, 'P1a@2.1.1'), goes(check, 'F3@1.1.1')]).toEqual([
      '2026-12-08T10:00',
      '2026-12-09T10:00',
    ])
  })

  it('goes to an NSAID text before the completion, and to the completion before a nudge', () => {
    const cleared = harbourWith({ nsaidAfter: 84 })
    const slow = harbourWith({ physioRestartDay: 84 })

    expect([goes(ANN, 'N4@1.3.1', cleared), goes(ANN, 'Z1@1.3.1', cleared)]).toEqual([
      '2027-05-18T10:00',
      '2027-05-19T10:00',
    ])
    expect([goes(ANN, 'Z1@1.3.1', slow), goes(ANN, 'X1@1.3.1', slow)]).toEqual([
      '2027-05-18T10:00',
      '2027-05-19T17:30',
    ])
  })

  it('goes to a pain check before a nudge', () => {
    // P1a lands on Friday 4 December, B1a on Sunday 6; with the visit on Thursday P1a shifts from Sunday to Monday.
    const thursday = annBooked(['2026-12-03T10:00'])

    expect([goes(thursday, 'P1a@1.1.1'), goes(thursday, 'B1a@1.1.1')]).toEqual([
      '2026-12-07T10:00',
      '2026-12-08T08:00',
    ])
  })

  it('goes to the lower course of two alike, and to the earlier time first', () => {
    const both = withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-01T10:30'])

    expect([goes(both, 'R1@1.1.1'), goes(both, 'R1@2.1.1')]).toEqual(['2026-11-24T10:00', '2026-11-25T10:00'])
    expect([goes(both, 'X1@1.1.1'), goes(both, 'X1@2.1.1')]).toEqual(['2026-12-11T17:30', '2026-12-12T17:30'])
  })

  it('leaves out a text whose two days after are taken too', () => {
    // Three courses on three days in a row.
    const three = withCourse(withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-02T10:00']), [
      '2026-12-03T10:00',
    ])
    const crowded = computePlan(three, HARBOUR).filter(({ skip }) => skip === 'crowded')

    expect(crowded.length).toBeGreaterThan(0)
    expect(crowded.every(({ step }) => step.key !== 'F2')).toBe(true)
  })

  it('is kept by a text of the ledger, even against a higher rank', () => {
    const went = deliveredUntil(annBooked(['2026-12-01T10:00']), sydney('2026-12-08T12:00'))
    const joined = withCourse(went, ['2026-12-15T10:00'], sydney('2026-12-08T09:00'))

    // F3 of course 1 went on 8 December 10:00, when R1 of course 2 would go.
    expect(goes(joined, 'F3@1.1.1')).toBe('2026-12-08T10:00')
    expect(goes(joined, 'R1@2.1.1')).toBe('2026-12-09T10:00')
  })

  it('is shared by the warning signs of two courses, which never shift', () => {
    const both = withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-01T10:30'])

    expect([goes(both, 'F2@1.1.1'), goes(both, 'F2@2.1.1')]).toEqual(['2026-12-03T10:00', '2026-12-03T10:00'])
  })

  it('is shared by F1 at 08:00 with N2 of the same visit at 17:30 only', () => {
    const both = withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-01T10:30'])

    expect([goes(both, 'F1@2.1.1'), goes(both, 'N2@2.1.1')]).toEqual(['2026-12-02T08:00', '2026-12-02T17:30'])
    expect(goes(both, 'N2@1.1.1')).toBe('crowded')
  })
})

describe('two courses', () => {
  const both = withCourse(ANN, ['2026-12-08T10:00', '2027-01-19T10:00', '2027-03-02T10:00'])

  it('stay within one text a day but for the warning signs', () => {
    const days = computePlan(both, HARBOUR)
      .filter(({ skip, step }) => skip === undefined && step.key !== 'F2')
      // R1 of the right side takes the evening of each left visit: F1 goes next morning, N2 behind it.
      .filter(({ step, course }) => !(step.key === 'N2' && course === 1))
      .map(({ due }) => dateOf(localDateTimeAt(both.zone, due)))

    expect(days.length).toBeGreaterThan(70)
    expect(new Set(days).size).toBe(days.length)
  })

  it('end with one last text, after the one that ends last', () => {
    expect(idsOf(both).filter((id) => id.startsWith('Z1'))).toEqual(['Z1@2.3.1'])
    expect(idsOf(both).at(-1)).toBe('Z1@2.3.1')
  })

  it('that end together have one last text too', () => {
    const together = withCourse(ANN, VISITS)

    expect(idsOf(together).filter((id) => id.startsWith('Z1'))).toEqual(['Z1@2.3.1'])
  })

  it('have each their own last text where the second begins after the first has ended', () => {
    const later = withCourse(ANN, ['2027-09-01T10:00'], sydney('2027-08-01T10:00'))

    expect(idsOf(later).filter((id) => id.startsWith('Z1'))).toEqual(['Z1@2.1.1'])
    expect(
      idsOf(deliveredUntil(ANN, sydney('2027-08-01T10:00'))).filter((id) => id.startsWith('Z1')),
    ).toEqual(['Z1@1.3.1'])
  })
})

describe('a late reminder', () => {
  it('shares its day with the welcome alone', () => {
    const both = withCourse(
      annBooked(['2026-12-01T10:00'], sydney('2026-11-29T14:00')),
      ['2026-12-01T10:30'],
      sydney('2026-11-29T14:00'),
    )

    expect([goes(both, 'R2@1.1.1'), goes(both, 'R2@2.1.1')]).toEqual(['2026-11-29T14:00', '2026-11-30T10:00'])
  })
})

describe('pain checks and closed days', () => {
  // P1a of a Thursday visit belongs on Sunday 6 December.
  const thursday = annWith([booked(1, '2026-12-03T10:00')])

  it.each([
    ['the weekend', [], '2026-12-07T10:00'],
    ['the weekend and Monday', ['2026-12-07'], '2026-12-08T10:00'],
    ['three days in a row', ['2026-12-07', '2026-12-08'], '2026-12-06T10:00'],
  ])('skip %s, at most two days, or keep their own day', (_, closed, due) => {
    expect(goes(thursday, 'P1a@1.1.1', closedOn(...closed))).toBe(due)
  })

  it('go on any day where the clinic says so', () => {
    expect(goes(thursday, 'P1a@1.1.1', harbourWith({ workingDaysOnly: [] }))).toBe('2026-12-06T10:00')
  })

  it('do not hold the baseline, nor any other kind', () => {
    const monday = annWith([booked(1, '2026-12-07T10:00')])

    expect(goes(monday, 'P0@1.1.1', harbourWith({ baselinePain: true }))).toBe('2026-12-06T17:30')
    expect(goes(thursday, 'F2@1.1.1', closedOn('2026-12-05'))).toBe('2026-12-05T10:00')
  })
})
