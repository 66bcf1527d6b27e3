import type { Clinic } from '../patient/clinic.ts'
import { type Contact, type Escalation, isOpen } from '../patient/escalation.ts'
import { after, HOUR, type Instant, latest, MINUTE } from '../time/instant.ts'

/** Who is alerted on each rung; nobody left to alert: the operators are paged. */
const RUNGS: readonly (readonly Contact[])[] = [['A'], ['A'], ['B'], ['A', 'B'], []]
/** A ladder at its end with nobody there is looked at this often, so that the waiting time stays on the dashboard. */
const LOOK_AGAIN = HOUR

export interface Rung {
  readonly at: Instant
  /** Empty: the end of the ladder, operators are paged. */
  readonly to: readonly Contact[]
}

/** The next rung of an escalation nobody has taken on yet; undefined once it is acknowledged, resolved or climbed. */
export function nextRung(escalation: Escalation, clinic: Clinic): Rung | undefined {
  if (escalation.acknowledged !== undefined || !isOpen(escalation)) return undefined
  const index = escalation.alerted.length
  const minutes = clinic.ladderMinutes[index]
  const to = RUNGS[index]
  if (minutes === undefined || to === undefined) return undefined
  const at = after(escalation.startsAt, minutes * MINUTE)
  return { at: escalation.climbingUntil === undefined ? at : latest(at, escalation.climbingUntil), to }
}

/** When the escalation must be looked at again. */
export function escalationLook(escalation: Escalation, clinic: Clinic, now: Instant): Instant | undefined {
  if (escalation.acknowledged !== undefined || !isOpen(escalation)) return undefined
  return nextRung(escalation, clinic)?.at ?? after(now, LOOK_AGAIN)
}
