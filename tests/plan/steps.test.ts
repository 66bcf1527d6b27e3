import { describe, expect, it } from 'vitest'
import { addDays, clockTime, dateOf, localDateTime } from '../../lib/time/local-date.ts'
import { ANN, booked, ENROLLED, sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { annBooked, annWith, changeInjection, goes, harbourWith, idsOf, lifeOf } from './scenes.ts'

const BASELINE = harbourWith({ baselinePain: true })

/** A day and time counted from the date of Ann's injection `n`; without a time, the visit itself. */
function counted(n: number, day: number, time: string): string {
  const visit = localDateTime(VISITS[n - 1] ?? '')
  return time === 'the visit' ? visit : `${addDays(dateOf(visit), day)}T${time}`
}

/** The protocol's table: step, for which injections, day and time it goes, day and time its life ends. */
const TABLE: readonly [string, string, readonly number[], number, string, number, string][] = [
  ['R1', 'visit reminder', [1, 2, 3], -7, '10:00', -3, '00:00'],
  ['N1', 'NSAID avoidance', [1], -5, '10:00', 0, 'the visit'],
  ['R2', 'visit reminder', [1, 2, 3], -2, '10:00', 0, 'the visit'],
  ['P0', 'pain baseline', [1, 2, 3], -1, '17:30', 0, 'the visit'],
  ['F1', 'flare guidance', [1, 2, 3], 0, '18:00', 1, '12:00'],
  ['N2', 'NSAID avoidance', [1, 2, 3], 1, '10:00', 3, '00:00'],
  ['F2', 'flare: warning signs (safety)', [1, 2, 3], 2, '10:00', 10, '00:00'],
  ['P1a', 'pain check', [1, 2, 3], 3, '10:00', 4, '10:00'],
  ['P1b', 'pain check', [1], 14, '10:00', 15, '10:00'],
  ['B1a', 'belt nudge', [1], 5, '08:00', 5, '20:00'],
  ['B1b', 'belt nudge', [1, 3], 24, '08:00', 24, '20:00'],
  ['B1c', 'belt nudge', [2], 31, '08:00', 31, '20:00'],
  ['B1d', 'belt nudge', [3], 56, '08:00', 56, '20:00'],
  ['F3', 'flare guidance', [1, 2, 3], 7, '10:00', 14, '00:00'],
  ['X1', 'physio nudge', [1, 2, 3], 10, '17:30', 10, '20:00'],
  ['X2a', 'physio nudge', [1, 2, 3], 17, '17:30', 17, '20:00'],
  ['X2b', 'physio nudge', [1], 31, '17:30', 31, '20:00'],
  ['X2c', 'physio nudge', [3], 42, '17:30', 42, '20:00'],
  ['X2d', 'physio nudge', [3], 70, '17:30', 70, '20:00'],
  ['N3', 'NSAID avoidance', [1, 2], 21, '10:00', 28, '10:00'],
  ['N4', 'NSAID window ends', [], 0, '10:00', 7, '10:00'],
  ['P2', 'pain check', [1, 2, 3], 28, '10:00', 35, '10:00'],
  ['P3', 'pain check', [3], 77, '10:00', 84, '10:00'],
  ['Z1', 'completion', [3], 84, '10:00', 98, '10:00'],
]

describe('each row of the protocol, for a course of three', () => {
  it.each(
    TABLE,
  )('%s, %s, is for injections %j, on day %i at %s, until day %i at %s', (key, _, which, day, time, endDay, endTime) => {
    const lives = [1, 2, 3].map((n) => lifeOf(ANN, `${key}@1.${n}.1`, BASELINE))

    expect(lives).toEqual(
      [1, 2, 3].map((n) =>
        which.includes(n) ? `${counted(n, day, time)} until ${counted(n, endDay, endTime)}` : '-',
      ),
    )
  })

  it('W0 goes at enrolment and lives a week', () => {
    expect(lifeOf(ANN, 'W0@1.0.1')).toBe('2026-11-23T14:00 until 2026-11-30T14:00')
  })

  it('has a row here for every text of the plan', () => {
    const keys = new Set(['W0', ...TABLE.map(([key]) => key)])

    expect(idsOf(ANN, BASELINE).filter((id) => !keys.has(id.slice(0, id.indexOf('@'))))).toEqual([])
  })
})

describe('W0', () => {
  it.each([
    ['2026-11-23T07:00', '2026-11-23T08:00'],
    ['2026-11-23T19:45', '2026-11-23T19:45'],
    ['2026-11-23T19:46', '2026-11-24T08:00'],
    ['2026-11-23T23:00', '2026-11-24T08:00'],
  ])('of an enrolment at %s goes at %s', (enrolled, due) => {
    expect(goes(annBooked(VISITS, sydney(enrolled)), 'W0@1.0.1')).toBe(due)
  })

  it('goes again to a new number, and takes its day from a text that has not gone', () => {
    const welcomes = [1, 2].map((number) => ({
      number,
      at: number === 1 ? ENROLLED : sydney('2026-11-26T09:00'),
    }))
    const moved = { ...ANN, courses: ANN.courses.map((course) => ({ ...course, welcomes })) }

    expect(goes(moved, 'W0@1.0.2')).toBe('2026-11-26T09:00')
    expect(goes(moved, 'N1@1.1.1')).toBe('2026-11-27T10:00')
  })
})

describe('N1', () => {
  it('of a patient enrolled later than five days before goes the day after the welcome', () => {
    expect(goes(annBooked(VISITS, sydney('2026-11-27T11:00')), 'N1@1.1.1')).toBe('2026-11-28T10:00')
  })

  it('waits for the day after a welcome that only goes next morning', () => {
    expect(goes(annBooked(['2026-12-02T10:00'], sydney('2026-11-27T21:00')), 'N1@1.1.1')).toBe(
      '2026-11-29T10:00',
    )
  })

  it('of an enrolment on its own morning makes way for the welcome', () => {
    expect(goes(annBooked(VISITS, sydney('2026-11-26T09:00')), 'N1@1.1.1')).toBe('2026-11-27T10:00')
  })

  it('does not go where no day is left before the visit', () => {
    expect(goes(annBooked(VISITS, sydney('2026-11-30T11:00')), 'N1@1.1.1')).toBe('-')
  })
})

describe('R1 and R2 of a visit booked late', () => {
  it.each([
    // Enrolled after R1's time, within its life: R1 at once, R2 at its own time.
    ['2026-11-26T14:00', '2026-11-26T14:00', '2026-11-29T10:00'],
    // R1's life is over, R2 not yet due.
    ['2026-11-28T14:00', '-', '2026-11-29T10:00'],
    // Both late: only the latest, at once.
    ['2026-11-29T14:00', '-', '2026-11-29T14:00'],
    ['2026-11-30T14:00', '-', '2026-11-30T14:00'],
    // At night: first thing in the morning.
    ['2026-11-29T21:00', '-', '2026-11-30T08:00'],
  ])('at %s go at %s and %s', (enrolled, r1, r2) => {
    const patient = annBooked(VISITS, sydney(enrolled))

    expect([goes(patient, 'R1@1.1.1'), goes(patient, 'R2@1.1.1')]).toEqual([r1, r2])
  })

  it('go right after the welcome, on the same day', () => {
    const ids = idsOf(annBooked(VISITS, sydney('2026-11-29T14:00')))

    expect(ids.slice(0, 2)).toEqual(['W0@1.0.1', 'R2@1.1.1'])
  })

  it('are only the latest where both are late', () => {
    // Two working days before Tuesday is Friday 27 November 10:00; R1 lives until Saturday 00:00.
    const clinic = harbourWith({ secondReminder: 'two-working-days' })
    const patient = annBooked(VISITS, sydney('2026-11-27T11:00'))

    expect([goes(patient, 'R1@1.1.1', clinic), goes(patient, 'R2@1.1.1', clinic)]).toEqual([
      '-',
      '2026-11-27T11:00',
    ])
  })

  it('are not late when their time is this very minute: the welcome has the day, they have the next', () => {
    expect(goes(annBooked(VISITS, sydney('2026-11-29T10:00')), 'R2@1.1.1')).toBe('2026-11-30T10:00')
  })

  it('never overtake the welcome to a new number', () => {
    const enrolled = annBooked(VISITS, sydney('2026-11-29T10:30'))
    const welcomes = ['10:30', '12:00'].map((time, index) => ({
      number: index + 1,
      at: sydney(`2026-11-29T${time}`),
    }))
    const renumbered = { ...enrolled, courses: enrolled.courses.map((course) => ({ ...course, welcomes })) }

    expect(goes(renumbered, 'R2@1.1.1')).toBe('2026-11-29T12:00')
  })

  it('do not go when there is no time left before the visit', () => {
    const patient = annBooked(['2026-12-01T08:05'], sydney('2026-11-30T21:00'))

    expect(goes(patient, 'R2@1.1.1')).toBe('-')
  })
})

describe('R2', () => {
  it('goes two working days before by default, so that the clinic is open when she answers', () => {
    const clinic = harbourWith({ secondReminder: 'two-working-days' })

    expect([1, 2, 3].map((n) => goes(ANN, `R2@1.${n}.1`, clinic))).toEqual([
      '2026-11-27T10:00', // Friday before a Tuesday
      '2027-01-08T10:00',
      '2027-02-19T10:00',
    ])
  })

  it('counts a closed day as no working day', () => {
    const opening = { ...HARBOUR.opening, closedDays: [dateOf(localDateTime('2026-11-30T10:00'))] }
    const clinic = harbourWith({ secondReminder: 'two-working-days' }, { ...HARBOUR, opening })

    // Closed Monday: Friday is the first working day before, Thursday the second; N1 makes way.
    expect([goes(ANN, 'R2@1.1.1', clinic), goes(ANN, 'N1@1.1.1', clinic)]).toEqual([
      '2026-11-26T10:00',
      '2026-11-27T10:00',
    ])
  })
})

describe('F1', () => {
  it.each([
    ['08:30', '2026-12-01T18:00'],
    ['15:59', '2026-12-01T18:00'],
    ['16:00', '2026-12-01T18:00'],
    ['16:01', '2026-12-01T18:01'],
    ['17:45', '2026-12-01T19:45'],
    ['17:46', '2026-12-02T08:00'],
    ['19:30', '2026-12-02T08:00'],
  ])('after a visit at %s goes at %s', (time, due) => {
    expect(goes(annBooked([`2026-12-01T${time}`]), 'F1@1.1.1')).toBe(due)
  })

  it('lives until noon of the next day, wherever it lands', () => {
    expect(lifeOf(annBooked(['2026-12-01T18:30']), 'F1@1.1.1')).toBe(
      '2026-12-02T08:00 until 2026-12-02T12:00',
    )
  })

  it('that spills into the morning moves N2 to 17:30', () => {
    const evening = annBooked(['2026-12-01T18:30'])

    expect([goes(evening, 'N2@1.1.1'), goes(annBooked(['2026-12-01T10:00']), 'N2@1.1.1')]).toEqual([
      '2026-12-02T17:30',
      '2026-12-02T10:00',
    ])
  })

  it('waits for the day a clinic may text where its hours end before 18:00', () => {
    const early = { ...HARBOUR, textingHours: { start: clockTime('08:00'), end: clockTime('17:00') } }

    expect(goes(ANN, 'F1@1.1.1', early)).toBe('2026-12-02T08:00')
  })
})

describe('N3 and N4', () => {
  const days = (nsaidAfter: number, nsaidBefore: number | 'none' = 'none') =>
    harbourWith({ nsaidAfter, nsaidBefore })
  const both = (clinic: ReturnType<typeof days>) =>
    [1, 2, 3].map((n) => [goes(ANN, `N3@1.${n}.1`, clinic), goes(ANN, `N4@1.${n}.1`, clinic)])

  it('N4 never goes while the doctor has not cleared it', () => {
    expect([1, 2, 3].map((n) => goes(ANN, `N4@1.${n}.1`))).toEqual(['-', '-', '-'])
  })

  it('N4 says after 27 days that the window ends, and N3 comes before it', () => {
    expect(both(days(27))).toEqual([
      ['2026-12-22T10:00', '2026-12-28T10:00'],
      ['2027-02-02T10:00', '2027-02-08T10:00'],
      ['-', '2027-03-22T10:00'],
    ])
  })

  it('lives a week', () => {
    expect(lifeOf(ANN, 'N4@1.3.1', days(27))).toBe('2027-03-22T10:00 until 2027-03-29T10:00')
  })

  it.each([7, 14, 21])('N3 is left out where N4 goes on day %i, on its day or before', (after) => {
    expect(both(days(after)).map(([n3]) => n3)).toEqual(['-', '-', '-'])
  })

  it('N3 stays where N4 goes a day later', () => {
    expect(both(days(22))).toEqual([
      ['2026-12-22T10:00', '2026-12-23T10:00'],
      ['2027-02-02T10:00', '2027-02-03T10:00'],
      ['-', '2027-03-17T10:00'],
    ])
  })

  it('N4 is for the last injection alone where the next visit comes first', () => {
    expect(both(days(42))).toEqual([
      ['2026-12-22T10:00', '-'],
      ['2027-02-02T10:00', '-'],
      ['-', '2027-04-06T10:00'],
    ])
  })

  it.each([
    ['none', 41, true],
    [1, 40, true],
    [1, 41, false],
    [14, 27, true],
    [14, 28, false],
  ] as const)('with %s days before the next visit, N4 on day %i goes: %s', (before, after, planned) => {
    expect(goes(ANN, 'N4@1.1.1', days(after, before)) !== '-').toBe(planned)
  })

  it('N3 goes where N4 is left out because the next visit is near', () => {
    expect(goes(ANN, 'N3@1.1.1', days(20, 14))).toBe('-')
    expect(goes(annBooked(['2026-12-01T10:00', '2026-12-30T10:00']), 'N3@1.1.1', days(20, 14))).toBe(
      '2026-12-22T10:00',
    )
  })
})

describe('"last"', () => {
  const LAST = ['B1b', 'B1d', 'X2c', 'X2d', 'P3', 'Z1']

  it('is the last one booked: the tail moves on as soon as another is', () => {
    const [one, two] = [annBooked(VISITS.slice(0, 1)), annBooked(VISITS.slice(0, 2))]

    expect(LAST.map((key) => goes(one, `${key}@1.1.1`) !== '-')).toEqual(LAST.map(() => true))
    expect(LAST.map((key) => goes(two, `${key}@1.1.1`) !== '-')).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(LAST.map((key) => goes(two, `${key}@1.2.1`) !== '-')).toEqual(LAST.map(() => true))
  })

  it('is the last one given after the series is ended early, without its B1b', () => {
    const cancelled = { state: 'cancelled', changedAt: sydney('2027-01-20T09:00') } as const
    const ended = annWith(
      [
        booked(1, VISITS[0] ?? ''),
        booked(2, VISITS[1] ?? ''),
        { ...booked(3, VISITS[2] ?? ''), ...cancelled },
      ],
      { endedAt: cancelled.changedAt, startedAt: ENROLLED },
    )

    expect(LAST.map((key) => goes(ended, `${key}@1.2.1`) !== '-')).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(goes(ended, 'Z1@1.2.1')).toBe('2027-04-06T10:00')
    expect(goes(ended, 'R1@1.3.1')).toBe('-')
  })

  it('keeps B1b of the first injection even where the series ends there', () => {
    const ended = annWith([booked(1, VISITS[0] ?? '')], { endedAt: sydney('2026-12-10T09:00') })

    expect(goes(ended, 'B1b@1.1.1')).toBe('2026-12-25T08:00')
  })

  it('does not count an injection that was missed or cancelled', () => {
    const missed = changeInjection(ANN, 3, { state: 'missed', changedAt: sydney('2027-02-24T09:00') })

    expect([goes(missed, 'Z1@1.3.1'), goes(missed, 'Z1@1.2.1')]).toEqual(['-', '2027-04-06T10:00'])
  })
})

describe('physio', () => {
  it('starts again on the day the clinic set', () => {
    expect(goes(ANN, 'X1@1.1.1', harbourWith({ physioRestartDay: 13 }))).toBe('2026-12-14T17:30')
  })
})
