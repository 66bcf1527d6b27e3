import type { Person } from '../../lib/care/person.ts'
import type { ComingVisit, VisitScores } from '../../lib/care/today/coming-visits.ts'
import type { SilentNumber } from '../../lib/care/today/numbers.ts'
import type { FlagRow, QuestionRow, StuckText, UnmarkedVisit } from '../../lib/care/today/sections.ts'
import type { Strip } from '../../lib/care/today/strip.ts'
import type { Today } from '../../lib/care/today/today.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import type { Task } from '../../lib/patient/patient.ts'
import type { Visit } from '../../lib/plan/patient-state.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { isoOf, localDateTimeAt } from '../../lib/time/zone.ts'
import type {
  EscalationRow,
  NumberRow,
  ScoreRow,
  SectionView,
  StripView,
  StuckRow,
  TaskRow,
  TodayView,
  VisitRow,
  VisitToClose,
} from './today-view.ts'
import { escalationView, taskView } from './worklist-view.ts'

/** Most rows of a part that go out at once; `total` says how many there are. */
const MOST_ROWS = 200

export function todayView(
  { window: { now }, strip, sections, incomplete }: Today,
  clinic: Clinic,
): TodayView {
  return {
    now: { utc: isoOf(now), local: localDateTimeAt(clinic.zone, now), zone: clinic.zone },
    strip: stripView(strip, clinic),
    needsPerson: section(sections.needsPerson, (row) => escalationRow(row, now)),
    visits: section(sections.visits, visitRow),
    closeVisits: section(sections.closeVisits, visitToClose),
    questions: section(sections.questions, (row) => taskRow(row, now)),
    numbersAndConsent: section(sections.numbersAndConsent, numberRow),
    scoresBeforeVisit: section(sections.scoresBeforeVisit, scoreRow),
    stuck: section(sections.stuck, stuckRow),
    ...(incomplete && { incomplete }),
  }
}

const section = <Row, View>(rows: readonly Row[], view: (row: Row) => View): SectionView<View> => ({
  items: rows.slice(0, MOST_ROWS).map(view),
  total: rows.length,
})

function stripView({ since, lastSent, tier2AlertsNow, ...strip }: Strip, { onCall }: Clinic): StripView {
  return {
    ...strip,
    ...(since !== undefined && { since: isoOf(since) }),
    ...(lastSent !== undefined && { lastSentAt: isoOf(lastSent) }),
    onCall: { ...onCall, tier2AlertsNow },
  }
}

const escalationRow = ({ patient, escalation }: FlagRow, now: Instant): EscalationRow => ({
  ...escalationView(patient, escalation, now),
  patient,
})

const visitView = ({ course, injection, says }: Visit) => ({
  course: course.number,
  injection: injection.number,
  at: says,
})

const taskId = ({ id }: Person, { seq }: Task): string => `${id}.${seq}`

const visitRow = ({ patient, visit, state, task }: ComingVisit): VisitRow => ({
  patient,
  ...visitView(visit),
  state,
  ...(visit.injection.state === 'confirmed' && { confirmed: true }),
  ...(task && { task: taskId(patient, task) }),
})

const visitToClose = ({ patient, visit }: UnmarkedVisit): VisitToClose => ({
  patient,
  ...visitView(visit),
  confirmed: visit.injection.state === 'confirmed',
})

const taskRow = ({ patient, task, words }: QuestionRow, now: Instant): TaskRow => ({
  overdue: false,
  ...taskView(patient, task, now),
  patient,
  ...(words !== undefined && { words }),
})

const numberRow = ({ patient, reason, at, textsAgainAt, nextVisit, task }: SilentNumber): NumberRow => ({
  patient,
  reason,
  at: isoOf(at),
  ...(textsAgainAt !== undefined && { textsAgainAt: isoOf(textsAgainAt) }),
  ...(nextVisit !== undefined && { nextVisit }),
  ...(task && { task: taskId(patient, task) }),
})

const scoreRow = ({ patient, visit, baseline, latest, first }: VisitScores): ScoreRow => ({
  patient,
  ...visitView(visit),
  ...(baseline !== undefined && { baseline }),
  ...(latest && { latest: { ...latest, at: isoOf(latest.at) } }),
  ...(first !== undefined && { first }),
})

function stuckRow({ patient, id, step, state, entry: { due, attempts } }: StuckText): StuckRow {
  const code = attempts.at(-1)?.code
  return {
    patient,
    text: id,
    step: step.key,
    kind: step.kind,
    state,
    due: isoOf(due),
    attempts: attempts.length,
    ...(code !== undefined && { code }),
  }
}
