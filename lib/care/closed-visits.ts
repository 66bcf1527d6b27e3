import type { Clinic } from '../patient/clinic.ts'
import type { Patient } from '../patient/patient.ts'
import { takesPlace } from '../plan/plan.ts'
import { dateOf, type LocalDateTime, minuteOf } from '../time/local-date.ts'
import { isOpenAt } from '../time/opening-hours.ts'

interface Booked {
  readonly course: number
  readonly injection: number
  /** The clinic's wall clock. */
  readonly at: LocalDateTime
}

/** Warns of visits that a change put where the clinic is closed: most often a slip, and nothing moves by itself. */
export function closedVisitWarnings(
  before: Patient | undefined,
  after: Patient,
  clinic: Clinic,
): readonly string[] {
  const known = new Set(closedVisits(before, clinic).map(keyOf))
  return closedVisits(after, clinic)
    .filter((visit) => !known.has(keyOf(visit)))
    .map(
      ({ injection, at }) =>
        `injection ${injection} is booked for ${at}, when the clinic is closed. It was not moved.`,
    )
}

const closedVisits = (patient: Patient | undefined, { opening }: Clinic): readonly Booked[] =>
  patient?.courses.flatMap((course) =>
    course.injections
      .filter((injection) => takesPlace(injection) && injection.state !== 'given')
      .filter(({ at }) => !isOpenAt(opening, dateOf(at), minuteOf(at)))
      .map(({ number, at }) => ({ course: course.number, injection: number, at })),
  ) ?? []

const keyOf = ({ course, injection, at }: Booked): string => `${course}.${injection}.${at}`
