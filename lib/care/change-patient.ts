import type { Clinic } from '../patient/clinic.ts'
import type { PatientId, PhoneNumber } from '../patient/identifiers.ts'
import type { Course, Patient } from '../patient/patient.ts'
import { computePlan } from '../plan/compute-plan.ts'
import { isPending } from '../plan/due-now.ts'
import { runningCourses } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import { isZoneId } from '../time/zone.ts'
import { read, type Snapshot } from './change.ts'
import { type Changed, changeForClinic, type Proposal, refuse } from './changed.ts'
import { type Labels, problemsWithNumber, problemsWithSharing } from './check-enrolment.ts'
import { skipText } from './ledger-moves.ts'
import { readMobile } from './mobile-number.ts'
import { withTextsAgain } from './opted-out.ts'
import { BEING_ERASED, NOT_FOUND, type Outcome } from './outcome.ts'
import type { PatientChange } from './requests.ts'
import type { Services } from './services.ts'
import { skipDue } from './skip-due.ts'
import { takeNumber, tidyLinks } from './take-number.ts'

/**
 * Changes number, zone, name, label, belt or fewer texts. A new number is linked before the patient has it and the old
 * one unlinked after, so that a stop in between never leaves a reply without its patient.
 */
export async function changePatient(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  asked: PatientChange,
  options: { readonly dryRun: boolean; readonly labels?: Labels },
): Promise<Outcome<Changed>> {
  const whose = { patientId, clinicId: clinic.id }
  const before = (await read(services, whose))?.patient
  if (before === undefined) return NOT_FOUND
  if (before.erasing !== undefined) return BEING_ERASED
  const reading = asked.mobile === undefined ? undefined : readMobile(asked.mobile, clinic.country)
  if (reading?.kind === 'refused')
    return { kind: 'invalid', problems: [{ path: 'mobile', message: reading.message }] }
  const mobile = reading?.number ?? before.mobile
  const label = asked.label === undefined ? before.label : (asked.label ?? undefined)
  const stopped = mobile === before.mobile ? [] : await problemsWithNumber(services, clinic, mobile)
  const unlabelled =
    mobile === before.mobile && label === before.label
      ? []
      : await problemsWithSharing(services, clinic, mobile, { ...options, id: patientId, label })
  const problems = [...stopped, ...unlabelled]
  if (problems.length > 0) return { kind: 'invalid', problems }
  const moves = mobile !== before.mobile && !options.dryRun
  const shared = moves ? await takeNumber(services, clinic, mobile, { id: patientId, label }) : []
  if (shared.length > 0) return { kind: 'invalid', problems: shared }
  const by = {
    actor: asked.actor,
    what: `changed ${Object.keys(asked)
      .filter((key) => key !== 'actor')
      .join(', ')}`,
  }
  const outcome = await changeForClinic(
    services,
    whose,
    by,
    (snapshot, now) => propose(snapshot, asked, mobile, now),
    options,
  )
  if (moves) await tidyLinks(services, patientId, [before.mobile, mobile])
  return outcome
}

function propose(
  { patient, clinic }: Snapshot,
  asked: PatientChange,
  mobile: PhoneNumber,
  now: Instant,
): Proposal {
  const zone = asked.timeZone ?? patient.zone
  if (!isZoneId(zone))
    return refuse('timeZone', `"${zone}" is not a time zone: expected an IANA name such as ${clinic.zone}`)
  const { belt, fewerTexts = patient.fewerTexts } = asked
  const running = runningCourses(patient, computePlan(patient, clinic))
  const courses =
    belt === undefined ? patient.courses : patient.courses.map((course) => wearing(course, belt, running))
  // What fell due while she wanted fewer stays skipped.
  const current = patient.fewerTexts && !fewerTexts ? skipDue({ patient, clinic }, now) : patient
  const named = withOptional(withOptional(current, 'givenName', asked.givenName), 'label', asked.label)
  const changed = { ...named, zone, fewerTexts, courses }
  if (mobile !== patient.mobile)
    return { kind: 'change', patient: withNumber({ patient: changed, clinic }, mobile, now) }
  return { kind: 'change', patient: isSame(patient, changed) ? patient : changed }
}

const wearing = (course: Course, belt: boolean, running: readonly number[]): Course =>
  course.belt !== belt && running.includes(course.number) ? { ...course, belt } : course

/** A change to what she is already is none: nothing is written and the history stays as it is. */
const isSame = (before: Patient, after: Patient): boolean =>
  before.zone === after.zone &&
  before.fewerTexts === after.fewerTexts &&
  before.givenName === after.givenName &&
  before.label === after.label &&
  before.courses.every((course, index) => course === after.courses[index])

/** `null` takes the value away, `undefined` leaves it. */
function withOptional(
  patient: Patient,
  key: 'givenName' | 'label',
  value: string | null | undefined,
): Patient {
  if (value === undefined) return patient
  const { [key]: _, ...rest } = patient
  return value === null ? rest : { ...rest, [key]: value }
}

/** A new number is a clean sheet: its owner is welcomed, and what was wrong with the old one is forgotten. */
function withNumber(snapshot: Snapshot, mobile: PhoneNumber, now: Instant): Patient {
  const { clinic } = snapshot
  // What fell due while the old number got nothing stays skipped.
  const patient = skipDue(snapshot, now)
  const plan = computePlan(patient, clinic)
  const current = runningCourses(patient, plan).at(-1)
  const unsent = plan.filter(({ step, id }) => step.on === 'welcome' && isPending(patient.ledger[id]))
  const {
    numberBad: _,
    optedOut: __,
    ...rest
  } = unsent.reduce((before, text) => skipText(before, text, 'superseded', now), patient)
  const courses = rest.courses.map((course) =>
    course.number === current
      ? { ...course, welcomes: [...course.welcomes, { number: course.welcomes.length + 1, at: now }] }
      : course,
  )
  return withTextsAgain({ ...rest, mobile, mobileSince: now, courses }, now)
}
