import type { Enrolment, Patient, PatientState } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { patientState, runningCourses } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import { change, type Decision, type Snapshot } from './change.ts'
import { checkEnrolment } from './check-enrolment.ts'
import { differences } from './enrolment-differences.ts'
import { flagVisits } from './gaps.ts'
import { renewed, withNewCourse } from './new-course.ts'
import { BEING_ERASED, done, NOT_FOUND, type Outcome } from './outcome.ts'
import type { EnrolRequest } from './requests.ts'
import type { Services } from './services.ts'
import { takeNumber, tidyLinks } from './take-number.ts'
import { wake } from './wake.ts'

export interface Enrolled {
  /** False when the reference was enrolled before: nothing new was made. */
  readonly created: boolean
  readonly patient: Patient
  readonly warnings: readonly string[]
}

/** The reference is known: a repeat, a different enrolment, or a new course once the ones before have ended. */
export async function enrolAgain(
  services: Services,
  snapshot: Snapshot,
  request: EnrolRequest,
  wanted: Enrolment,
): Promise<Outcome<Enrolled>> {
  const { patient, clinic } = snapshot
  if (patient.erasing !== undefined) return BEING_ERASED
  const different = differences(patient.enrolment, wanted)
  if (different.length === 0) return completed(services, snapshot)
  if (!isOver(snapshot)) return { kind: 'conflict', problems: different }
  const { mobile, label } = wanted
  const checked = await checkEnrolment(services, clinic, request, mobile, { id: patient.id, label })
  if (checked.kind === 'wrong') return { kind: 'invalid', problems: checked.problems }
  const moves = mobile !== patient.mobile
  const shared = moves ? await takeNumber(services, clinic, mobile, { id: patient.id, label }) : []
  if (shared.length > 0) return { kind: 'invalid', problems: shared }
  const begin = (current: Snapshot, now: Instant): Decision<readonly string[] | undefined> => {
    if (differences(current.patient.enrolment, wanted).length === 0 || !isOver(current) || isErasing(current))
      return { value: undefined }
    const begun = withNewCourse(renewed(current.patient, wanted, now), clinic, checked.value, now)
    const { warnings, patient: flagged } = flagVisits(current.patient, begun, clinic, now)
    return { value: warnings, patient: flagged }
  }
  const by = { actor: request.actor, what: 'enrolled again' }
  const changed = await change(services, { patientId: patient.id, clinicId: clinic.id }, begin, { by })
  if (changed === undefined) return NOT_FOUND
  // Another call of the same reference came first: decide anew with what it left.
  if (changed.value === undefined) return enrolAgain(services, changed.snapshot, request, wanted)
  if (moves) await tidyLinks(services, patient.id, [patient.mobile, mobile])
  const woken = await wakeInHand(services, changed.snapshot)
  return done({ created: true, patient: woken, warnings: changed.value })
}

/** Nothing of hers goes any more: withdrawn, or past the last text of every course. */
const isOver = ({ patient, clinic }: Snapshot): boolean =>
  patient.standing === 'withdrawn' || runningCourses(patient, computePlan(patient, clinic)).length === 0

const isErasing = ({ patient }: Snapshot): boolean => patient.erasing !== undefined

/** A repeat of the same call completes what a stop half-way may have left missing. */
async function completed(services: Services, snapshot: Snapshot): Promise<Outcome<Enrolled>> {
  const { patient } = snapshot
  const newest = patient.changes.at(-1)
  await services.phones.link(patient.mobile, patient.id)
  if (newest !== undefined) await services.evidence.putChange(patient.id, newest)
  const woken = await wakeInHand(services, snapshot)
  const why = SILENT[patientState(woken, computePlan(woken, snapshot.clinic))]
  return done({ created: false, patient: woken, warnings: why === undefined ? [] : [why] })
}

/** A repeat changes nothing: whoever means to have a patient texted again is told what that takes. */
const SILENT: Readonly<Partial<Record<PatientState, string>>> = {
  withdrawn:
    'she is enrolled already and has withdrawn: nothing is sent. With the consent she has given since, the call enrols her again',
  ended:
    'she is enrolled already and her texts have ended: nothing is sent. With new visits the call begins another course',
  stopped:
    'she is enrolled already and has opted out of texts: only a START from her phone turns them on again',
  paused: 'she is enrolled already and her texts are paused: nothing is sent until they are resumed',
}

/** One wake at once, so that the welcome goes within the call. Its failure is the sweep's to mend, not the caller's. */
export async function wakeInHand(services: Services, from: Snapshot): Promise<Patient> {
  const { id: patientId, clinicId } = from.patient
  try {
    const breaker = await services.breakers.read(clinicId)
    const woken = await wake(services, { patientId, clinicId }, { ...from, ...(breaker && { breaker }) })
    return woken?.patient ?? from.patient
  } catch (error) {
    services.log.warn('WAKE_AT_ENROLMENT_FAILED', {
      patientId,
      error: error instanceof Error ? error.name : 'unknown',
    })
    return from.patient
  }
}
