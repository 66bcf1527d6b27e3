import { describe, expect, it } from 'vitest'
import type { Injection, Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { localDateTimeAt, zoneId } from '../../lib/time/zone.ts'
import { ANN, booked, ENROLLED, sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import {
  annBooked,
  annWith,
  changeInjection,
  deliveredUntil,
  goes,
  idsOf,
  lifeOf,
  settled,
  skipped,
  textOf,
} from './scenes.ts'

const movedTo = (patient: Patient, number: number, at: string, visit: number, when: string): Patient =>
  changeInjection(patient, number, {
    state: 'booked',
    at: localDateTime(at),
    visit,
    changedAt: sydney(when),
  })

const marked = (patient: Patient, number: number, state: Injection['state'], when: string): Patient =>
  changeInjection(patient, number, { state, changedAt: sydney(when) })

/** What goes from an instant on to an injection, in order: `V1@1.2.2 2027-01-07T11:15`. */
const ahead = (patient: Patient, injection: number, from: string, count: number): readonly string[] =>
  computePlan(patient, HARBOUR)
    .filter((text) => text.injection === injection && text.skip === undefined && text.due >= sydney(from))
    .slice(0, count)
    .map(({ id, due }) => `${id} ${localDateTimeAt(patient.zone, due)}`)

describe('a visit moved there, back, and on the day', () => {
  const reminded = deliveredUntil(ANN, sydney('2027-01-07T11:00'))
  const there = movedTo(reminded, 2, '2027-01-14T15:00', 2, '2027-01-07T11:00')
  const back = movedTo(settled(there, 'V1@1.2.2'), 2, '2027-01-12T10:00', 3, '2027-01-08T09:00')
  const onTheDay = movedTo(
    deliveredUntil(back, sydney('2027-01-12T09:10')),
    2,
    '2027-01-19T10:00',
    4,
    '2027-01-12T09:10',
  )

  it('is told 15 minutes after the move, naming the new time, until the visit', () => {
    expect(lifeOf(there, 'V1@1.2.2')).toBe('2027-01-07T11:15 until 2027-01-14T15:00')
    expect(textOf(there, HARBOUR, 'V1@1.2.2').says).toBe('2027-01-14T15:00')
  })

  it('gets no first reminder when the notice of the same time goes within three days before it', () => {
    // R1 of 14 January belongs on 7 January 10:00, an hour before the move.
    expect(goes(there, 'R1@1.2.2')).toBe('already-told')
    expect(goes(there, 'R2@1.2.2')).toBe('2027-01-12T10:00')
  })

  it('is told again when it moves back, because the last word named the other time', () => {
    expect(goes(back, 'V1@1.2.3')).toBe('2027-01-08T09:15')
    expect(textOf(back, HARBOUR, 'V1@1.2.3').says).toBe('2027-01-12T10:00')
  })

  it('is told on the day, with the old visit gone and one flare text after the new one', () => {
    expect(ahead(onTheDay, 2, '2027-01-12T09:10', 4)).toEqual([
      'V1@1.2.4 2027-01-12T09:25',
      'R2@1.2.4 2027-01-17T10:00',
      'F1@1.2.4 2027-01-19T18:00',
      'N2@1.2.4 2027-01-20T10:00',
    ])
    expect(goes(onTheDay, 'R1@1.2.4')).toBe('already-told')
    expect(textOf(onTheDay, HARBOUR, 'R2@1.2.4').says).toBe('2027-01-19T10:00')
  })

  it('leaves injection 3 where it is', () => {
    expect(goes(onTheDay, 'R1@1.3.1')).toBe('2027-02-16T10:00')
  })

  it('is one notice, with the last time, when it moves twice within 15 minutes', () => {
    const first = skipped(there, 'V1@1.2.2', 'superseded')
    const twice = movedTo(first, 2, '2027-01-15T09:00', 3, '2027-01-07T11:10')
    const notices = idsOf(twice).filter((id) => id.startsWith('V1'))

    expect(notices).toEqual(['V1@1.2.3'])
    expect(lifeOf(twice, 'V1@1.2.3')).toBe('2027-01-07T11:25 until 2027-01-15T09:00')
  })

  it('is not told at all when it is back before she heard of the move', () => {
    const first = skipped(there, 'V1@1.2.2', 'superseded')
    const undone = movedTo(first, 2, '2027-01-12T10:00', 3, '2027-01-07T11:10')

    expect(goes(undone, 'V1@1.2.3')).toBe('already-told')
  })

  it('is told when it may be that she heard it, but it is not known', () => {
    const unsure = movedTo(
      settled(there, 'V1@1.2.2', 'unknown'),
      2,
      '2027-01-14T15:00',
      3,
      '2027-01-07T12:00',
    )

    expect(goes(unsure, 'V1@1.2.3')).toBe('2027-01-07T12:15')
  })
})

describe('the first reminder of a moved visit', () => {
  // Moved on 9 January to 20 January: R1 belongs on 13 January, more than three days after the notice.
  const early = movedTo(
    deliveredUntil(ANN, sydney('2027-01-09T11:00')),
    2,
    '2027-01-20T10:00',
    2,
    '2027-01-09T11:00',
  )
  // Moved on 10 January 12:00: the notice goes on the 10th at 12:15, less than three days before R1.
  const late = movedTo(
    deliveredUntil(ANN, sydney('2027-01-10T12:00')),
    2,
    '2027-01-20T10:00',
    2,
    '2027-01-10T12:00',
  )

  it('goes when the notice was longer ago', () => {
    expect(goes(early, 'R1@1.2.2')).toBe('2027-01-13T10:00')
  })

  it('does not go shortly after the notice', () => {
    expect(goes(late, 'R1@1.2.2')).toBe('already-told')
  })

  it.each(['failed', 'undelivered'] as const)('goes after all when the notice %s', (state) => {
    expect(goes(settled(late, 'V1@1.2.2', state), 'R1@1.2.2')).toBe('2027-01-13T10:00')
  })

  it.each([
    'paused',
    'expired',
    'opted-out',
    'number-bad',
  ] as const)('goes after all when the notice was skipped as %s, whatever other time she heard before', (reason) => {
    expect(goes(skipped(late, 'V1@1.2.2', reason), 'R1@1.2.2')).toBe('2027-01-13T10:00')
  })

  it('does not go when the notice was needless because she just heard that very time', () => {
    const there = settled(late, 'V1@1.2.2')
    const elsewhere = skipped(
      movedTo(there, 2, '2027-01-21T10:00', 3, '2027-01-10T13:00'),
      'V1@1.2.3',
      'superseded',
    )
    const back = movedTo(elsewhere, 2, '2027-01-20T10:00', 4, '2027-01-10T13:05')

    expect([goes(back, 'V1@1.2.4'), goes(back, 'R1@1.2.4')]).toEqual(['already-told', 'already-told'])
  })
})

describe('a notice', () => {
  it('of a change in the evening goes next morning', () => {
    expect(goes(movedTo(ANN, 2, '2027-01-14T15:00', 2, '2027-01-05T19:31'), 'V1@1.2.2')).toBe(
      '2027-01-06T08:00',
    )
  })

  it('stays in the plan when it comes too late, so that staff hear of it', () => {
    const tonight = movedTo(ANN, 2, '2027-01-13T07:30', 2, '2027-01-12T20:00')

    expect(lifeOf(tonight, 'V1@1.2.2')).toBe('2027-01-13T08:00 until 2027-01-13T07:30')
  })

  it('is not sent for a first booking', () => {
    expect(idsOf(ANN).filter((id) => id.startsWith('V'))).toEqual([])
  })

  it('is not sent for a visit whose time had passed when it was changed', () => {
    expect(goes(movedTo(ANN, 2, '2027-01-11T10:00', 2, '2027-01-13T09:00'), 'V1@1.2.2')).toBe('-')
    expect(goes(marked(ANN, 2, 'cancelled', '2027-01-13T09:00'), 'V2@1.2.1')).toBe('-')
  })

  it('shares a day with a text that went, and takes the day of one that did not', () => {
    const went = deliveredUntil(ANN, sydney('2027-01-10T11:00'))
    const moved = movedTo(went, 3, '2027-02-24T10:00', 2, '2027-01-10T11:00')
    const before = movedTo(
      deliveredUntil(ANN, sydney('2027-01-19T09:00')),
      3,
      '2027-03-01T10:00',
      2,
      '2027-01-19T09:00',
    )

    expect(goes(moved, 'V1@1.3.2')).toBe('2027-01-10T11:15') // R2 of injection 2 went at 10:00
    expect([goes(before, 'V1@1.3.2'), goes(before, 'F3@1.2.1')]).toEqual([
      '2027-01-19T09:15',
      '2027-01-20T10:00',
    ])
  })
})

describe('a visit cancelled', () => {
  const cancelled = marked(
    deliveredUntil(ANN, sydney('2027-01-07T11:00')),
    2,
    'cancelled',
    '2027-01-07T11:00',
  )

  it('is told of, for two days, and plans nothing else', () => {
    expect(lifeOf(cancelled, 'V2@1.2.1')).toBe('2027-01-07T11:15 until 2027-01-09T11:15')
    expect(idsOf(cancelled).filter((id) => id.includes('@1.2.') && id !== 'R1@1.2.1')).toEqual(['V2@1.2.1'])
  })

  it('is not told of when a series ends and it is not the next one', () => {
    expect(goes(changeInjection(cancelled, 2, { quiet: true }), 'V2@1.2.1')).toBe('-')
  })

  it('lets the texts of the injection before run on', () => {
    expect(goes(marked(ANN, 2, 'cancelled', '2026-12-10T11:00'), 'P2@1.1.1')).toBe('2026-12-29T10:00')
  })
})

describe('a visit missed, told late', () => {
  const untilMorning = deliveredUntil(ANN, sydney('2027-01-13T09:05'))
  const missed = marked(untilMorning, 2, 'missed', '2027-01-13T09:05')
  const rebooked = movedTo(settled(missed, 'V3@1.2.1'), 2, '2027-01-27T11:00', 2, '2027-01-13T12:00')

  it('had its flare text the evening before', () => {
    expect(untilMorning.ledger).toHaveProperty('F1@1.2.1')
  })

  it('plans no care any more, but the notice, for a week', () => {
    expect(['N2', 'F2', 'P1a', 'F3', 'P2'].map((key) => goes(missed, `${key}@1.2.1`))).toEqual([
      '-',
      '-',
      '-',
      '-',
      '-',
    ])
    expect(lifeOf(missed, 'V3@1.2.1')).toBe('2027-01-13T09:20 until 2027-01-20T09:20')
  })

  it('has a whole visit once it is booked again', () => {
    expect(ahead(rebooked, 2, '2027-01-13T12:00', 5)).toEqual([
      'V1@1.2.2 2027-01-13T12:15',
      'R1@1.2.2 2027-01-20T10:00',
      'R2@1.2.2 2027-01-25T10:00',
      'F1@1.2.2 2027-01-27T18:00',
      'N2@1.2.2 2027-01-28T10:00',
    ])
    expect(goes(rebooked, 'F2@1.2.2')).toBe('2027-01-29T10:00')
  })
})

describe('what is left of an injection when the next is given', () => {
  const short = annBooked(['2026-12-01T10:00', '2026-12-22T10:00'])

  it('is superseded from the visit on', () => {
    // R1 of the second visit has 15 December, P1b shifts to the 16th; N3 and P2 fall on the next visit and after it.
    expect(['P1b', 'X2a', 'N3', 'P2', 'X2b'].map((key) => goes(short, `${key}@1.1.1`))).toEqual([
      '2026-12-16T10:00',
      '2026-12-18T17:30',
      'superseded',
      'superseded',
      'superseded',
    ])
  })

  it('has its life cut short by the visit', () => {
    expect(lifeOf(annBooked(['2026-12-01T10:00', '2026-12-31T10:00']), 'P2@1.1.1')).toBe(
      '2026-12-30T10:00 until 2026-12-31T10:00',
    )
  })

  it('runs on while the next visit is cancelled or missed', () => {
    expect(goes(marked(short, 2, 'cancelled', '2026-12-10T10:00'), 'N3@1.1.1')).toBe('2026-12-22T10:00')
  })
})

describe('an injection given before the enrolment', () => {
  const given = annWith([{ ...booked(1, '2026-11-20T10:00'), state: 'given' }])

  it('gets what is still alive, from the day after the welcome on, one a day', () => {
    const rows = computePlan(given, HARBOUR)
      .slice(0, 5)
      .map(({ id, due, skip }) => `${id} ${localDateTimeAt(given.zone, due)} ${skip ?? ''}`.trim())

    // Given Friday, enrolled Monday 14:00. F1 and N2 are over, P1a lives until Tuesday 10:00; F2 never shifts and never drops.
    expect(rows).toEqual([
      'W0@1.0.1 2026-11-23T14:00',
      'F2@1.1.1 2026-11-24T10:00',
      'P1a@1.1.1 2026-11-25T10:00',
      'B1a@1.1.1 2026-11-26T08:00',
      'F3@1.1.1 2026-11-27T10:00',
    ])
  })

  it('gets no reminder and no warning of before', () => {
    expect(['R1', 'R2', 'N1', 'P0'].map((key) => goes(given, `${key}@1.1.1`))).toEqual(['-', '-', '-', '-'])
  })
})

describe('a patient in another zone than the clinic', () => {
  const living = (zone: string): Patient => ({ ...annBooked(VISITS), zone: zoneId(zone) })

  it('gets her texts by her own clock', () => {
    expect(goes(living('Australia/Perth'), 'R1@1.1.1')).toBe('2026-11-24T10:00')
    expect(goes(living('Pacific/Auckland'), 'F1@1.1.1')).toBe('2026-12-01T18:00')
  })

  it('gets no care before the visit where her calendar is a day ahead', () => {
    // 22:00 in Sydney is 0:45 of the next day in Chatham.
    const patient = { ...annBooked(['2026-12-01T22:00']), zone: zoneId('Pacific/Chatham') }

    expect(goes(patient, 'F1@1.1.1')).toBe('2026-12-02T18:00')
    expect(goes(patient, 'R2@1.1.1')).toBe('2026-11-29T10:00')
  })

  it('gets no reminder after the visit where her calendar is a day behind', () => {
    // 10:00 on Tuesday in Sydney is Monday 13:00 in Honolulu.
    const patient = living('Pacific/Honolulu')

    expect(goes(patient, 'R2@1.1.1')).toBe('2026-11-28T10:00')
    expect(goes(patient, 'F2@1.1.1')).toBe('2026-12-03T10:00')
  })
})

describe('a correction of when an injection was given', () => {
  it('moves what is still to come and plans nothing again that went', () => {
    const after = deliveredUntil(ANN, sydney('2026-12-02T12:00'))
    const corrected = changeInjection(after, 1, {
      state: 'given',
      at: localDateTime('2026-11-30T10:00'),
      changedAt: sydney('2026-12-02T12:00'),
    })

    expect(goes(corrected, 'N2@1.1.1')).toBe('-')
    expect(goes(corrected, 'F2@1.1.1')).toBe('2026-12-03T10:00') // its time was this morning: the next day
    expect(goes(corrected, 'F3@1.1.1')).toBe('2026-12-07T10:00')
  })
})

describe('confirming', () => {
  it('changes nothing of the plan', () => {
    expect(idsOf(changeInjection(ANN, 1, { state: 'confirmed' }))).toEqual(idsOf(ANN))
    expect(ENROLLED).toBe(ANN.courses[0]?.injections[0]?.changedAt)
  })
})
