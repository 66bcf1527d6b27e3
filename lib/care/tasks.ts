import type { TextId } from '../patient/identifiers.ts'
import type { Patient, Task, TaskKind } from '../patient/patient.ts'
import type { PlannedText } from '../plan/plan.ts'
import type { Instant } from '../time/instant.ts'

/**
 * Adds a task for staff. `cause` makes its id: the same cause raised twice is one task. Without one there is a single
 * open task of that kind, because one call to the patient settles them all.
 */
export function withTask(
  patient: Patient,
  kind: TaskKind,
  now: Instant,
  cause?: { readonly about?: TextId; readonly key?: string },
): Patient {
  const key = cause?.about ?? cause?.key
  const id = key === undefined ? kind : `${kind}:${key}`
  if (patient.tasks.some((task) => task.id === id)) return patient
  const task: Task = { id, kind, at: now, ...(cause?.about && { about: cause.about }) }
  return { ...patient, tasks: [...patient.tasks, task] }
}

/** News of a visit that will not reach her: a person must tell her. */
export function withNotToldTask(patient: Patient, text: PlannedText, now: Instant): Patient {
  const isNotice = text.step.on === 'moved' || text.step.on === 'cancelled' || text.step.on === 'missed'
  return isNotice ? withTask(patient, 'not-told', now, { about: text.id }) : patient
}
