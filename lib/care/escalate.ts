import type { Clinic } from '../patient/clinic.ts'
import { type Escalation, isAnswered, isOpen } from '../patient/escalation.ts'
import type { OptOut, Patient } from '../patient/patient.ts'
import type { AnswerKey } from '../protocol/answers.ts'
import type { Instant } from '../time/instant.ts'
import { isClinicOpen, openingFrom } from './clinic-hours.ts'

/** Longest part of her words an escalation shows. */
const SHOWN_WORDS = 320
/** Most messages an escalation shows; the thread has them all. */
const SHOWN_LINES = 6

export interface Flag {
  /** Absent: a high pain score. */
  readonly tier?: 1 | 2
  readonly words: string
  /** The reply it stands in. */
  readonly sid: string
  /** Our answer cannot reach her: she has opted out at the carrier. */
  readonly untold: boolean
  /** Read as a red flag only because one is open: it never raises another, nor restarts a ladder. */
  readonly inherited: boolean
}

/**
 * Raises an escalation, in the same write as the reply. More words while nobody has taken it on belong to the one that
 * is open; a worse finding, or one after somebody had taken it on, starts the ladder anew.
 */
export function withEscalation(patient: Patient, clinic: Clinic, flag: Flag, now: Instant): Patient {
  const open = patient.escalations.findLast(
    (one) => isOpen(one) && isAsBad(one, flag) && (one.acknowledged === undefined || flag.inherited),
  )
  const untold = flag.untold ? { untold: true as const } : {}
  if (open !== undefined) {
    const words = joinedWords(open.words, flag.words)
    const joined = { ...open, words, replies: [...open.replies, flag.sid].slice(-10), ...untold }
    return { ...patient, escalations: patient.escalations.map((one) => (one === open ? joined : one)) }
  }
  const raised: Escalation = {
    seq: Math.max(0, ...patient.escalations.map(({ seq }) => seq)) + 1,
    ...(flag.tier && { tier: flag.tier }),
    at: now,
    words: flag.words.slice(0, SHOWN_WORDS).replaceAll('\n', ' '),
    replies: [flag.sid],
    startsAt: ladderStart(clinic, flag, now),
    alerted: [],
    ...untold,
  }
  return { ...patient, escalations: [...patient.escalations, raised] }
}

/** What raised it stays first, whatever she writes later; a repeat adds nothing. */
function joinedWords(before: string, words: string): string {
  const lines = before.split('\n')
  const next = words.slice(0, SHOWN_WORDS).replaceAll('\n', ' ')
  return lines.includes(next) || lines.length >= SHOWN_LINES ? before : `${before}\n${next}`
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

/** What we tell her about her open red flags does not reach her: a person phones her. */
export const withUntoldFlags = (patient: Patient): Patient => ({
  ...patient,
  escalations: patient.escalations.map((one) =>
    isOpen(one) && one.tier !== undefined ? { ...one, untold: true as const } : one,
  ),
})

/**
 * She has opted out: no further text tells her about her open red flags, but an answer that had arrived is not lost. At
 * a wrong number it has reached somebody else.
 */
export const withOptedOutFlags = (patient: Patient, { reason }: Pick<OptOut, 'reason'>): Patient =>
  reason === 'wrong'
    ? withUntoldFlags(patient)
    : {
        ...patient,
        escalations: patient.escalations.map((one) =>
          isOpen(one) && one.tier !== undefined ? { ...one, optedOut: true as const } : one,
        ),
      }

/** Texts reach her again. An answer that is not known to have arrived before stays one that a person must give her. */
export const withTextedFlags = (patient: Patient): Patient => ({
  ...patient,
  escalations: patient.escalations.map((one) => {
    if (!isOpen(one) || one.optedOut === undefined) return one
    const { optedOut: _, ...back } = one
    return isAnswered(one) ? back : { ...back, untold: true as const }
  }),
})
