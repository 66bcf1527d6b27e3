import type { Change, Reply } from '../../lib/patient/patient.ts'
import type { AnswerReport } from '../../lib/ports/evidence.ts'
import { isoOf } from '../../lib/time/zone.ts'

/** One message from a patient with the answer it got: an item of `GET /v1/patients/{id}/replies`, newest first. */
export interface ReplyRecord {
  /** Twilio's message id. */
  readonly sid: string
  /** UTC, like every `at` here. */
  readonly at: string
  /** Her words, all of them. */
  readonly text: string
  /** What triage read in it. */
  readonly intent: string
  readonly value?: number
  /** The text whose question it answered. */
  readonly asked?: string
  /** Our answer; absent when none was sent, or when Twilio answered STOP, START or HELP itself. */
  readonly answer?: string
  /** What became of our answer; absent like it. */
  readonly answerDelivery?: AnswerDelivery
}

/** `sent`: handed to Twilio, without its last word yet. */
export interface AnswerDelivery {
  readonly state: 'sent' | 'delivered' | 'undelivered'
  readonly deliveredAt?: string
  /** When Twilio reported that it did not arrive, and its error code. */
  readonly undeliveredAt?: string
  readonly code?: number
}

/** Who changed what: an item of `GET /v1/patients/{id}/history`, newest first. */
export interface ChangeRecord {
  /** Of the patient, after the change. */
  readonly version: number
  readonly at: string
  /** Who at the clinic; `api` when the call did not say. */
  readonly actor: string
  readonly what: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly cursor?: string
}

/** @param reports of all her answers */
export const replyRecord = (
  { sid, at, text, intent, value, asked, answer }: Reply,
  reports: readonly AnswerReport[],
): ReplyRecord => ({
  sid,
  at: isoOf(at),
  text,
  intent,
  ...(value !== undefined && { value }),
  ...(asked !== undefined && { asked }),
  ...(answer !== undefined && {
    answer: answer.body,
    answerDelivery: answerDelivery(reports.filter(({ reply }) => reply === sid)),
  }),
})

/** That it arrived is the last word: an answer given twice may have failed once. */
function answerDelivery(reports: readonly AnswerReport[]): AnswerDelivery {
  const last = reports.find(({ state }) => state === 'delivered') ?? reports[0]
  if (last === undefined) return { state: 'sent' }
  const at = isoOf(last.at)
  if (last.state === 'delivered') return { state: 'delivered', deliveredAt: at }
  return { state: 'undelivered', undeliveredAt: at, ...(last.code !== undefined && { code: last.code }) }
}

export const changeRecord = ({ version, at, actor, what }: Change): ChangeRecord => ({
  version,
  at: isoOf(at),
  actor,
  what,
})
