import type { Clinic } from '../patient/clinic.ts'
import { patientId } from '../patient/identifiers.ts'
import { type TimelineText, timeline } from '../plan/timeline.ts'
import type { Instant } from '../time/instant.ts'
import { isZoneId } from '../time/zone.ts'
import { flagVisits } from './gaps.ts'
import { blankPatient, withNewCourse } from './new-course.ts'
import type { Outcome } from './outcome.ts'
import { readCourse } from './read-enrolment.ts'
import type { CourseRequest } from './requests.ts'

export type PreviewRequest = Omit<CourseRequest, 'actor'> & {
  /** IANA name; the clinic's zone when absent. */
  readonly timeZone?: string
}

export interface Preview {
  readonly texts: readonly TimelineText[]
  readonly warnings: readonly string[]
}

/**
 * The calendar of somebody enrolled at `now`, without enrolling anybody. Clock times are shown unspread: by how many
 * minutes hers are shifted hangs on an id she does not have yet.
 */
export function previewCourse(
  clinic: Clinic,
  request: PreviewRequest,
  now: Instant,
): Extract<Outcome<Preview>, { kind: 'done' | 'invalid' }> {
  const course = readCourse(clinic, request, now)
  if (course.kind === 'wrong') return { kind: 'invalid', problems: course.problems }
  const { timeZone = clinic.zone } = request
  if (!isZoneId(timeZone)) {
    const message = `"${timeZone}" is not a time zone: expected an IANA name such as ${clinic.zone}`
    return { kind: 'invalid', problems: [{ path: 'timeZone', message }] }
  }
  const unspread = { ...clinic, spreadMinutes: 0 }
  const { protocol, belt } = course.value
  const wanted = { mobile: clinic.onCall.A, timeZone, protocol, belt, injections: [] }
  const blank = blankPatient(patientId('preview'), unspread, 'preview', wanted, now)
  const patient = withNewCourse(blank, unspread, course.value, now)
  const { warnings } = flagVisits(undefined, patient, unspread, now)
  return { kind: 'done', value: { texts: timeline(patient, unspread, []), warnings } }
}
