import type { Clinic } from '../patient/clinic.ts'
import { type Escalation, isOpen } from '../patient/escalation.ts'
import type { Patient } from '../patient/patient.ts'
import type { AnswerKey } from '../protocol/answers.ts'
import type { Instant } from '../time/instant.ts'
import { isClinicOpen, openingFrom } from './clinic-hours.ts'

/** Longest part of her words an escalation shows. */
const SHOWN_WORDS = 320

export interface Flag {
  /** Absent: a high pain score. */
  readonly tier?: 1 | 2
  readonly words: string
  /** The reply it stands in. */
  readonly sid: string
  /** Our answer cannot reach her: she has opted out at the carrier. */
  readonly untold: boolean
}

/**
 * Raises an escalation, in the same write as the reply. More words while nobody has taken it on belong to the one that
 * is open; a worse finding, or one after somebody had taken it on, starts the ladder anew.
 */
export function withEscalation(patient: Patient, clinic: Clinic, flag: Flag, now: Instant): Patient {
  const open = patient.escalations.findLast(
    (one) => isOpen(one) && one.acknowledged === undefined && isAsBad(one, flag),
  )
  const words = flag.words.slice(0, SHOWN_WORDS)
  const untold = flag.untold ? { untold: true as const } : {}
  if (open !== undefined) {
    const joined = { ...open, words, replies: [...open.replies, flag.sid].slice(-10), ...untold }
    return { ...patient, escalations: patient.escalations.map((one) => (one === open ? joined : one)) }
  }
  const raised: Escalation = {
    seq: Math.max(0, ...patient.escalations.map(({ seq }) => seq)) + 1,
    ...(flag.tier && { tier: flag.tier }),
    at: now,
    words,
    replies: [flag.sid],
    startsAt: ladderStart(clinic, flag, now),
    alerted: [],
    ...untold,
  }
  return { ...patient, escalations: [...patient.escalations, raised] }
}

/** No tier counts as the mildest. */
const isAsBad = (open: Escalation, flag: Flag): boolean => (open.tier ?? 3) <= (flag.tier ?? 3)

function ladderStart(clinic: Clinic, { tier }: Flag, now: Instant): Instant {
  const atOnce = tier === 1 || (tier === 2 && clinic.tier2WakesOnCall)
  return atOnce ? now : openingFrom(clinic, now)
}

/** What she is told at once, at any hour, every time. */
export function safetyAnswer(clinic: Clinic, tier: 1 | 2, now: Instant): AnswerKey {
  if (tier === 1) return 'emergency'
  return isClinicOpen(clinic, now) ? 'clinic.open' : 'clinic.closed'
}
