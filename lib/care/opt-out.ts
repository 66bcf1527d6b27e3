import type { PhoneNumber } from '../patient/identifiers.ts'
import type { OptOut, Patient } from '../patient/patient.ts'
import { visitsAhead } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import { change, type Snapshot } from './change.ts'
import { claimsEnded } from './claims-ended.ts'
import { withOptOut, withTextsAgain } from './opted-out.ts'
import type { Services } from './services.ts'
import { skipDue } from './skip-due.ts'
import { withTask } from './tasks.ts'

/** Every patient, of any clinic, who has this number now. A link alone does not count, nor one who is being erased. */
export async function patientsOn(services: Services, mobile: PhoneNumber): Promise<readonly Patient[]> {
  const ids = await services.phones.patients(mobile)
  const patients = await Promise.all(ids.map((id) => services.patients.read(id)))
  return patients.flatMap((patient) =>
    patient?.mobile === mobile && patient.erasing === undefined ? [patient] : [],
  )
}

/**
 * STOP or WRONG: final from the moment this returns, on every course and clinic of the number. The opt-out is written
 * first and checked after every claim, so no new send starts; then it waits for sends already claimed to end.
 */
export async function stopTexts(
  services: Services,
  mobile: PhoneNumber,
  reason: OptOut['reason'],
  patients: readonly Patient[],
  { alsoCannotAttend }: { readonly alsoCannotAttend: boolean },
): Promise<void> {
  const optOut = { at: services.clock.now(), reason }
  await services.phones.recordOptOut(mobile, optOut)
  services.metrics.add('OptOuts', 1, reason)
  for (const { id, clinicId } of patients) {
    await change(services, { patientId: id, clinicId }, (snapshot, now) => {
      const { patient } = snapshot
      if (patient.mobile !== mobile) return { value: undefined }
      const stopped = withOptOut(snapshot, optOut, now)
      const next = alsoCannotAttend ? askedAboutVisit({ ...snapshot, patient: stopped }, now) : stopped
      return { value: undefined, ...(next !== patient && { patient: next }) }
    })
  }
  await claimsEnded(services, patients)
}

/** She may have meant her visit: a person asks her. */
const askedAboutVisit = ({ patient, clinic }: Snapshot, now: Instant): Patient =>
  visitsAhead(patient, clinic, now).length === 0 ? patient : withTask(patient, clinic, 'change', now)

/** START: the one way back. What fell due meanwhile stays skipped. */
export async function startTexts(
  services: Services,
  mobile: PhoneNumber,
  patients: readonly Patient[],
): Promise<void> {
  await services.phones.liftOptOut(mobile)
  for (const { id, clinicId } of patients) {
    await change(services, { patientId: id, clinicId }, (snapshot, now) => {
      const { optedOut, mobile: present } = snapshot.patient
      if (optedOut === undefined || present !== mobile) return { value: undefined }
      const { optedOut: _, ...patient } = skipDue(snapshot, now)
      return { value: undefined, patient: withTextsAgain(patient, now) }
    })
  }
}
