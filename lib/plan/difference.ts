import type { Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import type { Plan, PlannedText } from './plan.ts'

/** One text of one step, course and injection whose planned instant changes. */
export interface MovedText {
  readonly step: string
  readonly kind: string
  readonly course: number
  readonly injection: number
  readonly from: Instant
  readonly to: Instant
}

/** What a change does to the texts still to come. */
export interface PlanDifference {
  readonly added: Plan
  readonly removed: Plan
  readonly moved: readonly MovedText[]
}

/** Compares what would have been sent with what will be. Texts of one step, course and injection are the same text. */
export function differenceBetween(
  before: readonly [Plan, Patient],
  after: readonly [Plan, Patient],
): PlanDifference {
  const [old, fresh] = [toCome(...before), toCome(...after)]
  return {
    added: [...fresh].filter(([key]) => !old.has(key)).map(([, text]) => text),
    removed: [...old].filter(([key]) => !fresh.has(key)).map(([, text]) => text),
    moved: [...fresh].flatMap(([key, to]) => {
      const from = old.get(key)
      if (from === undefined || from.due === to.due) return []
      const { step, course, injection } = to
      return [{ step: step.key, kind: step.kind, course, injection, from: from.due, to: to.due }]
    }),
  }
}

function toCome(plan: Plan, patient: Patient): ReadonlyMap<string, PlannedText> {
  const ahead = plan.filter((text) => patient.ledger[text.id] === undefined && text.skip === undefined)
  return new Map(ahead.map((text) => [`${text.step.key}@${text.course}.${text.injection}`, text]))
}
