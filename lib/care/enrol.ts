import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Enrolment, Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { patientState } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import { change, type Snapshot } from './change.ts'
import { differences } from './enrolment-differences.ts'
import { flagShortGaps } from './gaps.ts'
import { blankPatient, renewed, withNewCourse } from './new-course.ts'
import { done, NOT_FOUND, type Outcome } from './outcome.ts'
import {
  normalised,
  problemsWithSharing,
  problemsWithStop,
  type ReadCourse,
  readCourse,
} from './read-enrolment.ts'
import type { EnrolRequest } from './requests.ts'
import type { Services } from './services.ts'
import { settle } from './settle.ts'
import { wake } from './wake.ts'

export interface Enrolled {
  /** False when the reference was enrolled before: nothing new was made. */
  readonly created: boolean
  readonly patient: Patient
  readonly warnings: readonly string[]
}

/**
 * Enrols a patient: checks everything, then writes reference guard, phone link and patient, each only if absent, and
 * wakes her once so that the welcome goes in hand. A repeat of the same call completes whatever a stop left missing.
 * Whatever fails after the patient is written is the sweep's to mend; the clinic's call has succeeded.
 */
export async function enrol(
  services: Services,
  clinic: Clinic,
  request: EnrolRequest,
): Promise<Outcome<Enrolled>> {
  const wanted = normalised(clinic, request)
  if (wanted.kind === 'wrong') return { kind: 'invalid', problems: wanted.problems }
  const known = await services.clinics.patientOfReference(clinic.id, request.reference)
  const patient = known && (await services.patients.read(known))
  if (patient !== undefined) return enrolAgain(services, { patient, clinic }, request, wanted.value)

  const { label } = wanted.value
  const checked = await check(services, clinic, request, wanted.value, { id: known, label })
  if (checked.kind === 'wrong') return { kind: 'invalid', problems: checked.problems }
  const candidate = known ?? services.identities.patient()
  const id = await services.clinics.claimReference(clinic.id, request.reference, candidate)
  await services.phones.link(wanted.value.mobile, id)
  return create(services, clinic, id, request, wanted.value, checked.value)
}

async function check(
  services: Services,
  clinic: Clinic,
  request: EnrolRequest,
  { mobile }: Enrolment,
  who: { readonly id: PatientId | undefined; readonly label: string | undefined },
) {
  const course = readCourse(clinic, request, services.clock.now())
  const number = await Promise.all([
    problemsWithStop(services, mobile),
    problemsWithSharing(services, clinic, mobile, who),
  ])
  const problems = [...number.flat(), ...(course.kind === 'wrong' ? course.problems : [])]
  return course.kind === 'wrong' || problems.length > 0 ? ({ kind: 'wrong', problems } as const) : course
}

async function create(
  services: Services,
  clinic: Clinic,
  id: PatientId,
  request: EnrolRequest,
  wanted: Enrolment,
  course: ReadCourse,
): Promise<Outcome<Enrolled>> {
  const now = services.clock.now()
  const blank = blankPatient(id, clinic, request.reference, wanted, now)
  const { patient: enrolled, warnings } = flagShortGaps(
    undefined,
    withNewCourse(blank, clinic, course, now),
    clinic,
    now,
  )
  const entry = { version: 1, at: now, actor: request.actor, what: 'enrolled' }
  const first = { ...enrolled, changes: [entry] }
  const settled = await settle(services, { patient: blank, clinic }, first, { now, armAnyway: false })
  if (settled === undefined) throw new Error('a new patient settled to no change')
  if ((await services.patients.write(settled.patient, settled.summary, 0)) === 'conflict') {
    const patient = await services.patients.read(id)
    if (patient === undefined) throw new Error('a patient was there a moment ago and is gone')
    return enrolAgain(services, { patient, clinic }, request, wanted)
  }
  await services.evidence.putChange(id, entry)
  services.log.info('PATIENT_ENROLLED', { patientId: id, clinicId: clinic.id })
  return done({
    created: true,
    patient: await wakeInHand(services, { patient: settled.patient, clinic }),
    warnings,
  })
}

/** The reference is known: a repeat, a different enrolment, or a new course once the ones before have ended. */
async function enrolAgain(
  services: Services,
  snapshot: Snapshot,
  request: EnrolRequest,
  wanted: Enrolment,
): Promise<Outcome<Enrolled>> {
  const { patient, clinic } = snapshot
  const different = differences(patient.enrolment, wanted)
  if (different.length === 0) {
    await services.phones.link(patient.mobile, patient.id)
    return done({ created: false, patient: await wakeInHand(services, snapshot), warnings: [] })
  }
  const state = patientState(patient, computePlan(patient, clinic))
  if (state !== 'ended' && state !== 'withdrawn') return { kind: 'conflict', problems: different }
  const checked = await check(services, clinic, request, wanted, { id: patient.id, label: wanted.label })
  if (checked.kind === 'wrong') return { kind: 'invalid', problems: checked.problems }
  await services.phones.link(wanted.mobile, patient.id)
  const whose = { patientId: patient.id, clinicId: clinic.id }
  const begin = ({ patient: current }: Snapshot, now: Instant) => {
    const begun = withNewCourse(renewed(current, clinic, wanted, now), clinic, checked.value, now)
    return { value: undefined, patient: begun }
  }
  const changed = await change(services, whose, begin, {
    by: { actor: request.actor, what: 'enrolled again' },
  })
  if (changed === undefined) return NOT_FOUND
  if (patient.mobile !== wanted.mobile) await services.phones.unlink(patient.mobile, patient.id)
  return done({ created: true, patient: await wakeInHand(services, changed.snapshot), warnings: [] })
}

/** One wake at once, so that the welcome goes within the call. Its failure is the sweep's to mend, not the caller's. */
async function wakeInHand(services: Services, from: Snapshot): Promise<Patient> {
  const { id: patientId, clinicId } = from.patient
  try {
    await wake(services, { patientId, clinicId }, from)
    return (await services.patients.read(patientId)) ?? from.patient
  } catch (error) {
    services.log.warn('WAKE_AT_ENROLMENT_FAILED', {
      patientId,
      error: error instanceof Error ? error.name : 'unknown',
    })
    return from.patient
  }
}
