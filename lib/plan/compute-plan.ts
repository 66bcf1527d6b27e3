import type { Clinic } from '../patient/clinic.ts'
import type { Patient } from '../patient/patient.ts'
import { RANKS } from '../protocol/protocol.ts'
import type { Instant } from '../time/instant.ts'
import { Calendar } from './calendar.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { escalationTexts } from './escalation-texts.ts'
import type { Plan, PlannedText } from './plan.ts'
import { isReminderNeedless, repeatsLastWord } from './told.ts'

/**
 * All texts of a patient, in order of due time, each with the day it goes and the end of its life. Pure: the same
 * patient and clinic always give the same plan, whatever the time, so what a clinic previews is what will be sent.
 * Only what happened (the ledger) is ever stored; moving a visit changes one field and leaves nothing behind.
 */
export function computePlan(patient: Patient, clinic: Clinic): Plan {
  const known = plans.get(patient)
  if (known?.clinic === clinic) return known.plan
  const plan = planOf(patient, clinic)
  plans.set(patient, { clinic, plan })
  return plan
}

/** Documents are never changed in place, and one change looks at the plan of one document several times. */
const plans = new WeakMap<Patient, { readonly clinic: Clinic; readonly plan: Plan }>()

function planOf(patient: Patient, clinic: Clinic): Plan {
  const candidates = withoutEarlyClosing(
    patient.courses.flatMap((course) => candidatesOf(patient, clinic, course)),
  )
  const calendar = new Calendar(patient)
  const placed = new Map<Candidate, PlannedText>()
  for (const candidate of [...candidates].sort(byRank)) {
    placed.set(candidate, place(candidate, patient, calendar, placed))
  }
  return [...placed.values(), ...escalationTexts(patient, clinic)].sort(inOrder)
}

/** Due time first; of texts due together the higher rank. */
export const inOrder = (a: PlannedText, b: PlannedText): number => a.due - b.due || rankOf(a) - rankOf(b)
export const rankOf = ({ step }: Pick<PlannedText, 'step'>): number => RANKS.indexOf(step.rank)

const byRank = (a: Candidate, b: Candidate): number =>
  rankOf(a) - rankOf(b) || a.first - b.first || a.course - b.course || a.injection - b.injection

function place(
  text: Candidate,
  patient: Patient,
  calendar: Calendar,
  placed: ReadonlyMap<Candidate, PlannedText>,
): PlannedText {
  const entry = patient.ledger[text.id]
  if (entry !== undefined) return planned(text, entry.due)
  const skip = text.skip ?? (isAlreadyTold(text, patient, placed) ? 'already-told' : undefined)
  if (skip !== undefined) return { ...planned(text, text.first), skip }
  const due = calendar.take(text)
  return due === undefined ? { ...planned(text, text.first), skip: 'crowded' } : planned(text, due)
}

function planned(text: Candidate, due: Instant): PlannedText {
  const { id, step, course, injection, visit, says } = text
  return { id, step, course, injection, visit, due, endsAt: text.endOf(due), ...(says && { says }) }
}

function isAlreadyTold(
  text: Candidate,
  patient: Patient,
  placed: ReadonlyMap<Candidate, PlannedText>,
): boolean {
  if (text.step.namesVisit === undefined) return false
  if (text.step.rank === 'fixed') return repeatsLastWord(patient, text)
  const notice = [...placed.values()].find((other) => other.step.on === 'moved' && isOfVisit(other, text))
  return notice !== undefined && isReminderNeedless(patient, text, notice)
}

const isOfVisit = (a: PlannedText, b: Candidate): boolean =>
  a.course === b.course && a.injection === b.injection && a.visit === b.visit

/** A patient's last text must not come while another course still has something to say. */
const withoutEarlyClosing = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(
    (text) => text.step.closing === undefined || !candidates.some((other) => speaksAfter(other, text)),
  )

/** Two courses that end together: the later one has the last word. */
function speaksAfter(other: Candidate, text: Candidate): boolean {
  const wait = other.first - text.first
  return other.course !== text.course && (wait > 0 || (wait === 0 && other.course > text.course))
}
