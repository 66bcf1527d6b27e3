import type { Instant } from '../time/instant.ts'
import type { LocalDateTime } from '../time/local-date.ts'
import type { AttemptId, PhoneNumber } from './identifiers.ts'

export type SkipReason =
  | 'expired'
  | 'paused'
  | 'fewer'
  | 'opted-out'
  | 'crowded'
  | 'superseded'
  | 'already-told'
  | 'cancelled'
  | 'missed'
  | 'number-bad'

/**
 * Forward only: (planned) -> sending -> sent -> delivered | undelivered; sending -> retry | held | unknown;
 * unknown -> sent | retry | failed; anything not yet sent -> failed | skipped. A text without an entry is planned.
 */
export type TextState =
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'retry'
  | 'held'
  | 'unknown'
  | 'failed'
  | 'skipped'

export type AttemptState = 'sending' | 'unknown' | 'refused' | 'sent' | 'delivered' | 'undelivered'

export interface Attempt {
  readonly id: AttemptId
  readonly state: AttemptState
  /** When it was claimed. */
  readonly claimedAt: Instant
  /** Twilio's message id, once known. */
  readonly sid?: string
  readonly sentAt?: Instant
  /** Final news from the carrier. */
  readonly finalAt?: Instant
  /** Vendor error code of a refusal or failed delivery. */
  readonly code?: number
}

/** What a claim holds until its attempt is final: enough to recognise the message at Twilio. */
export interface Claim {
  readonly body: string
  readonly to: PhoneNumber
  /** After this instant nobody may hand the attempt to Twilio any more. */
  readonly deadline: Instant
}

/** The answer to "did she get it, and if not, why". */
export interface LedgerEntry {
  readonly state: TextState
  readonly reason?: SkipReason
  /** Planned instant. The text keeps this day in every later plan. */
  readonly due: Instant
  /** Instant of the present state. */
  readonly at: Instant
  readonly attempts: readonly Attempt[]
  readonly claim?: Claim
  /** retry, held: not before this instant. unknown, sent: next look at Twilio. */
  readonly lookAt?: Instant
  /** unknown: when a complete look-up first showed nothing. */
  readonly firstLookAt?: Instant
  /** The visit time the text named, for texts that name one. */
  readonly says?: LocalDateTime
  /** Her answer to the text's question: `C`, `R`, `Y`, `N` or a pain score. */
  readonly answered?: { readonly at: Instant; readonly value: string }
}
