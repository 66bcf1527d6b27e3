import type { Clinic } from '../patient/clinic.ts'
import { isOpen } from '../patient/escalation.ts'
import type { TextId } from '../patient/identifiers.ts'
import type { Patient, Task, TaskKind } from '../patient/patient.ts'
import type { PlannedText } from '../plan/plan.ts'
import type { Step } from '../protocol/protocol.ts'
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

/** What she must know in the days around an injection: what to expect, what to avoid, and the signs to watch for. */
const isWarning = ({ kind, rank }: Step): boolean =>
  rank === 'F1' || kind === 'NSAID avoidance' || kind === 'flare: warning signs (safety)'

/**
 * A text that has finally failed, by whatever fault. Of most nothing depends; what tells of a visit or of a red flag, and
 * what warns her, must be told by a person.
 */
export function withUntold(
  patient: Patient,
  clinic: Clinic,
  text: Pick<PlannedText, 'id' | 'step'>,
  now: Instant,
): Patient {
  if (text.step.safetyNet) return withUntoldFlags(patient)
  return isWarning(text.step)
    ? withTask(patient, clinic, 'not-warned', now, { about: text.id })
    : withNotToldTask(patient, clinic, text, now)
}

/** Tasks that say that a text may not have reached her. */
const OF_LOST_TEXTS: readonly TaskKind[] = ['not-told', 'not-warned', 'failed-unknown']

/** The text arrived after all. Somebody may be acting on its task, so that is not closed: it says when the text arrived. */
export function withArrival(patient: Patient, text: TextId, arrivedAt: Instant): Patient {
  const isOfText = (task: Task) => task.about === text && OF_LOST_TEXTS.includes(task.kind) && isOpen(task)
  return patient.tasks.some(isOfText)
    ? { ...patient, tasks: patient.tasks.map((task) => (isOfText(task) ? { ...task, arrivedAt } : task)) }
    : patient
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
