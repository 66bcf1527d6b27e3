import type { Clinic } from '../patient/clinic.ts'
import { isOpen } from '../patient/escalation.ts'
import type { TextId } from '../patient/identifiers.ts'
import type { Patient, Task, TaskKind } from '../patient/patient.ts'
import type { PlannedText } from '../plan/plan.ts'
import type { Instant } from '../time/instant.ts'
import { promisedBy } from './clinic-hours.ts'
import { withUntoldFlags } from './escalate.ts'

export interface Cause {
  readonly about?: TextId
  readonly key?: string
  /** Texts of some kinds wait until it is resolved. */
  readonly urgent?: true
}

/**
 * Adds a task for staff: a person was promised, by the end of a working day. The cause makes its id: the same cause
 * raised twice is one task. Without one there is a single open task of that kind, because one call settles them all.
 */
export function withTask(
  patient: Patient,
  clinic: Clinic,
  kind: TaskKind,
  now: Instant,
  cause: Cause = {},
): Patient {
  const key = cause.about ?? cause.key
  const id = key === undefined ? kind : `${kind}:${key}`
  if (patient.tasks.some((task) => task.id === id && isOpen(task))) return patient
  const task: Task = {
    id,
    seq: Math.max(0, ...patient.tasks.map(({ seq }) => seq)) + 1,
    kind,
    at: now,
    dueBy: promisedBy(clinic, now),
    ...(cause.about && { about: cause.about }),
    ...(cause.urgent && { urgent: cause.urgent }),
  }
  return { ...patient, tasks: [...patient.tasks, task] }
}

/**
 * A text that has finally failed, by whatever fault. Of most nothing depends; what tells of a visit, of a red flag or of
 * the signs to watch for must be told by a person.
 */
export function withUntold(
  patient: Patient,
  clinic: Clinic,
  text: Pick<PlannedText, 'id' | 'step'>,
  now: Instant,
): Patient {
  if (text.step.safetyNet) return withUntoldFlags(patient)
  return text.step.kind === 'flare: warning signs (safety)'
    ? withTask(patient, clinic, 'not-warned', now, { about: text.id })
    : withNotToldTask(patient, clinic, text, now)
}

/** News of a visit that will not reach her: a person must tell her. */
export function withNotToldTask(
  patient: Patient,
  clinic: Clinic,
  text: Pick<PlannedText, 'id' | 'step'>,
  now: Instant,
): Patient {
  const isNotice = text.step.on === 'moved' || text.step.on === 'cancelled' || text.step.on === 'missed'
  return isNotice ? withTask(patient, clinic, 'not-told', now, { about: text.id }) : patient
}
