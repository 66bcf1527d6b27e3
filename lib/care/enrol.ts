import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Enrolment, Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import type { Instant } from '../time/instant.ts'
import { checkEnrolment } from './check-enrolment.ts'
import { countMoves } from './count-moves.ts'
import { type Enrolled, enrolAgain, wakeInHand } from './enrol-again.ts'
import { flagVisits } from './gaps.ts'
import { blankPatient, withNewCourse } from './new-course.ts'
import { done, type Outcome } from './outcome.ts'
import { normalised, type ReadCourse } from './read-enrolment.ts'
import type { EnrolRequest } from './requests.ts'
import type { Services } from './services.ts'
import { readyToWrite } from './settle.ts'
import { takeNumber } from './take-number.ts'

/**
 * Enrols a patient: checks everything, then writes reference guard, phone link and patient, each only if absent, and
 * wakes her once so that the welcome goes in hand. A repeat of the same call completes whatever a stop left missing.
 * A wake that fails is the sweep's to mend: the clinic's call has succeeded. So is one left out, of many enrolled at once.
 */
export async function enrol(
  services: Services,
  clinic: Clinic,
  request: EnrolRequest,
  { wakes }: { readonly wakes: boolean } = { wakes: true },
): Promise<Outcome<Enrolled>> {
  const wanted = normalised(clinic, request)
  if (wanted.kind === 'wrong') return { kind: 'invalid', problems: wanted.problems }
  const known = await services.clinics.patientOfReference(clinic.id, request.reference)
  const patient = known && (await services.patients.read(known))
  if (patient !== undefined) return enrolAgain(services, { patient, clinic }, request, wanted.value)

  const { mobile, label } = wanted.value
  const checked = await checkEnrolment(services, clinic, request, mobile, { id: known, label })
  if (checked.kind === 'wrong') return { kind: 'invalid', problems: checked.problems }
  const candidate = known ?? services.identities.patient()
  const id = await services.clinics.claimReference(clinic.id, request.reference, candidate)
  const shared = await takeNumber(services, clinic, mobile, { id, label })
  if (shared.length > 0) return { kind: 'invalid', problems: shared }
  return create(services, clinic, id, request, wanted.value, checked.value, wakes)
}

async function create(
  services: Services,
  clinic: Clinic,
  id: PatientId,
  request: EnrolRequest,
  wanted: Enrolment,
  course: ReadCourse,
  wakes: boolean,
): Promise<Outcome<Enrolled>> {
  const now = services.clock.now()
  const blank = blankPatient(id, clinic, request.reference, wanted, now)
  const { patient: enrolled, warnings } = withFirstCourse(blank, clinic, course, now)
  const entry = { version: 1, at: now, actor: request.actor, what: 'enrolled' }
  const first = { ...enrolled, changes: [entry] }
  // No alarm yet: the wake that follows sets it, and a call that lost the race must not have moved the winner's.
  const settled = readyToWrite(first, computePlan(first, clinic), clinic, now)
  if ((await services.patients.write(settled.patient, settled.summary, 0)) === 'conflict') {
    const patient = await services.patients.read(id)
    if (patient === undefined) throw new Error('a patient was there a moment ago and is gone')
    return enrolAgain(services, { patient, clinic }, request, wanted)
  }
  countMoves(services.metrics, undefined, settled.patient)
  await services.evidence.putChange(id, entry)
  services.log.info('PATIENT_ENROLLED', { patientId: id, clinicId: clinic.id })
  const patient = wakes ? await wakeInHand(services, { patient: settled.patient, clinic }) : settled.patient
  return done({ created: true, patient, warnings })
}

/** A patient with the course she is enrolled for, and what the clinic should look at. */
export const withFirstCourse = (blank: Patient, clinic: Clinic, course: ReadCourse, now: Instant) =>
  flagVisits(undefined, withNewCourse(blank, clinic, course, now), clinic, now)
