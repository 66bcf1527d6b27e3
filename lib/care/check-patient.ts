import { isOpen } from '../patient/escalation.ts'
import type { Patient } from '../patient/patient.ts'
import { change, read, type Snapshot, type Whose } from './change.ts'
import type { Services } from './services.ts'

/**
 * Compares what is stored of a patient with her plan and her alarm, and puts right and counts what differs: a look at
 * the wrong time, an alarm that is gone or wakes nobody, an alarm with the adapter of before. Without a difference
 * nothing is written.
 * @returns how many open escalations she has
 */
export async function checkPatient(services: Services, whose: Whose): Promise<number> {
  const snapshot = await read(services, whose)
  if (snapshot === undefined) return 0
  const { patient } = snapshot
  // Who is overdue is the running sweep's business, and has no settled look to compare with.
  if (patient.lookAt !== undefined && patient.lookAt > services.clock.now()) {
    const trouble = await troubleWithAlarm(services, patient)
    const checked = await change(services, whose, (current) => decide(current, trouble !== undefined), {
      from: snapshot,
    })
    const kind = trouble ?? (checked && driftOf(checked.value, checked.snapshot.patient))
    if (kind !== undefined) services.metrics.add('PlanDrift', 1, kind)
  }
  return patient.escalations.filter(isOpen).length
}

async function troubleWithAlarm(
  { alarms, clock }: Services,
  { id, alarm }: Patient,
): Promise<'alarm-moved' | 'alarm-lost' | undefined> {
  if (alarm === undefined) return undefined
  if (alarm.by !== alarms.kind) return 'alarm-moved'
  // One that has fired need not be there: a schedule deletes itself.
  if (alarm.at === undefined || alarm.at <= clock.now()) return undefined
  return (await alarms.wakes(id)) ? undefined : 'alarm-lost'
}

/** A patient without a believed alarm gets one made from scratch, target and all. */
function decide({ patient }: Snapshot, isTroubled: boolean) {
  return isTroubled ? { value: patient, patient: withoutAlarm(patient) } : { value: patient }
}

/** Without her alarm, until the next write sets one anew. */
export function withoutAlarm({ alarm: _, ...patient }: Patient): Patient {
  return patient
}

/** A patient who only now found room for an alarm had a right look before, and has a right one now. */
function driftOf(before: Patient, after: Patient): 'look' | undefined {
  const isSame = before.version === after.version
  const foundRoom = before.alarm?.at === undefined && after.alarm?.at !== undefined
  return isSame || foundRoom || looksMove(before) ? undefined : 'look'
}

/** A ladder at its end is looked at again and again, each look counted from the one before. */
const looksMove = ({ escalations }: Patient): boolean =>
  escalations.some((escalation) => isOpen(escalation) && escalation.acknowledged === undefined)
