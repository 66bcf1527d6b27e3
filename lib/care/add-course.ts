import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import { type Changed, changeForClinic } from './changed.ts'
import { flagShortGaps } from './gaps.ts'
import { withNewCourse } from './new-course.ts'
import type { Outcome } from './outcome.ts'
import { readCourse } from './read-enrolment.ts'
import type { CourseRequest } from './requests.ts'
import type { Services } from './services.ts'

/** Begins another course, for example the other side. She is welcomed again only if no course was running. */
export async function addCourse(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  request: CourseRequest,
): Promise<Outcome<Changed>> {
  const whose = { patientId, clinicId: clinic.id }
  const by = { actor: request.actor, what: 'course added' }
  return changeForClinic(
    services,
    whose,
    by,
    ({ patient }, now) => {
      const course = readCourse(clinic, request, now)
      if (course.kind === 'wrong') return { kind: 'refuse', problems: course.problems }
      if (patient.standing === 'withdrawn') {
        return {
          kind: 'refuse',
          problems: [
            { path: '', message: 'the patient has withdrawn: enrol her again with the same reference' },
          ],
        }
      }
      return {
        kind: 'change',
        ...flagShortGaps(patient, withNewCourse(patient, clinic, course.value, now), clinic, now),
      }
    },
    { dryRun: false },
  )
}
