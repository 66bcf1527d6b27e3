import type { Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { dueNow } from '../plan/due-now.ts'
import type { Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import { withSkips } from './take-next.ts'

/**
 * Writes down what has fallen due and is not to go, before the reason for it ends: START, resume and MORE bring back
 * only what is not due yet.
 */
export function skipDue({ patient, clinic }: Snapshot, now: Instant): Patient {
  return withSkips({ patient, clinic }, dueNow(computePlan(patient, clinic), patient, clinic, now).skips, now)
}
