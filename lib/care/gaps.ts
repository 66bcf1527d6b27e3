import type { Clinic } from '../patient/clinic.ts'
import type { Course, Patient } from '../patient/patient.ts'
import { takesPlace } from '../plan/plan.ts'
import type { Instant } from '../time/instant.ts'
import { dateOf, daysBetween } from '../time/local-date.ts'
import { closedVisitWarnings } from './closed-visits.ts'
import { withTask } from './tasks.ts'

/** Days a gap may fall short of the protocol's before the clinic is told. */
const TOLERANCE_DAYS = 3

interface ShortGap {
  readonly course: number
  readonly injection: number
  /** The injection before it that takes place. */
  readonly after: number
  readonly days: number
}

/** Injections booked sooner after the one before than the protocol wants. Nothing moves by itself. */
function shortGaps(clinic: Clinic, course: Course): readonly ShortGap[] {
  const coming = course.injections.filter(takesPlace)
  return coming.flatMap((injection, index) => {
    const before = coming[index - 1]
    if (before === undefined || injection.state === 'given') return []
    const days = daysBetween(dateOf(before.at), dateOf(injection.at))
    const short = days < clinic.protocolSettings.gapDays - TOLERANCE_DAYS
    return short ? [{ course: course.number, injection: injection.number, after: before.number, days }] : []
  })
}

/**
 * What a change of visits makes doubtful: gaps too short, as warnings in words and as tasks, and visits while the clinic is
 * closed, as warnings.
 */
export function flagVisits(
  before: Patient | undefined,
  after: Patient,
  clinic: Clinic,
  now: Instant,
): { readonly patient: Patient; readonly warnings: readonly string[] } {
  const known = new Set(gapsOf(before, clinic).map(keyOf))
  const fresh = gapsOf(after, clinic).filter((gap) => !known.has(keyOf(gap)))
  const patient = fresh.reduce(
    (flagged, gap) => withTask(flagged, clinic, 'short-gap', now, { key: `${gap.course}.${gap.injection}` }),
    after,
  )
  const wanted = clinic.protocolSettings.gapDays
  const warnings = fresh.map(
    ({ injection, after: previous, days }) =>
      `injection ${injection} is ${days} days after injection ${previous}: the protocol wants ${wanted}. It was not moved.`,
  )
  return { patient, warnings: [...warnings, ...closedVisitWarnings(before, after, clinic, now)] }
}

const gapsOf = (patient: Patient | undefined, clinic: Clinic): readonly ShortGap[] =>
  patient?.courses.flatMap((course) => shortGaps(clinic, course)) ?? []

const keyOf = ({ course, injection, days }: ShortGap): string => `${course}.${injection}.${days}`
