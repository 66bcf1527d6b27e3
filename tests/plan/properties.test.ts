import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { isPending } from '../../lib/plan/due-now.ts'
import type { Plan, PlannedText } from '../../lib/plan/plan.ts'
import { MINUTE } from '../../lib/time/instant.ts'
import { addDays, dateOf } from '../../lib/time/local-date.ts'
import { instantOf, localAt, localDateTimeAt } from '../../lib/time/zone.ts'
import { looksOf, type Scene, scenes } from './random-patients.ts'

const RUNS = { seed: 20261122, numRuns: 150 }

const going = (plan: Plan): Plan => plan.filter(({ skip }) => skip === undefined)
const isNotice = ({ step }: PlannedText): boolean => ['V1', 'V2', 'V3'].includes(step.key)

function visitOf({ patient, clinic }: Scene, text: PlannedText): number {
  const course = patient.courses.find(({ number }) => number === text.course)
  const injection = course?.injections.find(({ number }) => number === text.injection)
  return injection === undefined ? Number.NaN : instantOf(clinic.zone, injection.at)
}

function byDay(plan: Plan, patient: Patient): readonly Plan[] {
  const days = new Map<string, PlannedText[]>()
  for (const text of going(plan)) {
    const { date } = localAt(patient.zone, text.due)
    days.set(date, [...(days.get(date) ?? []), text])
  }
  return [...days.values()]
}

/** The only texts that may share a day, when nothing went yet. */
function mayShare(texts: Plan): boolean {
  const movable = texts.filter(({ step }) => step.rank !== 'fixed')
  if (movable.length === 0) return true
  const [first, second] = movable
  if (second === undefined)
    return first?.step.rank === 'R' && texts.length === 2 && texts.some(({ step }) => step.key === 'W0')
  return (
    texts.length === 2 &&
    first?.step.key === 'F1' &&
    second?.step.key === 'N2' &&
    first.injection === second.injection
  )
}

describe('any plan', () => {
  const holds = (property: (scene: Scene, plan: Plan) => void): void =>
    fc.assert(
      fc.property(scenes, (scene) => property(scene, computePlan(scene.patient, scene.clinic))),
      RUNS,
    )

  it('has each text once, in order, and the same every time', () => {
    holds((scene, plan) => {
      const again = computePlan(scene.patient, scene.clinic)

      expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length)
      expect(plan.every(({ due }, index) => index === 0 || (plan[index - 1]?.due ?? 0) <= due)).toBe(true)
      expect(again.map(({ id, due, endsAt, skip }) => [id, due, endsAt, skip])).toEqual(
        plan.map(({ id, due, endsAt, skip }) => [id, due, endsAt, skip]),
      )
    })
  })

  it('is in plannable minutes of the patient’s zone', () => {
    holds(({ patient, clinic }, plan) => {
      const outside = plan.filter(({ due }) => {
        const { minute } = localAt(patient.zone, due)
        return (
          minute < clinic.textingHours.start || minute > clinic.textingHours.end - 15 || due % MINUTE !== 0
        )
      })

      expect(outside.map(({ id, due }) => `${id} ${localDateTimeAt(patient.zone, due)}`)).toEqual([])
    })
  })

  it('has two texts on one day only where the protocol says so', () => {
    holds(({ patient }, plan) => {
      const shared = byDay(plan, patient).filter((texts) => texts.length > 1 && !mayShare(texts))

      expect(
        shared.map((texts) => texts.map(({ id, due }) => `${id} ${localDateTimeAt(patient.zone, due)}`)),
      ).toEqual([])
    })
  })

  it('gives each text that goes ten minutes of life at least, but a notice that comes too late', () => {
    holds((_, plan) => {
      const dead = going(plan).filter((text) => text.due > text.endsAt - 10 * MINUTE && !isNotice(text))

      expect(dead.map(({ id }) => id)).toEqual([])
    })
  })

  it('never leaves out the warning signs of an injection', () => {
    holds(({ patient, clinic }, plan) => {
      const missing = patient.courses.flatMap((course) =>
        course.injections
          .filter(({ at, changedAt }) => changedAt < instantOf(clinic.zone, at))
          .filter(
            ({ number, visit }) =>
              going(plan).find(({ id }) => id === `F2@${course.number}.${number}.${visit}`) === undefined,
          ),
      )

      expect(missing).toEqual([])
    })
  })

  it('has the warning signs on the second day after, wherever the clinic is', () => {
    holds(({ patient, clinic }, plan) => {
      for (const text of plan.filter(({ step }) => step.key === 'F2')) {
        const course = patient.courses.find(({ number }) => number === text.course)
        const injection = course?.injections.find(({ number }) => number === text.injection)
        if (injection === undefined || injection.changedAt >= instantOf(clinic.zone, injection.at)) continue
        const days = [dateOf(injection.at), localAt(patient.zone, instantOf(clinic.zone, injection.at)).date]
        expect(days.map((day) => addDays(day, 2))).toContain(localAt(patient.zone, text.due).date)
      }
    })
  })

  it('has care after its visit and reminders before it', () => {
    holds((scene, plan) => {
      const wrong = going(plan).filter((text) => {
        if (text.step.on === 'given') return text.due < visitOf(scene, text)
        return text.step.on === 'booked' && text.due >= visitOf(scene, text)
      })

      expect(wrong.map(({ id }) => id)).toEqual([])
    })
  })
})

describe('any patient followed to the end', () => {
  const followed = (property: (scene: Scene, looks: ReturnType<typeof looksOf>) => void): void =>
    fc.assert(
      fc.property(scenes, (scene) => property(scene, looksOf(scene))),
      { seed: 7, numRuns: 25 },
    )

  it('has the rest of the plan unchanged by what went', () => {
    followed((_, looks) => {
      let rest: readonly string[] | undefined
      for (const { plan, before, after } of looks) {
        const now = toCome(plan, before)
        if (rest !== undefined) expect(now).toEqual(rest)
        rest = toCome(plan, after)
      }
    })
  })

  it('gets every text on its day, one a look, and at the end nothing is left', () => {
    followed(({ patient, clinic }, looks) => {
      let last: Patient = patient
      for (const { now, before, after } of looks) {
        const fresh = Object.entries(after.ledger).filter(([id]) => !(id in before.ledger))
        const sent = fresh.filter(([, entry]) => entry.state === 'delivered')
        const { minute } = localAt(patient.zone, now)
        expect(sent.length).toBeLessThanOrEqual(1)
        for (const [id, entry] of sent) {
          expect(`${id} ${localAt(patient.zone, entry.at).date}`).toBe(
            `${id} ${localAt(patient.zone, entry.due).date}`,
          )
          expect(minute).toBeGreaterThanOrEqual(clinic.textingHours.start)
          expect(minute).toBeLessThanOrEqual(clinic.textingHours.end - 10)
        }
        last = after
      }
      expect(computePlan(last, clinic).filter(({ id }) => isPending(last.ledger[id]))).toEqual([])
    })
  })
})

/** What is planned and not settled. A notice may turn out to be told already by a reminder of the same evening. */
const toCome = (plan: Plan, patient: Patient): readonly string[] =>
  plan
    .filter((text) => patient.ledger[text.id] === undefined && !isNotice(text))
    .map(({ id, due, endsAt, skip }) => `${id} ${due} ${endsAt} ${skip ?? ''}`)
