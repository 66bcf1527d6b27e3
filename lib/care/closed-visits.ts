import type { Clinic } from '../patient/clinic.ts'
import type { Patient } from '../patient/patient.ts'
import { takesPlace } from '../plan/plan.ts'
import type { Instant } from '../time/instant.ts'
import { dateOf, type LocalDateTime, minuteOf } from '../time/local-date.ts'
import { isOpenAt } from '../time/opening-hours.ts'
import { localAt } from '../time/zone.ts'

interface Booked {
  readonly course: number
  readonly injection: number
  /** The clinic's wall clock. */
  readonly at: LocalDateTime
}

/** Warns of visits to come that a change put where the clinic is closed, which is most often a slip. */
export function closedVisitWarnings(
  before: Patient | undefined,
  after: Patient,
  clinic: Clinic,
  now: Instant,
): readonly string[] {
  const known = new Set(closedVisits(before, clinic).map(keyOf))
  const today = localAt(clinic.zone, now).date
  return closedVisits(after, clinic)
    .filter(({ at }) => dateOf(at) >= today)
    .filter((visit) => !known.has(keyOf(visit)))
    .map(({ injection, at }) => `injection ${injection} is booked for ${at}, when the clinic is closed`)
}

const closedVisits = (patient: Patient | undefined, { opening }: Clinic): readonly Booked[] =>
  patient?.courses.flatMap((course) =>
    course.injections
      .filter((injection) => takesPlace(injection) && injection.state !== 'given')
      .filter(({ at }) => !isOpenAt(opening, dateOf(at), minuteOf(at)))
      .map(({ number, at }) => ({ course: course.number, injection: number, at })),
  ) ?? []

const keyOf = ({ course, injection, at }: Booked): string => `${course}.${injection}.${at}`
