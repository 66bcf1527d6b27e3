import { describe, expect, it } from 'vitest'
import type { Patient } from '../../lib/patient/patient.ts'
import { bookingAskDue, unbookedAfter } from '../../lib/plan/booking-ask.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { differenceBetween } from '../../lib/plan/difference.ts'
import { patientState, runningCourses, visitsAhead } from '../../lib/plan/patient-state.ts'
import { injectionsOf } from '../../lib/plan/proposed.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { ANN, ENROLLED, sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { annBooked, changeInjection, deliveredUntil, harbourWith, settled, withCourse } from './scenes.ts'

const courseOf = (patient: Patient) => {
  const [course] = patient.courses
  if (course === undefined) throw new Error('no course')
  return course
}

const ONE = annBooked(VISITS.slice(0, 1))

describe('asking staff to book', () => {
  it('is due 35 days after an injection with none booked after it, at the start of the clinic’s day', () => {
    expect(bookingAskDue(ONE, HARBOUR, courseOf(ONE))).toBe(sydney('2027-01-05T08:00'))
  })

  it('is not due once the next is booked, but after that one', () => {
    const two = annBooked(VISITS.slice(0, 2))

    expect(bookingAskDue(two, HARBOUR, courseOf(two))).toBe(sydney('2027-02-16T08:00'))
  })

  it('is due after the last one that took place where the next was cancelled', () => {
    const cancelled = changeInjection(annBooked(VISITS.slice(0, 2)), 2, { state: 'cancelled' })

    expect(unbookedAfter(HARBOUR, courseOf(cancelled))?.number).toBe(1)
  })

  it.each([
    ['all injections are booked', ANN, HARBOUR],
    ['a series is of one', ONE, harbourWith({ injections: 1 })],
    ['staff were asked', changeInjection(ONE, 1, { bookingAsked: true }), HARBOUR],
    ['the patient has withdrawn', { ...ONE, standing: 'withdrawn' as const }, HARBOUR],
    ['the series has ended', { ...ONE, courses: [{ ...courseOf(ONE), endedAt: ENROLLED }] }, HARBOUR],
    ['no injection takes place', changeInjection(ONE, 1, { state: 'missed' }), HARBOUR],
  ])('is not due where %s', (_, patient, clinic) => {
    expect(bookingAskDue(patient, clinic, courseOf(patient))).toBeUndefined()
  })
})

describe('proposed injections', () => {
  const rows = (patient: Patient, clinic = HARBOUR) =>
    injectionsOf(courseOf(patient), clinic).map(({ number, state, date }) => `${number} ${state} ${date}`)

  it('follow the last booked one, each a gap later, without a time', () => {
    expect(rows(ONE)).toEqual(['1 booked 2026-12-01', '2 proposed 2027-01-12', '3 proposed 2027-02-23'])
    expect(injectionsOf(courseOf(ONE), HARBOUR)[1]).not.toHaveProperty('at')
  })

  it('keep the clinic’s own gap and number', () => {
    expect(rows(ONE, harbourWith({ gapDays: 28, injections: 2 }))).toEqual([
      '1 booked 2026-12-01',
      '2 proposed 2026-12-29',
    ])
  })

  it('count from the last one that took place where one was missed', () => {
    const missed = changeInjection(annBooked(VISITS.slice(0, 2)), 2, { state: 'missed' })

    expect(rows(missed)).toEqual(['1 booked 2026-12-01', '2 missed 2027-01-12', '3 proposed 2027-02-23'])
  })

  it('are none when all are booked, or the series has ended', () => {
    const ended = { ...ONE, courses: [{ ...courseOf(ONE), endedAt: ENROLLED }] }

    expect(rows(ANN)).toEqual(['1 booked 2026-12-01', '2 booked 2027-01-12', '3 booked 2027-02-23'])
    expect(rows(ended)).toEqual(['1 booked 2026-12-01'])
  })

  it('get no text', () => {
    expect(computePlan(ONE, HARBOUR).filter(({ injection }) => injection > 1)).toEqual([])
  })
})

describe('the difference of two plans', () => {
  const before = deliveredUntil(ANN, sydney('2027-01-07T11:00'))
  const moved = changeInjection(before, 2, {
    at: localDateTime('2027-01-14T15:00'),
    visit: 2,
    changedAt: sydney('2027-01-07T11:00'),
  })
  const difference = differenceBetween(
    [computePlan(before, HARBOUR), before],
    [computePlan(moved, HARBOUR), moved],
  )

  it('pairs the texts of one step, course and injection', () => {
    expect(difference.moved[0]).toEqual({
      step: 'R2',
      kind: 'visit reminder',
      course: 1,
      injection: 2,
      from: sydney('2027-01-10T10:00'),
      to: sydney('2027-01-12T10:00'),
    })
    expect(difference.moved.map(({ step, injection }) => `${step}.${injection}`)).toEqual(
      ['R2', 'F1', 'N2', 'F2', 'P1a', 'F3', 'X1', 'X2a', 'N3', 'P2', 'B1c'].map((step) => `${step}.2`),
    )
  })

  it('names what is new and what is gone, and leaves out what went or will not go', () => {
    const cancelled = changeInjection(before, 3, {
      state: 'cancelled',
      changedAt: sydney('2027-01-07T11:00'),
    })
    const { added, removed } = differenceBetween(
      [computePlan(before, HARBOUR), before],
      [computePlan(cancelled, HARBOUR), cancelled],
    )

    expect(difference.added.map(({ id }) => id)).toEqual(['V1@1.2.2'])
    expect(difference.removed).toEqual([])
    expect(added.map(({ id }) => id)).toContain('V2@1.3.1')
    expect(removed.every(({ injection }) => injection === 3)).toBe(true)
    expect(removed).toHaveLength(16)
  })

  it('of an unchanged patient is nothing', () => {
    const plan = computePlan(ANN, HARBOUR)

    expect(differenceBetween([plan, ANN], [plan, ANN])).toEqual({ added: [], removed: [], moved: [] })
  })
})

describe('a patient’s state', () => {
  const stateOf = (patient: Patient) => patientState(patient, computePlan(patient, HARBOUR))
  const ended = deliveredUntil(ANN, sydney('2027-07-01T10:00'))

  it.each([
    ['active', ANN],
    ['paused', { ...ANN, standing: 'paused' as const }],
    ['stopped', { ...ANN, optedOut: { at: ENROLLED, reason: 'stop' as const } }],
    ['withdrawn', { ...ANN, standing: 'withdrawn' as const }],
    ['ended', ended],
    ['stopped', { ...ended, optedOut: { at: ENROLLED, reason: 'stop' as const } }],
  ])('is %s', (state, patient) => {
    expect(stateOf(patient)).toBe(state)
  })

  it('is not ended while the last text may still be going', () => {
    const before = deliveredUntil(ANN, sydney('2027-05-18T10:00'))

    expect(stateOf(settled(before, 'Z1@1.3.1', 'unknown'))).toBe('active')
    expect(stateOf(settled(before, 'Z1@1.3.1', 'failed'))).toBe('ended')
  })

  it('counts the courses of which a text may still go', () => {
    const both = withCourse(ended, ['2027-07-20T10:00'], sydney('2027-07-01T10:00'))

    expect(runningCourses(both, computePlan(both, HARBOUR))).toEqual([2])
  })
})

describe('visits ahead', () => {
  it('are the booked and confirmed ones of all courses still to come, soonest first', () => {
    const both = withCourse(changeInjection(ANN, 2, { state: 'confirmed' }), ['2027-01-05T09:00'])
    const without = changeInjection(both, 3, { state: 'cancelled' })

    expect(visitsAhead(without, HARBOUR, sydney('2026-12-01T10:00')).map(({ says }) => says)).toEqual([
      '2027-01-05T09:00',
      '2027-01-12T10:00',
    ])
  })
})
