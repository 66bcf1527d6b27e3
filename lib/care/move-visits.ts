import type { Clinic } from '../patient/clinic.ts'
import type { PatientId } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { visitsAhead } from '../plan/patient-state.ts'
import type { PatientSummary } from '../ports/patient-store.ts'
import { after, type Instant, SECOND } from '../time/instant.ts'
import {
  addDays,
  dateOf,
  daysBetween,
  joinDateTime,
  type LocalDate,
  type LocalDateTime,
  minuteOf,
} from '../time/local-date.ts'
import { nextWorkingDay } from '../time/opening-hours.ts'
import type { Snapshot } from './change.ts'
import { proposeInjection } from './change-injection.ts'
import { type Changed, changeForClinic, type Proposal } from './changed.ts'
import { summariesWhere } from './many-patients.ts'
import { done, type Outcome } from './outcome.ts'
import { type Person, personOf } from './person.ts'
import type { VisitsMove } from './requests.ts'
import type { Services } from './services.ts'

/** Patients changed at once, and how long further ones are taken on: the caller waits 28 s, one change up to 11. */
const AT_ONCE = 5
const TAKES_ON_FOR = 15 * SECOND

export interface MovedVisit {
  readonly course: number
  readonly injection: number
  readonly from: LocalDateTime
  readonly to: LocalDateTime
}

export interface MovedPatient {
  readonly patient: Person
  readonly visits: readonly MovedVisit[]
  /** `left`: time ran out before her turn; the same call again goes on with her. */
  readonly outcome: Outcome<Changed> | { readonly kind: 'left' }
}

/**
 * Moves every visit still to come of some days, each by the same number of days at its own time of day, and on to the
 * next day the clinic is open. Each patient is moved by herself, so that one who cannot be does not stop the rest; what
 * has been moved is no longer on those days, so the same call again moves only what is left.
 */
export async function moveVisits(
  services: Services,
  clinic: Clinic,
  asked: VisitsMove,
  options: { readonly dryRun: boolean },
): Promise<Outcome<readonly MovedPatient[]>> {
  const problem = problemWithDays(asked)
  if (problem !== undefined) return { kind: 'invalid', problems: [problem] }
  const startedAt = services.clock.now()
  const patients = await patientsOf(services, clinic, asked)
  const moved: MovedPatient[] = []
  for (let start = 0; start < patients.length; start += AT_ONCE) {
    const isLate = services.clock.now() >= after(startedAt, TAKES_ON_FOR)
    const some = patients.slice(start, start + AT_ONCE).map(async (patient): Promise<MovedPatient> => {
      const visits = movesOf(patient, clinic, asked, startedAt)
      const left = { kind: 'left' } as const
      const outcome = isLate ? left : await moveHers(services, clinic, patient.id, asked, options)
      return { patient: personOf(patient), visits, outcome }
    })
    moved.push(...(await Promise.all(some)))
  }
  return done(moved)
}

/** Moved visits must not land on the very days they leave, or they would be moved again. */
function problemWithDays({ from, to, days }: VisitsMove) {
  if (to < from) return { path: 'to', message: `${to} is before ${from}: give the last day of the absence` }
  const least = daysBetween(from, to) + 1
  return days < least
    ? {
        path: 'days',
        message: `${days}: visits would land on the days they leave: expected ${least} or more`,
      }
    : undefined
}

async function patientsOf(
  services: Services,
  clinic: Clinic,
  asked: VisitsMove,
): Promise<readonly Patient[]> {
  const summaries = await summariesWhere(services, clinic.id, (summary) => mayHaveVisit(summary, asked))
  const patients = await services.patients.readMany(summaries.map(({ id }) => id))
  const now = services.clock.now()
  return patients.filter((patient) => movesOf(patient, clinic, asked, now).length > 0)
}

const isOnDays = (date: LocalDate, { from, to }: VisitsMove): boolean => date >= from && date <= to

const mayHaveVisit = ({ day }: PatientSummary, asked: VisitsMove): boolean =>
  day === undefined || day.visits.some((at) => isOnDays(dateOf(at), asked))

function movesOf(patient: Patient, clinic: Clinic, asked: VisitsMove, now: Instant): readonly MovedVisit[] {
  return visitsAhead(patient, clinic, now)
    .filter(({ says }) => isOnDays(dateOf(says), asked))
    .map(({ course, injection, says }) => ({
      course: course.number,
      injection: injection.number,
      from: says,
      to: newTime(clinic, says, asked),
    }))
}

function newTime({ opening }: Clinic, at: LocalDateTime, { days }: VisitsMove): LocalDateTime {
  const wanted = addDays(dateOf(at), days)
  return joinDateTime(nextWorkingDay(opening, wanted)?.date ?? wanted, minuteOf(at))
}

function moveHers(
  services: Services,
  clinic: Clinic,
  patientId: PatientId,
  asked: VisitsMove,
  options: { readonly dryRun: boolean },
): Promise<Outcome<Changed>> {
  const what = `visits of ${asked.from} to ${asked.to} moved by ${asked.days} days`
  const propose = (snapshot: Snapshot, now: Instant) => proposeMoves(snapshot, asked, now)
  return changeForClinic(
    services,
    { patientId, clinicId: clinic.id },
    { actor: asked.actor, what },
    propose,
    options,
  )
}

/** All her visits in one change, the latest first, so that none overtakes the next. */
function proposeMoves({ patient, clinic }: Snapshot, asked: VisitsMove, now: Instant): Proposal {
  const { actor, days } = asked
  return movesOf(patient, clinic, asked, now).reduceRight<Proposal>(
    (before, { course, injection, from, to }) => {
      if (before.kind === 'refuse') return before
      const next = proposeInjection(
        { patient: before.patient, clinic },
        { actor, course, injection, at: to },
        now,
      )
      if (next.kind === 'refuse') return next
      return {
        ...next,
        warnings: [...(before.warnings ?? []), ...closedDayWarning(from, to, days), ...(next.warnings ?? [])],
      }
    },
    { kind: 'change', patient },
  )
}

function closedDayWarning(from: LocalDateTime, to: LocalDateTime, days: number): readonly string[] {
  const wanted = addDays(dateOf(from), days)
  return wanted === dateOf(to)
    ? []
    : [`the clinic is closed on ${wanted}: the visit goes to ${dateOf(to)}, the next day it is open`]
}
