import { type Escalation, isOpen, type Settlement } from '../patient/escalation.ts'
import type { Task } from '../patient/patient.ts'
import { SECOND } from '../time/instant.ts'
import { change, type Decision, type Snapshot, type Whose } from './change.ts'
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
  const outcome = await changeEscalation(services, whose, seq, (one, at) =>
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
  const outcome = await changeEscalation(services, whose, seq, (one, at) =>
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
  changeTask(services, whose, seq, (task, at) =>
    task.acknowledged === undefined && isOpen(task) ? { ...task, acknowledged: { at, by } } : task,
  )

export const resolveTask = (
  services: Services,
  whose: Whose,
  seq: number,
  resolution: Resolution,
): Promise<Outcome<Task>> =>
  changeTask(services, whose, seq, (task, at) =>
    isOpen(task) ? { ...task, resolved: { at, ...resolution } } : task,
  )

async function changeTask(
  services: Services,
  whose: Whose,
  seq: number,
  settle: (task: Task, at: Settlement['at']) => Task,
): Promise<Outcome<Task>> {
  const result = await change(services, whose, (snapshot, at): Decision<Task | undefined> => {
    const present = snapshot.patient.tasks.find((one) => one.seq === seq)
    const settled = present && settle(present, at)
    if (settled === undefined || settled === present) return { value: present }
    const patient = skipDue(snapshot, at)
    return {
      value: settled,
      patient: { ...patient, tasks: patient.tasks.map((one) => (one.seq === seq ? settled : one)) },
    }
  })
  return result?.value === undefined ? NOT_FOUND : done(result.value)
}

async function changeEscalation(
  services: Services,
  whose: Whose,
  seq: number,
  settle: (escalation: Escalation, at: Settlement['at']) => Escalation,
): Promise<Outcome<Escalation>> {
  const result = await change(services, whose, (snapshot: Snapshot, at): Decision<Escalation | undefined> => {
    const present = snapshot.patient.escalations.find((one) => one.seq === seq)
    if (present === undefined) return { value: undefined }
    const settled = settle(present, at)
    if (settled === present) return { value: present }
    const patient = skipDue(snapshot, at)
    const escalations = patient.escalations.map((one) => (one.seq === seq ? settled : one))
    return { value: settled, patient: { ...patient, escalations } }
  })
  return result?.value === undefined ? NOT_FOUND : done(result.value)
}
