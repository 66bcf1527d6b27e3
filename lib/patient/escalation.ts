import type { Instant } from '../time/instant.ts'

export type Contact = 'A' | 'B'

/** One rung climbed: whom the clinic's alert went to, and by which routes it got out. */
export interface Alerted {
  readonly at: Instant
  readonly to: readonly Contact[]
  readonly byText: boolean
  readonly byEmail: boolean
}

/** The carrier's last word on the text by which one of those on call was alerted. */
export interface AlertReport {
  /** Index among the rungs climbed. */
  readonly rung: number
  readonly to: Contact
  readonly state: 'delivered' | 'undelivered'
  readonly at: Instant
  /** Vendor error code of a failed delivery. */
  readonly code?: number
}

export interface Settlement {
  readonly at: Instant
  /** Who at the clinic. */
  readonly by: string
  /** What came of it, in the clinic's words. */
  readonly outcome?: string
}

/**
 * A finding that needs a person, with an acknowledgement clock. Without a tier it is a high pain score, whose clock
 * starts when the clinic opens.
 */
export interface Escalation {
  /** 1, 2, ... within the patient. */
  readonly seq: number
  readonly tier?: 1 | 2
  readonly at: Instant
  /** Her words, and the messages they came in, newest last. */
  readonly words: string
  readonly replies: readonly string[]
  /** When the ladder starts. */
  readonly startsAt: Instant
  /** The number staff alerts go by, from the first alert on. */
  readonly number?: number
  /** Rungs climbed so far, with what became of each alert. */
  readonly alerted: readonly Alerted[]
  /** Kept apart from the rungs: what the carrier says may come before the rung is written down. */
  readonly reports?: readonly AlertReport[]
  /** Somebody is sending this rung's alerts until then. */
  readonly climbingUntil?: Instant
  /** Our safety answer cannot have reached her: "not told, phone her". */
  readonly untold?: true
  /** Of `replies`, those whose answer has arrived. */
  readonly arrived?: readonly string[]
  /** She opted out while it was open, and is not back: no further text of ours reaches her. */
  readonly optedOut?: true
  /** Stops the clock. It stays open until it is resolved. */
  readonly acknowledged?: Settlement
  readonly resolved?: Settlement
}

export const isOpen = ({ resolved }: { readonly resolved?: Settlement }): boolean => resolved === undefined

/** Every message it names has an answer that is known to have arrived. */
export const isAnswered = ({ replies, arrived = [] }: Escalation): boolean =>
  replies.every((sid) => arrived.includes(sid))

/** Why a person must phone her, whatever else is done. Of an answer nothing is known of, the worse is taken to be true. */
export function whyPhone(
  escalation: Escalation,
): 'not told, phone her' | 'opted out since, phone her' | undefined {
  if (escalation.untold) return 'not told, phone her'
  if (!escalation.optedOut) return undefined
  return isAnswered(escalation) ? 'opted out since, phone her' : 'not told, phone her'
}
