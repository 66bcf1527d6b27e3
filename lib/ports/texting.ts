import type { Contact } from '../patient/escalation.ts'
import type { AttemptId, PatientId, PhoneNumber, TextId } from '../patient/identifiers.ts'
import type { Instant } from '../time/instant.ts'

/**
 * What a refusal or failed delivery asks for. retry: did not go, safe to repeat with backoff. later: delivery failed,
 * one more attempt inside hours. number: the number is unusable. opt-out: the carrier has a STOP. operators: account,
 * sender or setting at fault. never: this text must not be sent again.
 */
export type FailureClass = 'retry' | 'later' | 'number' | 'opt-out' | 'operators' | 'never'

export type SendOutcome =
  | { readonly kind: 'accepted'; readonly sid: string }
  /** Twilio's own no, or a connection never opened: proof that nothing went. */
  | {
      readonly kind: 'refused'
      readonly failure: FailureClass
      readonly code?: number
      /** The whole account is refused: whether it is active again can be asked. */
      readonly account?: true
    }
  /** No answer, or one that does not say: it may have gone. */
  | { readonly kind: 'unknown' }

export interface OutgoingText {
  readonly from: PhoneNumber
  readonly to: PhoneNumber
  readonly body: string
  /** Twilio drops the text when it could not hand it over within this many seconds, 1..36,000. */
  readonly validitySeconds: number
  /** Whose status callback this will be. */
  readonly patientId: PatientId
  readonly textId: TextId
  readonly attemptId: AttemptId
}

export type DeliveryState = 'pending' | 'sent' | 'delivered' | 'undelivered'

export interface DeliveryNews {
  readonly state: DeliveryState
  readonly code?: number
  /** Present when state is undelivered. */
  readonly failure?: FailureClass
}

export interface FoundText {
  readonly sid: string
  readonly body: string
  readonly createdAt: Instant
  readonly news: DeliveryNews
}

export type LookUp =
  | { readonly kind: 'complete'; readonly texts: readonly FoundText[] }
  | { readonly kind: 'incomplete' }

/** `not-yet`: it is still on its way and can be deleted later. `unanswered`: nobody knows; ask again. */
export type Deletion = 'gone' | 'not-yet' | 'unanswered'

/** What the carrier calls back about one attempt. */
export interface CallbackNews {
  readonly patientId: PatientId
  readonly textId: TextId
  readonly attemptId: AttemptId
  readonly sid: string
  readonly news: DeliveryNews
}

/** Whose answer in a webhook's response is reported on, and to which message of hers: none may be lost unnoticed. */
export interface AnswerOwner {
  readonly patientId: PatientId
  /** The carrier's id of the message that was answered. */
  readonly reply: string
}

/** What the carrier calls back about such an answer. */
export interface AnswerNews extends AnswerOwner {
  readonly news: DeliveryNews
}

/** Whose escalation an alert to staff is about, on which rung of its ladder, and whom it goes to. */
export interface AlertOwner {
  readonly patientId: PatientId
  /** The escalation's number within the patient. */
  readonly escalation: number
  readonly rung: number
  readonly to: Contact
}

/** What the carrier calls back about such an alert. */
export interface AlertNews extends AlertOwner {
  readonly news: DeliveryNews
}

/** The carrier of texts. */
export interface Texting {
  /** Hands over once; never repeats by itself. Settles within `timeoutMs`. */
  send(text: OutgoingText, timeoutMs: number): Promise<SendOutcome>
  /** A text to staff, outside every ledger: sent once more rather than not at all. Reported on if it has an owner. */
  tell(text: Pick<OutgoingText, 'from' | 'to' | 'body'>, owner?: AlertOwner): Promise<SendOutcome>
  /** All messages of ours to a number, every page; `incomplete` when any page is missing. */
  sentTo(mobile: PhoneNumber): Promise<LookUp>
  /** Whether the account may send, asked without sending; undefined when there is no answer. */
  accountActive(): Promise<boolean | undefined>
  /** News of one message; undefined when it cannot be had now. */
  news(sid: string): Promise<DeliveryNews | undefined>
  /** Deletes the carrier's own record of a message, to her or from her, words and numbers; again is no error. */
  deleteRecord(sid: string): Promise<Deletion>
  /** The address to which the carrier reports on an answer given in a webhook's response. */
  answerCallback(owner: AnswerOwner): string
  /** Reads a status callback: its query as received and its form fields. Undefined: not one of ours. */
  callbackNews(
    rawQuery: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): CallbackNews | AnswerNews | AlertNews | undefined
}
