import type { Clinic } from '../patient/clinic.ts'
import type { Course, Injection, Patient, PatientState } from '../patient/patient.ts'
import { after, DAY, type Instant } from '../time/instant.ts'
import { dateOf, daysBetween, type LocalDateTime } from '../time/local-date.ts'
import { instantOf, localAt } from '../time/zone.ts'
import { DAYS_TO_MARK } from './days-to-mark.ts'
import { isPending } from './due-now.ts'
import { type Plan, takesPlace } from './plan.ts'

/** What lists and the API call a patient. `stopped` and `ended` follow from opt-out and plan and are never stored. */
export function patientState(patient: Patient, plan: Plan): PatientState {
  if (patient.erasing !== undefined) return 'erasing'
  if (patient.standing === 'withdrawn') return 'withdrawn'
  if (patient.optedOut !== undefined) return 'stopped'
  return runningCourses(patient, plan).length === 0 ? 'ended' : patient.standing
}

/** Numbers of the courses of which a text may still go, or may just be going; an escalation's texts have no course. */
export function runningCourses(patient: Patient, plan: Plan): readonly number[] {
  const running = plan.filter(({ id }) => {
    const entry = patient.ledger[id]
    return isPending(entry) || entry?.state === 'sending' || entry?.state === 'unknown'
  })
  return [...new Set(running.map(({ course }) => course))].filter((course) => course > 0)
}

export interface Visit {
  readonly course: Course
  readonly injection: Injection
  readonly at: Instant
  readonly says: LocalDateTime
}

/** Booked and confirmed visits still to come, soonest first. */
export const visitsAhead = (patient: Patient, clinic: Clinic, now: Instant): readonly Visit[] =>
  unmarkedVisits(patient, clinic).filter(({ at }) => at > now)

/** Booked and confirmed visits of the last days that nobody has marked, oldest first. */
export const visitsToClose = (patient: Patient, clinic: Clinic, now: Instant): readonly Visit[] =>
  unmarkedVisits(patient, clinic).filter(({ at }) => at <= now && at > after(now, -DAYS_TO_MARK * DAY))

const unmarkedVisits = (patient: Patient, clinic: Clinic): readonly Visit[] =>
  patient.courses
    .flatMap((course) =>
      course.injections.map((injection) => ({
        course,
        injection,
        says: injection.at,
        at: instantOf(clinic.zone, injection.at),
      })),
    )
    .filter(({ injection: { state } }) => state === 'booked' || state === 'confirmed')
    .sort((a, b) => a.at - b.at)

/** Days since her latest injection, on the clinic's calendar; undefined before the first. */
export function daysSinceInjection(patient: Patient, clinic: Clinic, now: Instant): number | undefined {
  const today = localAt(clinic.zone, now).date
  const given = patient.courses
    .flatMap(({ injections }) => injections.filter(takesPlace))
    .filter(({ at }) => instantOf(clinic.zone, at) <= now)
    .map(({ at }) => daysBetween(dateOf(at), today))
  return given.length === 0 ? undefined : Math.min(...given)
}
