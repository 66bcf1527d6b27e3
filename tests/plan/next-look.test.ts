import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptId, phoneNumber } from '../../lib/patient/identifiers.ts'
import type { LedgerEntry } from '../../lib/patient/ledger.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { dueNow, isPending, readyAt } from '../../lib/plan/due-now.ts'
import { ALARM_GRACE, alarmTime, nextLook, nextSend, nextSends } from '../../lib/plan/next-look.ts'
import type { Plan } from '../../lib/plan/plan.ts'
import { DAY, type Instant, instant, after as later, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { localDate } from '../../lib/time/local-date.ts'
import { ANN, ENROLLED, sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { looksOf, scenes } from './random-patients.ts'
import { annBooked, deliveredUntil, settled, withCourse, withEntry } from './scenes.ts'

const look = (patient: Patient, now: Instant) =>
  nextLook(computePlan(patient, HARBOUR), patient, HARBOUR, now)
const alarm = (patient: Patient, now: Instant) =>
  alarmTime(computePlan(patient, HARBOUR), patient, HARBOUR, now)
const send = (patient: Patient, now: Instant) =>
  nextSend(computePlan(patient, HARBOUR), patient, HARBOUR, now)

const welcomed = deliveredUntil(ANN, later(ENROLLED, MINUTE))
const R1_DUE = sydney('2026-11-24T10:00')
const DONE_AT = sydney('2027-07-01T10:00')
const done = deliveredUntil(ANN, DONE_AT)

const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  state: 'sending',
  due: R1_DUE,
  at: R1_DUE,
  attempts: [{ id: attemptId('a'), state: 'sending', claimedAt: R1_DUE }],
  ...more,
})

describe('the next look', () => {
  it('is at once while something is due', () => {
    expect(look(ANN, ENROLLED)).toBe(ENROLLED)
  })

  it('is when the next text falls due', () => {
    expect(look(welcomed, ENROLLED)).toBe(R1_DUE)
  })

  it('gives an alarm believed armed for it two minutes of grace, and no other', () => {
    const armed: Patient = { ...welcomed, alarm: { by: 'rules', at: R1_DUE } }
    const elsewhere: Patient = { ...welcomed, alarm: { by: 'rules', at: sydney('2026-11-25T10:00') } }

    expect(look(armed, ENROLLED)).toBe(later(R1_DUE, ALARM_GRACE))
    expect(look(elsewhere, ENROLLED)).toBe(R1_DUE)
  })

  it('is next morning for what fell due and was not sent in the evening', () => {
    const ann = deliveredUntil(ANN, sydney('2026-12-01T18:00'))

    expect(look(ann, sydney('2026-12-01T19:51'))).toBe(sydney('2026-12-02T08:00'))
  })

  it('is the day after for what the fuse holds', () => {
    const ann: Patient = {
      ...deliveredUntil(ANN, sydney('2026-12-08T10:00')),
      today: { date: localDate('2026-12-08'), texts: 3 },
    }

    expect(look(ann, sydney('2026-12-08T10:00'))).toBe(sydney('2026-12-09T08:00'))
  })

  it('is at once for what the fuse holds beyond its life, to be written down as expired', () => {
    const now = sydney('2026-12-11T17:30')
    const ann: Patient = { ...deliveredUntil(ANN, now), today: { date: localDate('2026-12-11'), texts: 3 } }

    expect(look(ann, now)).toBe(now)
    expect(dueNow(computePlan(ann, HARBOUR), ann, HARBOUR, now).skips).toHaveLength(1)
  })

  it('is when a text falls due that will be skipped, alarm or not', () => {
    const paused: Patient = { ...welcomed, standing: 'paused', alarm: { by: 'rules', at: R1_DUE } }

    expect(look(paused, ENROLLED)).toBe(R1_DUE)
  })

  it('is a retry’s not-before, even past the text’s own time', () => {
    const notBefore = later(R1_DUE, 5 * MINUTE)
    const retry = settled(welcomed, 'R1@1.1.1', 'retry', HARBOUR, { lookAt: notBefore })

    expect([look(retry, R1_DUE), alarm(retry, R1_DUE)]).toEqual([notBefore, notBefore])
  })

  it('is a claim’s deadline, and at once where a claim has none', () => {
    const claim = { body: '', to: phoneNumber('+61491570006'), deadline: later(R1_DUE, 10 * SECOND) }

    expect(look(withEntry(welcomed, 'R1@1.1.1', entry({ claim })), R1_DUE)).toBe(claim.deadline)
    expect(look(withEntry(welcomed, 'R1@1.1.1', entry({})), R1_DUE)).toBe(R1_DUE)
  })

  it.each([
    'unknown',
    'sent',
  ] as const)('is the next question to the carrier about a text that is %s', (state) => {
    const lookAt = later(R1_DUE, 5 * MINUTE)

    expect(look(withEntry(welcomed, 'R1@1.1.1', entry({ state, lookAt })), R1_DUE)).toBe(lookAt)
  })

  it('is when staff must be asked to book the next injection', () => {
    const one = deliveredUntil(annBooked(VISITS.slice(0, 1)), sydney('2027-01-02T12:00'))

    // D+35 of 1 December; the next text is X2c on 12 January.
    expect(look(one, sydney('2027-01-02T12:00'))).toBe(sydney('2027-01-05T08:00'))
  })

  it('is none when everything has happened', () => {
    expect([look(done, DONE_AT), alarm(done, DONE_AT), send(done, DONE_AT)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is there whenever a text is pending, and never later than that text but for an alarm', () => {
    fc.assert(
      fc.property(scenes, fc.boolean(), (scene, armed) => {
        for (const { plan, now, after: patient } of looksOf(scene, 12)) {
          const at = alarmTime(plan, patient, scene.clinic, now)
          const waiting: Patient =
            armed && at !== undefined ? { ...patient, alarm: { by: 'rules', at } } : patient
          const next = nextLook(plan, waiting, scene.clinic, now)
          const ready = plan
            .filter(({ id }) => isPending(patient.ledger[id]))
            .map((text) => readyAt(patient, text))
          const first = nextSend(plan, patient, scene.clinic, now)
          if (ready.length === 0) continue
          expect(next).toBeDefined()
          if (first !== undefined) expect(next).toBeLessThanOrEqual(first + ALARM_GRACE + MINUTE)
          if (!armed && first !== undefined) expect(next).toBeLessThanOrEqual(first)
          if (first === undefined) expect(next).toBeLessThanOrEqual(Math.min(...ready))
        }
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})

describe('the next texts', () => {
  const delays = fc.integer({ min: 0, max: 6 * DAY })

  /** The first text still to go has been tried and waits so long: what stands behind it in the plan may overtake it. */
  const withFirstDelayed = (plan: Plan, patient: Patient, delay: number): Patient => {
    const first = plan.find(({ id }) => patient.ledger[id] === undefined)
    if (first === undefined) return patient
    const { id, due } = first
    return withEntry(patient, id, entry({ state: 'retry', due, lookAt: later(due, delay) }))
  }

  it('are the soonest of all, however few are asked for', () => {
    fc.assert(
      fc.property(scenes, delays, fc.integer({ min: 1, max: 4 }), (scene, delay, most) => {
        for (const { plan, now, after } of looksOf(scene, 12)) {
          const patient = withFirstDelayed(plan, after, delay)
          const all = plan.flatMap((text) => nextSends([text], patient, scene.clinic, now, 1))

          expect(nextSends(plan, patient, scene.clinic, now, most)).toEqual(
            all.toSorted((a, b) => a - b).slice(0, most),
          )
        }
      }),
      { seed: 6, numRuns: 60 },
    )
  })

  it('are looked at as soon as if each had been looked at alone', () => {
    fc.assert(
      fc.property(scenes, delays, (scene, delay) => {
        for (const { plan, now, after } of looksOf(scene, 12)) {
          const patient = withFirstDelayed(plan, after, delay)
          const lookOf = (texts: Plan) =>
            nextLook(texts, patient, scene.clinic, now) ?? Number.POSITIVE_INFINITY

          expect(lookOf(plan)).toBe(Math.min(lookOf([]), ...plan.map((text) => lookOf([text]))))
        }
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})

describe('the alarm', () => {
  it('is set for the next text, in whole minutes', () => {
    const odd = settled(welcomed, 'R1@1.1.1', 'retry', HARBOUR, { lookAt: later(R1_DUE, 301 * SECOND) })

    expect(alarm(welcomed, ENROLLED)).toBe(R1_DUE)
    expect(alarm(odd, R1_DUE)).toBe(later(R1_DUE, 6 * MINUTE))
  })

  it('is set two minutes ahead at least: what is nearer is the sweep’s', () => {
    expect(alarm(welcomed, later(R1_DUE, -2 * MINUTE))).toBe(R1_DUE)
    expect(alarm(welcomed, instant(R1_DUE - 2 * MINUTE + 1))).toBeUndefined()
    expect(alarm(welcomed, R1_DUE)).toBeUndefined()
  })

  it.each([
    ['stopped', { optedOut: { at: ENROLLED, reason: 'stop' } }],
    ['paused', { standing: 'paused' }],
    ['withdrawn', { standing: 'withdrawn' }],
    ['whose number is bad', { numberBad: { at: ENROLLED } }],
  ] as const)('is not set for a patient who is %s: nothing will be sent', (_, change) => {
    expect(alarm({ ...welcomed, ...change }, ENROLLED)).toBeUndefined()
  })

  it('passes over texts the plan knows will not go', () => {
    const short = annBooked(['2026-12-01T10:00', '2026-12-22T09:00'])
    const before = deliveredUntil(short, sydney('2026-12-22T08:00'))

    // N3 of 22 December 10:00 is superseded; F1 of the second visit is next.
    expect(alarm(before, sydney('2026-12-22T08:00'))).toBe(sydney('2026-12-22T18:00'))
  })

  it('passes over a crowded text, though it would still be alive', () => {
    const both = withCourse(annBooked(['2026-12-01T10:00']), ['2026-12-01T10:30'])
    const before = deliveredUntil(both, sydney('2026-12-02T09:00'))

    // N2 of the left side, 10:00, is crowded out; N2 of the right goes behind its F1.
    expect(alarm(before, sydney('2026-12-02T09:00'))).toBe(sydney('2026-12-02T17:30'))
  })
})
