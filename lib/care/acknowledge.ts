import { type Escalation, isOpen } from '../patient/escalation.ts'
import type { Patient, Task } from '../patient/patient.ts'
import { type Instant, SECOND } from '../time/instant.ts'
import { change, type Decision, type Whose } from './change.ts'
import { done, NOT_FOUND, type Outcome } from './outcome.ts'
import type { Services } from './services.ts'
import { skipDue } from './skip-due.ts'

/** Somebody takes an escalation on: the clock stops. It stays open, and her nudges held, until it is resolved. */
export async function acknowledge(
  services: Services,
  whose: Whose,
  seq: number,
  by: string,
): Promise<Outcome<Escalation>> {
  const outcome = await changeItem(services, whose, ESCALATIONS, seq, (one, at) =>
    one.acknowledged === undefined && isOpen(one) ? { ...one, acknowledged: { at, by } } : one,
  )
  if (outcome.kind === 'done' && outcome.value.acknowledged !== undefined) {
    const { acknowledged, startsAt } = outcome.value
    services.metrics.add('AcknowledgedAfterSeconds', Math.max(0, (acknowledged.at - startsAt) / SECOND))
    services.log.info('ESCALATION_ACKNOWLEDGED', { patientId: whose.patientId, count: seq })
  }
  return outcome
}

export interface Resolution {
  readonly by: string
  readonly outcome?: string
}

/** Somebody has dealt with it. What fell due meanwhile stays skipped; its alert number is free again. */
export async function resolveEscalation(
  services: Services,
  whose: Whose,
  seq: number,
  resolution: Resolution,
): Promise<Outcome<Escalation>> {
  const outcome = await changeItem(services, whose, ESCALATIONS, seq, (one, at) =>
    isOpen(one)
      ? {
          ...one,
          acknowledged: one.acknowledged ?? { at, by: resolution.by },
          resolved: { at, ...resolution },
        }
      : one,
  )
  if (outcome.kind === 'done' && outcome.value.number !== undefined) {
    const escalation = { patientId: whose.patientId, seq }
    await services.clinics.releaseAlertNumber(
      whose.clinicId,
      outcome.value.number,
      escalation,
      services.clock.now(),
    )
  }
  return outcome
}

export const acknowledgeTask = (
  services: Services,
  whose: Whose,
  seq: number,
  by: string,
): Promise<Outcome<Task>> =>
  changeItem(services, whose, TASKS, seq, (task, at) =>
    task.acknowledged === undefined && isOpen(task) ? { ...task, acknowledged: { at, by } } : task,
  )

export const resolveTask = (
  services: Services,
  whose: Whose,
  seq: number,
  resolution: Resolution,
): Promise<Outcome<Task>> =>
  changeItem(services, whose, TASKS, seq, (task, at) =>
    isOpen(task) ? { ...task, resolved: { at, ...resolution } } : task,
  )

/** What a person takes on and resolves stands in a list of the patient. */
interface ListOf<T> {
  readonly items: (patient: Patient) => readonly T[]
  readonly withItems: (patient: Patient, items: readonly T[]) => Patient
}

const ESCALATIONS: ListOf<Escalation> = {
  items: ({ escalations }) => escalations,
  withItems: (patient, escalations) => ({ ...patient, escalations }),
}
const TASKS: ListOf<Task> = {
  items: ({ tasks }) => tasks,
  withItems: (patient, tasks) => ({ ...patient, tasks }),
}

/** One item as `settle` leaves it; the same item back changes nothing. */
async function changeItem<T extends { readonly seq: number }>(
  services: Services,
  whose: Whose,
  { items, withItems }: ListOf<T>,
  seq: number,
  settle: (item: T, at: Instant) => T,
): Promise<Outcome<T>> {
  const result = await change(services, whose, (snapshot, at): Decision<T | undefined> => {
    const present = items(snapshot.patient).find((one) => one.seq === seq)
    const settled = present && settle(present, at)
    if (settled === undefined || settled === present) return { value: present }
    const patient = skipDue(snapshot, at)
    const changed = items(patient).map((one) => (one.seq === seq ? settled : one))
    return { value: settled, patient: withItems(patient, changed) }
  })
  return result?.value === undefined ? NOT_FOUND : done(result.value)
}
