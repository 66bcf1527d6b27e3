import { familyOf } from '../protocol/protocol.ts'
import { after, DAY, HOUR, type Instant } from '../time/instant.ts'
import type { Finding } from '../triage/triage.ts'
import { type Response, say } from './answer.ts'
import type { Snapshot } from './change.ts'
import { withInjection } from './change-injection.ts'
import { hasBeenTold, questionsAsked, visitMeant, withAnswer } from './conversation.ts'
import { painResponse } from './pain.ts'
import { skipDue } from './skip-due.ts'
import { withTask } from './tasks.ts'

/** "Our team will read this" is said at most once in this time, so that two machines cannot talk to each other. */
const UNKNOWN_AGAIN_AFTER = 4 * HOUR

/** Reads a finding against what she was last asked. STOP, START, WRONG and HELP concern the number and come before. */
export function respond(snapshot: Snapshot, finding: Finding, now: Instant): Response {
  const { patient, clinic } = snapshot
  switch (finding.intent) {
    case 'confirm':
      return confirm(snapshot, now)
    case 'cannot_attend':
      return cannotAttend(snapshot, now)
    case 'pain_score':
      return painResponse(snapshot, finding.value ?? 10, now)
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
  const tasked = withTask(patient, 'change', now, key === undefined ? undefined : { key })
  const answered = withAnswer(tasked, questionsAsked(patient, 'C/R').at(-1)?.id, 'R', now)
  const soon = visit !== undefined && visit.at <= after(now, DAY)
  return say(answered, clinic, soon ? 'change.soon' : 'change')
}

function adherence(snapshot: Snapshot, intent: 'yes' | 'no', now: Instant): Response {
  const { patient, clinic } = snapshot
  const last = questionsAsked(patient).at(-1)
  if (last?.question === '0-10') return say(patient, clinic, 'pain.bad')
  if (last?.question !== 'Y/N') return forStaff(snapshot, now)
  const isBelt = familyOf(last.step.key) === 'B'
  const key = isBelt ? (`belt.${intent}` as const) : intent
  return say(withAnswer(patient, last.id, intent === 'yes' ? 'Y' : 'N', now), clinic, key)
}

/** Not understood: a person reads it. */
export function forStaff({ patient, clinic }: Snapshot, now: Instant): Response {
  const tasked = withTask(patient, 'unknown', now)
  const last = patient.replies.findLast(({ answer }) => answer?.key === 'unknown')
  if (last !== undefined && now < after(last.at, UNKNOWN_AGAIN_AFTER)) return { patient: tasked }
  return say(tasked, clinic, 'unknown')
}
