import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { SkipReason } from '../patient/ledger.ts'
import type { Course, Injection, Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { isPending } from '../plan/due-now.ts'
import { takesPlace } from '../plan/plan.ts'
import type { Instant } from '../time/instant.ts'
import { latest } from '../time/instant.ts'
import { lastClaim, nextClaimable } from '../time/texting-hours.ts'
import type { Snapshot } from './change.ts'
import { type Changed, changeForClinic, type Proposal, refuse } from './changed.ts'
import { flagVisits } from './gaps.ts'
import { skipText } from './ledger-moves.ts'
import type { Outcome } from './outcome.ts'
import { changeOfInjection } from './propose-injection.ts'
import type { InjectionChange } from './requests.ts'
import type { Services } from './services.ts'
import { withNotToldTask } from './tasks.ts'
import { withInjection } from './with-injection.ts'

/** Books, moves, confirms, gives, misses or cancels one injection. */
export function changeInjection(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  asked: InjectionChange,
  options: { readonly dryRun: boolean },
): Promise<Outcome<Changed>> {
  const words = [asked.state, asked.at && `at ${asked.at}`].filter((word) => word !== undefined)
  const what = `course ${asked.course}, injection ${asked.injection}: ${words.join(' ')}`
  const whose = { patientId, clinicId: clinic.id }
  return changeForClinic(
    services,
    whose,
    { actor: asked.actor, what },
    (snapshot, now) => proposeInjection(snapshot, asked, now),
    options,
  )
}

/** What a change of one injection makes of the patient. */
export function proposeInjection(
  { patient, clinic }: Snapshot,
  asked: InjectionChange,
  now: Instant,
): Proposal {
  const course = patient.courses.find(({ number }) => number === asked.course)
  if (course === undefined)
    return refuse('course', `${asked.course}: the patient has courses 1 to ${patient.courses.length}`)
  if (patient.standing === 'withdrawn') return refuse('', 'the patient has withdrawn: enrol her again first')
  const changed = changeOfInjection({ clinic, course, now }, asked)
  if (changed.kind === 'refused') return { kind: 'refuse', problems: changed.problems }
  if (changed.kind === 'same') return { kind: 'change', patient }
  const disorder = outOfOrder(course, changed.injection)
  if (disorder !== undefined) return refuse('at', disorder)
  const ended =
    changed.ends === undefined
      ? patient
      : endVisit({ patient, clinic }, course.number, asked.injection, changed.ends, now)
  const next = withInjection(ended, course.number, changed.injection)
  const flagged = flagVisits(patient, tellOfDoomedNotices({ patient: next, clinic }, now), clinic, now)
  return { kind: 'change', ...flagged }
}

/** Injections take place in their order. */
function outOfOrder(course: Course, changed: Injection): string | undefined {
  if (!takesPlace(changed)) return undefined
  const others = course.injections.filter((other) => other.number !== changed.number && takesPlace(other))
  const wrong = others.find((other) =>
    other.number < changed.number ? other.at >= changed.at : other.at <= changed.at,
  )
  const side = wrong && wrong.number < changed.number ? 'after' : 'before'
  return (
    wrong &&
    `${changed.at}: injection ${changed.number} must come ${side} injection ${wrong.number}, which is at ${wrong.at}`
  )
}

/** Writes the skips of everything a visit that ends here had not sent yet. What is just being sent runs its course. */
export function endVisit(
  { patient, clinic }: Snapshot,
  course: number,
  injection: number,
  reason: SkipReason,
  now: Instant,
): Patient {
  return computePlan(patient, clinic)
    .filter(
      (text) => text.course === course && text.injection === injection && isPending(patient.ledger[text.id]),
    )
    .reduce((before, text) => skipText(before, text, reason, now), patient)
}

/** A notice that cannot reach her in time, because its life ends before it could go: a person must tell her. */
export function tellOfDoomedNotices({ patient, clinic }: Snapshot, now: Instant): Patient {
  return computePlan(patient, clinic)
    .filter(
      (text) =>
        'minutesLater' in text.step.when && text.skip === undefined && patient.ledger[text.id] === undefined,
    )
    .filter(
      (text) =>
        nextClaimable(patient.zone, clinic.textingHours, latest(text.due, now)) > lastClaim(text.endsAt),
    )
    .reduce(
      (before, text) => withNotToldTask(skipText(before, text, 'expired', now), clinic, text, now),
      patient,
    )
}
