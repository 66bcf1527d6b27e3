import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { runningCourses, visitsAhead } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import { endVisit, tellOfDoomedNotices } from './change-injection.ts'
import { type Changed, changeForClinic, type Proposal, refuse } from './changed.ts'
import type { Outcome } from './outcome.ts'
import type { EndSeriesRequest } from './requests.ts'
import type { Services } from './services.ts'
import { withInjection } from './with-injection.ts'

/** No more injections; texts after the last one given run on. The patient is told of the next booked visit only. */
export function endSeries(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  request: EndSeriesRequest,
): Promise<Outcome<Changed>> {
  const by = { actor: request.actor, what: 'series ended' }
  const whose = { patientId, clinicId: clinic.id }
  return changeForClinic(services, whose, by, (snapshot, now) => propose(snapshot, request, now), {
    dryRun: false,
  })
}

function propose({ patient, clinic }: Snapshot, { course: asked }: EndSeriesRequest, now: Instant): Proposal {
  const running = runningCourses(patient, computePlan(patient, clinic))
  if (asked === undefined && running.length > 1) {
    return refuse('course', `missing: courses ${running.join(' and ')} are running, say which one ends`)
  }
  const number = asked ?? running[0] ?? patient.courses.at(-1)?.number
  const course = patient.courses.find((one) => one.number === number)
  if (course === undefined)
    return refuse('course', `${asked}: the patient has courses 1 to ${patient.courses.length}`)
  if (course.endedAt !== undefined) return { kind: 'change', patient }
  const cancelled = visitsAhead(patient, clinic, now)
    .filter((visit) => visit.course.number === course.number)
    .reduce((before, { injection }, index) => {
      const ended = endVisit({ patient: before, clinic }, course.number, injection.number, 'cancelled', now)
      const { number: n, at, visit } = injection
      const quiet = index > 0 ? { quiet: true as const } : {}
      return withInjection(ended, course.number, {
        number: n,
        at,
        visit,
        state: 'cancelled',
        changedAt: now,
        ...quiet,
      })
    }, patient)
  return {
    kind: 'change',
    patient: tellOfDoomedNotices({ patient: markEnded(cancelled, course.number, now), clinic }, now),
  }
}

const markEnded = (patient: Patient, course: number, now: Instant): Patient => ({
  ...patient,
  courses: patient.courses.map((one) => (one.number === course ? { ...one, endedAt: now } : one)),
})
