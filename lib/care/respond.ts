import type { TextId } from '../patient/identifiers.ts'
import { familyOf } from '../protocol/protocol.ts'
import { after, DAY, HOUR, type Instant } from '../time/instant.ts'
import type { Finding } from '../triage/finding.ts'
import { type Response, say } from './answer.ts'
import type { Snapshot } from './change.ts'
import { hasBeenTold, questionsAsked, visitMeant, withAnswer } from './conversation.ts'
import { safetyAnswer } from './escalate.ts'
import { medicineResponse } from './medicine.ts'
import { painResponse } from './pain.ts'
import { flagResponse, type InLight, isRedFlag, type Said } from './red-flag.ts'
import { skipDue } from './skip-due.ts'
import { withTask } from './tasks.ts'
import { withInjection } from './with-injection.ts'

/** "Our team will read this" is said at most once in this time, so that two machines cannot talk to each other. */
const UNKNOWN_AGAIN_AFTER = 4 * HOUR

/** Reads a finding against what she was last asked, and takes in what else the reply says. */
export function respond(snapshot: Snapshot, finding: InLight, said: Said, now: Instant): Response {
  const { patient, clinic } = snapshot
  if (isRedFlag(finding))
    return alsoScored(snapshot, flagResponse(snapshot, finding, said, now), finding, said, now)
  const main = mainResponse(snapshot, finding, said, now)
  const response = finding.intent === 'pain_score' ? main : alsoScored(snapshot, main, finding, said, now)
  if (patient.optedOut === undefined) return response
  // A number that opted out gets no answer; what it says counts, and reaches staff.
  const isThanks = finding.intent === 'thanks'
  return { patient: isThanks ? response.patient : withTask(response.patient, clinic, 'unknown', now) }
}

function mainResponse(snapshot: Snapshot, finding: Finding, said: Said, now: Instant): Response {
  const { patient, clinic } = snapshot
  switch (finding.intent) {
    case 'confirm':
      return confirm(snapshot, now)
    case 'cannot_attend':
      return cannotAttend(snapshot, now)
    case 'nsaid_question':
    case 'other_drug_question':
      return medicineResponse(snapshot, finding.drug, now)
    case 'pain_score':
      return painResponse(snapshot, finding.value ?? 10, said, now)
    case 'yes':
    case 'no':
      return adherence(snapshot, finding.intent, now)
    case 'less':
      return say({ ...patient, fewerTexts: true }, clinic, 'less')
    case 'more':
      // What fell due while she wanted fewer stays skipped.
      return say({ ...skipDue(snapshot, now), fewerTexts: false }, clinic, 'more')
    case 'help':
      return say(patient, clinic, 'help')
    case 'thanks':
      return { patient }
    default:
      return forStaff(snapshot, now)
  }
}

/** A score beside another meaning is noted too; the answer stays the one to the main point. */
function alsoScored(
  { clinic }: Snapshot,
  response: Response,
  finding: Finding,
  said: Said,
  now: Instant,
): Response {
  if (finding.value === undefined || !finding.also?.includes('pain_score')) return response
  const { patient } = painResponse({ patient: response.patient, clinic }, finding.value, said, now)
  return { ...response, patient }
}

function confirm(snapshot: Snapshot, now: Instant): Response {
  const { patient, clinic } = snapshot
  const visit = visitMeant(patient, clinic, now)
  if (visit === undefined || !hasBeenTold(patient, visit)) return forStaff(snapshot, now)
  const confirmed = withInjection(patient, visit.course.number, { ...visit.injection, state: 'confirmed' })
  const answered = withAnswer(confirmed, questionsAsked(patient, 'C/R').at(-1)?.id, 'C', now)
  return say(answered, clinic, 'confirm', { visitAt: visit.says })
}

function cannotAttend({ patient, clinic }: Snapshot, now: Instant): Response {
  const visit = visitMeant(patient, clinic, now)
  const key = visit && `${visit.course.number}.${visit.injection.number}.${visit.injection.visit}`
  const tasked = withTask(patient, clinic, 'change', now, key === undefined ? {} : { key })
  const answered = withAnswer(tasked, questionsAsked(patient, 'C/R').at(-1)?.id, 'R', now)
  const soon = visit !== undefined && visit.at <= after(now, DAY)
  return say(answered, clinic, soon ? 'change.soon' : 'change')
}

function adherence(snapshot: Snapshot, intent: 'yes' | 'no', now: Instant): Response {
  const { patient, clinic } = snapshot
  const last = questionsAsked(patient).at(-1)
  if (last?.question === '0-10') return say(patient, clinic, 'pain.bad')
  if (last?.question !== 'Y/N') return forStaff(snapshot, now)
  if (last.step.on === 'flagged') return checkedBack(snapshot, last.id, intent, now)
  const isBelt = familyOf(last.step.key) === 'B'
  const key = isBelt ? (`belt.${intent}` as const) : intent
  return say(withAnswer(patient, last.id, intent === 'yes' ? 'Y' : 'N', now), clinic, key)
}

/** Next morning, whether she has spoken to a nurse or doctor. If not, she is told again where to call, and so are we. */
function checkedBack(
  { patient, clinic }: Snapshot,
  asked: TextId,
  intent: 'yes' | 'no',
  now: Instant,
): Response {
  if (intent === 'yes') return say(withAnswer(patient, asked, 'Y', now), clinic, 'belt.yes')
  const tasked = withTask(patient, clinic, 'not-spoken', now, { about: asked })
  return say(withAnswer(tasked, asked, 'N', now), clinic, safetyAnswer(clinic, 2, now))
}

/** Not understood: a person reads it. */
function forStaff({ patient, clinic }: Snapshot, now: Instant): Response {
  const tasked = withTask(patient, clinic, 'unknown', now)
  const last = patient.replies.findLast(({ answer }) => answer?.key === 'unknown')
  if (last !== undefined && now < after(last.at, UNKNOWN_AGAIN_AFTER)) return { patient: tasked }
  return say(tasked, clinic, 'unknown')
}
