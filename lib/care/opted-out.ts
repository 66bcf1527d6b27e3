import type { OptOut, Patient } from '../patient/patient.ts'
import { visitsAhead } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import { withUntoldFlags } from './escalate.ts'
import { withTask } from './tasks.ts'

/**
 * The patient with an opt-out of her number, however it came to light. Without texts she is not reminded of a visit and
 * will not hear of a change: staff must know. The first opt-out stays; a later one may still tell staff more.
 */
export function withOptOut({ patient, clinic }: Snapshot, optOut: OptOut, now: Instant): Patient {
  const out = withUntoldFlags(patient.optedOut === undefined ? { ...patient, optedOut: optOut } : patient)
  if (optOut.reason === 'wrong') return withTask(out, clinic, 'wrong', now)
  return visitsAhead(patient, clinic, now).length === 0 ? out : withTask(out, clinic, 'stopped', now)
}
