import { isOpen } from '../patient/escalation.ts'
import type { OptOut, Patient, Task } from '../patient/patient.ts'
import { visitsAhead } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import { withOptedOutFlags, withTextedFlags } from './escalate.ts'
import { withTask } from './tasks.ts'

/**
 * The patient with an opt-out of her number, however it came to light. Without texts she is not reminded of a visit and
 * will not hear of a change: staff must know. The first opt-out stays; a later one may still tell staff more.
 */
export function withOptOut({ patient, clinic }: Snapshot, optOut: OptOut, now: Instant): Patient {
  const out = withOptedOutFlags(patient.optedOut === undefined ? stopped(patient, optOut) : patient, optOut)
  if (optOut.reason === 'wrong') return withTask(out, clinic, 'wrong', now)
  return visitsAhead(patient, clinic, now).length === 0 ? out : withTask(out, clinic, 'stopped', now)
}

/** A task that is still open from an earlier opt-out is true again. */
const stopped = (patient: Patient, optedOut: OptOut): Patient => ({
  ...patient,
  optedOut,
  tasks: patient.tasks.map(({ textsAgainAt: _, ...task }) => task),
})

const isOfOptOut = (task: Task): boolean => (task.kind === 'stopped' || task.kind === 'wrong') && isOpen(task)

/** Texts go again. Somebody may be acting on the task of the opt-out, so that is not closed: it says since when. */
export function withTextsAgain(patient: Patient, now: Instant): Patient {
  const tasks = patient.tasks.map((task) => (isOfOptOut(task) ? { ...task, textsAgainAt: now } : task))
  return withTextedFlags({ ...patient, tasks })
}
