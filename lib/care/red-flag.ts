import { isOpen } from '../patient/escalation.ts'
import type { Patient } from '../patient/patient.ts'
import type { AnswerKey } from '../protocol/answers.ts'
import type { Instant } from '../time/instant.ts'
import type { Finding } from '../triage/finding.ts'
import { type Response, say } from './answer.ts'
import type { Snapshot } from './change.ts'
import { safetyAnswer, withEscalation } from './escalate.ts'
import { withTask } from './tasks.ts'

/** The reply a finding stands in. */
export interface Said {
  readonly sid: string
  readonly words: string
}

export const isRedFlag = ({ tier }: Finding): boolean => tier !== undefined

/** A finding that is a red flag only because one is open; it may be a machine's answer to us. */
export interface InLight extends Finding {
  readonly inherited?: true
}

/**
 * What cannot be understood while a red flag is open is about the red flag: "still hot", "it is worse now". She is
 * answered again, and staff see her words.
 */
export function inLightOfOpenFlag(finding: Finding, patients: readonly Patient[]): InLight {
  if (finding.intent !== 'unknown') return finding
  const open = patients.flatMap(({ escalations }) => escalations.filter(isOpen))
  const tier = open.some((one) => one.tier === 1) ? 1 : open.some((one) => one.tier === 2) ? 2 : undefined
  if (tier === undefined) return finding
  return { ...finding, tier, inherited: true, intent: tier === 1 ? 'red_flag_emergency' : 'red_flag_clinic' }
}

/**
 * Answers a red flag at any hour, every time, and raises an escalation in the same write. A pregnancy has its own
 * words and an urgent task: a person calls before the next visit, and nudges and pain checks wait.
 */
export function flagResponse(
  { patient, clinic }: Snapshot,
  finding: InLight,
  said: Said,
  now: Instant,
): Response {
  const tier = finding.tier ?? 2
  if (finding.answer === 'pregnant')
    return say(withTask(patient, clinic, 'pregnant', now, { urgent: true }), clinic, 'pregnant')
  const key: AnswerKey = finding.answer ?? safetyAnswer(clinic, tier, now)
  // Twilio drops our answer to a number it has a STOP of.
  const untold = patient.optedOut?.reason === 'stop' || patient.optedOut?.reason === 'carrier'
  return say(
    withEscalation(patient, clinic, { tier, ...said, untold, inherited: finding.inherited === true }, now),
    clinic,
    key,
  )
}
