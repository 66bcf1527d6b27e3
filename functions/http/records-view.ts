import type { Change, Reply } from '../../lib/patient/patient.ts'
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

export const replyRecord = ({ sid, at, text, intent, value, asked, answer }: Reply): ReplyRecord => ({
  sid,
  at: isoOf(at),
  text,
  intent,
  ...(value !== undefined && { value }),
  ...(asked !== undefined && { asked }),
  ...(answer !== undefined && { answer: answer.body }),
})

export const changeRecord = ({ version, at, actor, what }: Change): ChangeRecord => ({
  version,
  at: isoOf(at),
  actor,
  what,
})
