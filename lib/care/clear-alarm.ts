import type { PatientId } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { nextSend } from '../plan/next-look.ts'
import type { PatientAlarms } from '../ports/patient-alarms.ts'
import { change } from './change.ts'
import { withoutAlarm } from './check-patient.ts'
import type { Services } from './services.ts'

/** Removes an alarm that no text waits for: its patient has ended, is stopped or paused, or is not there at all. */
export async function clearAlarm(services: Services, id: PatientId): Promise<void> {
  const patient = await services.patients.read(id)
  if (patient !== undefined && (await hasTextToCome(services, patient))) return
  await services.alarms.remove(id)
  services.metrics.add('AlarmsRemoved', 1, patient === undefined ? 'nobody' : 'ended')
  await forget(services, services.alarms, id)
}

/** Removes an alarm of the adapter of before. Who still relied on it gets one of the adapter in use first. */
export async function clearFormerAlarm(
  services: Services,
  former: PatientAlarms,
  id: PatientId,
): Promise<void> {
  await forget(services, former, id)
  await former.remove(id)
  services.metrics.add('AlarmsRemoved', 1, 'former')
}

async function hasTextToCome({ clinics, clock }: Services, patient: Patient): Promise<boolean> {
  const clinic = await clinics.clinic(patient.clinicId)
  if (clinic === undefined) return false
  return nextSend(computePlan(patient, clinic), patient, clinic, clock.now()) !== undefined
}

/**
 * Takes the belief in an alarm out of the document. It is read anew, because an enrolment arms before it writes, and a
 * change may have armed meanwhile: whoever does want an alarm then gets one made from scratch.
 */
async function forget(services: Services, { kind }: PatientAlarms, id: PatientId): Promise<void> {
  const patient = await services.patients.read(id)
  if (patient?.alarm?.by !== kind) return
  await change(services, { patientId: id, clinicId: patient.clinicId }, ({ patient: current }) =>
    current.alarm?.by === kind ? { value: undefined, patient: withoutAlarm(current) } : { value: undefined },
  )
}
