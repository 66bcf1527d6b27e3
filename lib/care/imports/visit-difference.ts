import type { Clinic } from '../../patient/clinic.ts'
import type { PatientId } from '../../patient/identifiers.ts'
import type { Course, Injection, Patient } from '../../patient/patient.ts'
import { computePlan } from '../../plan/compute-plan.ts'
import { runningCourses } from '../../plan/patient-state.ts'
import { takesPlace } from '../../plan/plan.ts'
import { dateWords, timeWords } from '../../protocol/speech.ts'
import type { Instant } from '../../time/instant.ts'
import type { LocalDateTime } from '../../time/local-date.ts'
import type { Snapshot } from '../change.ts'
import { proposeInjection } from '../change-injection.ts'
import { type Changed, changeForClinic, type Proposal } from '../changed.ts'
import type { Outcome } from '../outcome.ts'
import type { EnrolRequest, InjectionChange, InjectionRequest } from '../requests.ts'
import type { Services } from '../services.ts'

type VisitChange = Omit<InjectionChange, 'actor'>

export interface VisitDifference {
  readonly changes: readonly VisitChange[]
  readonly words: readonly string[]
  /** Why a file may not change this patient, in words. */
  readonly refusal?: string
}

/**
 * Where a file says otherwise about a patient's visits. What she or the clinic has done since stands: a visit she has
 * confirmed stays so, one cancelled is not booked again by the file it was cancelled from, an empty cell says nothing.
 */
export function visitDifference(
  { patient, clinic }: Snapshot,
  { injections }: EnrolRequest,
): VisitDifference {
  const running = runningCourses(patient, computePlan(patient, clinic))
  const course = patient.courses.findLast(({ number }) => running.includes(number)) ?? patient.courses.at(-1)
  if (course === undefined) return { changes: [], words: [] }
  const differences = injections.flatMap((asked, index) => differenceOf(course, index + 1, asked))
  return {
    changes: [...differences].sort(inOrder(course)).map(({ change }) => change),
    words: differences.map(({ words }) => words),
    ...refusalOf(patient, running.length),
  }
}

function refusalOf({ erasing, standing }: Patient, running: number): Pick<VisitDifference, 'refusal'> {
  if (erasing !== undefined) return { refusal: 'is being erased: nothing of hers can be changed any more' }
  if (standing === 'withdrawn')
    return { refusal: 'has withdrawn: enrol her again on her own page if she wants texts' }
  if (running === 0) return { refusal: 'has finished her course: start a new one on her own page' }
  if (running > 1) return { refusal: 'has more than one course running: change her visits on her own page' }
  return {}
}

interface Difference {
  readonly change: VisitChange
  readonly words: string
}

function differenceOf(course: Course, injection: number, asked: InjectionRequest): readonly Difference[] {
  const present = course.injections.find(({ number }) => number === injection)
  const { at, state } = asked
  const which = { course: course.number, injection }
  if (present === undefined)
    return [{ change: { ...which, ...asked }, words: `injection ${injection}: ${visitWords(at)}, new` }]
  if (present.at !== at)
    return [
      {
        change: { ...which, ...asked },
        words: `injection ${injection}: ${visitWords(at)}, was ${was(present)}`,
      },
    ]
  if (state === undefined || !isFurther(state, present)) return []
  return [{ change: { ...which, state }, words: `injection ${injection}: ${state}, was ${present.state}` }]
}

const isFurther = (state: 'booked' | 'confirmed' | 'given', present: Injection): boolean =>
  (state === 'given' && present.state !== 'given') || (state === 'confirmed' && present.state === 'booked')

const was = ({ at, state }: Injection): string =>
  state === 'cancelled' || state === 'missed' ? `${state} on ${visitWords(at)}` : visitWords(at)

/** `Tue 12 Jan 2027 10:00am`. */
export const visitWords = (at: LocalDateTime): string => `${dateWords(at)} ${at.slice(0, 4)} ${timeWords(at)}`

/** Visits keep their order at every step: what moves later moves from the last one on, then the rest from the first. */
const inOrder =
  (course: Course) =>
  (one: Difference, other: Difference): number => {
    const [a, b] = [isLater(course, one), isLater(course, other)]
    if (a !== b) return a ? -1 : 1
    return a ? other.change.injection - one.change.injection : one.change.injection - other.change.injection
  }

function isLater(course: Course, { change: { injection, at } }: Difference): boolean {
  const present = course.injections.find(({ number }) => number === injection)
  return present !== undefined && takesPlace(present) && at !== undefined && at > present.at
}

/** All changes of one patient's visits in one write, or, with `dryRun`, what they would do. */
export function changeVisits(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  { changes, words }: VisitDifference,
  actor: string,
  options: { readonly dryRun: boolean },
): Promise<Outcome<Changed>> {
  const propose = (snapshot: Snapshot, now: Instant): Proposal =>
    changes.reduce<Proposal>((before, change) => then(snapshot, before, { ...change, actor }, now), {
      kind: 'change',
      patient: snapshot.patient,
    })
  const by = { actor, what: `import: ${words.join('; ')}` }
  return changeForClinic(services, { patientId, clinicId: clinic.id }, by, propose, options)
}

function then(snapshot: Snapshot, before: Proposal, change: InjectionChange, now: Instant): Proposal {
  if (before.kind === 'refuse') return before
  const next = proposeInjection({ ...snapshot, patient: before.patient }, change, now)
  if (next.kind === 'refuse')
    return { kind: 'refuse', problems: next.problems.map((one) => ofInjection(one, change.injection)) }
  return { ...next, warnings: [...(before.warnings ?? []), ...(next.warnings ?? [])] }
}

/** A problem of one injection, named as in an enrolment. */
const ofInjection = ({ path, message }: { path: string; message: string }, injection: number) => ({
  path: path === 'state' ? `injections[${injection - 1}].state` : `injections[${injection - 1}].at`,
  message,
})
