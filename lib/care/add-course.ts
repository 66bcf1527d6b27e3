import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Course } from '../patient/patient.ts'
import { type Changed, changeForClinic, refuse } from './changed.ts'
import { flagVisits } from './gaps.ts'
import { withNewCourse } from './new-course.ts'
import type { Outcome } from './outcome.ts'
import { readCourse } from './read-enrolment.ts'
import type { CourseRequest } from './requests.ts'
import type { Services } from './services.ts'

/**
 * Begins another course, for example the other side. She is welcomed again only if no course was running. A repeat of
 * the call finds the course begun: two courses never have the same visits, for she would get every text twice.
 */
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
      if (patient.courses.some((course) => hasTheVisits(course, request))) return { kind: 'change', patient }
      const course = readCourse(clinic, request, now)
      if (course.kind === 'wrong') return { kind: 'refuse', problems: course.problems }
      if (patient.standing === 'withdrawn')
        return refuse('', 'the patient has withdrawn: enrol her again with the same reference')
      return {
        kind: 'change',
        ...flagVisits(patient, withNewCourse(patient, clinic, course.value, now), clinic, now),
      }
    },
    { dryRun: false },
  )
}

const hasTheVisits = ({ injections, endedAt }: Course, { injections: asked }: CourseRequest): boolean =>
  endedAt === undefined &&
  injections.length === asked.length &&
  injections.every(({ at }, index) => at === asked[index]?.at)
