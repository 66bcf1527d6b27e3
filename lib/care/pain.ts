import { textIdParts } from '../patient/identifiers.ts'
import type { PainScore, Patient } from '../patient/patient.ts'
import { DAY, type Instant } from '../time/instant.ts'
import { dateOf, daysBetween } from '../time/local-date.ts'
import { localAt } from '../time/zone.ts'
import { type Response, say } from './answer.ts'
import type { Snapshot } from './change.ts'
import { type Asked, questionsAsked, withAnswer } from './conversation.ts'
import { withEscalation } from './escalate.ts'
import type { Said } from './red-flag.ts'

/** Pain this bad is followed up whatever was asked. */
const HIGH = 8
/** Pain that should have eased: this bad in answer to the check of day 28 or a later one. */
const HIGH_LATE = 6
/** Worse by this much than at the same check of the injection before, from day 14 on. */
const WORSENED = 3
const TREND_FROM_DAY = 14
const LOW = 3
/** A bare number this long after a pain check still answers it. */
const ANSWERS_WITHIN = 7 * DAY
const LATE_CHECKS = new Set(['P2', 'P3'])

/** Notes a score and says what to do about it; a high one opens an escalation whose clock starts when the clinic opens. */
export function painResponse(
  { patient, clinic }: Snapshot,
  value: number,
  said: Said,
  now: Instant,
): Response {
  const last = questionsAsked(patient, '0-10').at(-1)
  const asked = last !== undefined && now - last.at <= ANSWERS_WITHIN ? last : undefined
  const score: PainScore = { at: now, value, ...(asked && { asked: asked.id }) }
  const noted = withAnswer({ ...patient, pain: [...patient.pain, score] }, asked?.id, String(value), now)
  if (isHigh(patient, value, asked, now))
    return say(
      withEscalation(noted, clinic, { ...said, untold: false, inherited: false }, now),
      clinic,
      'pain.high',
      {
        x: value,
      },
    )
  return say(noted, clinic, value <= LOW ? 'pain.low' : 'pain.mid', { x: value })
}

function isHigh(patient: Patient, value: number, asked: Asked | undefined, now: Instant): boolean {
  if (value >= HIGH) return true
  if (asked === undefined) return false
  if (LATE_CHECKS.has(asked.step.key) && value >= HIGH_LATE) return true
  const before = sameCheckBefore(patient, asked)
  return (
    before !== undefined && dayInPhase(patient, asked, now) >= TREND_FROM_DAY && value - before >= WORSENED
  )
}

/** Her score at the same check of the injection before. */
function sameCheckBefore(patient: Patient, { id }: Asked): number | undefined {
  const { step, course, injection } = textIdParts(id)
  const earlier = patient.pain.findLast(({ asked }) => {
    if (asked === undefined) return false
    const parts = textIdParts(asked)
    return parts.step === step && parts.course === course && parts.injection === injection - 1
  })
  return earlier?.value
}

/** Days since the injection the check is about. */
function dayInPhase(patient: Patient, { id }: Asked, now: Instant): number {
  const parts = textIdParts(id)
  const course = patient.courses.find(({ number }) => number === parts.course)
  const injection = course?.injections.find(({ number }) => number === parts.injection)
  return injection === undefined ? 0 : daysBetween(dateOf(injection.at), localAt(patient.zone, now).date)
}
