import {
  type AttemptId,
  isAttemptId,
  isPatientId,
  isTextId,
  type PatientId,
  type TextId,
} from '../../patient/identifiers.ts'
import type {
  AlertNews,
  AlertOwner,
  AnswerNews,
  AnswerOwner,
  CallbackNews,
  DeliveryNews,
} from '../../ports/texting.ts'
import { classOfFailedDelivery } from './error-classes.ts'

/** Whose message a status callback is about. */
export interface CallbackOwner {
  readonly patientId: PatientId
  readonly textId: TextId
  readonly attemptId: AttemptId
}

/** Makes Twilio repeat a callback that got no answer or a 5xx up to 3 times; by default such news is lost. */
const OVERRIDES = '#rc=3&rp=ct,rt,5xx'

/**
 * The address that Twilio reports on a message to. Only letters, digits, `-` and `_` stand in the query: what is
 * decoded and encoded again on the way would no longer match the signature.
 */
export function callbackUrl(publicUrl: string, { patientId, textId, attemptId }: CallbackOwner): string {
  const text = textId.replaceAll(/[@.]/g, '-')
  const query = `patient=${patientId}&text=${text}&attempt=${attemptId}`
  return `${publicUrl}/webhooks/twilio/status?${query}${OVERRIDES}`
}

/** It comes to stand in log lines, and in the path by which Twilio is asked about it. */
const MESSAGE_SID = /^[A-Za-z0-9]{1,64}$/

/** The same for an answer in a webhook's response, which has no attempt of ours. */
export const answerCallbackUrl = (publicUrl: string, { patientId, reply }: AnswerOwner): string =>
  `${publicUrl}/webhooks/twilio/status?patient=${patientId}&reply=${reply}${OVERRIDES}`

function parseAnswerQuery(rawQuery: string): AnswerOwner | undefined {
  const query = new URLSearchParams(rawQuery)
  const patientId = query.get('patient') ?? ''
  const reply = query.get('reply') ?? ''
  return isPatientId(patientId) && MESSAGE_SID.test(reply) ? { patientId, reply } : undefined
}

/** The same for an alert to staff. */
export const alertCallbackUrl = (
  publicUrl: string,
  { patientId, escalation, rung, to }: AlertOwner,
): string =>
  `${publicUrl}/webhooks/twilio/status?patient=${patientId}&escalation=${escalation}&rung=${rung}&to=${to}${OVERRIDES}`

function parseAlertQuery(rawQuery: string): AlertOwner | undefined {
  const query = new URLSearchParams(rawQuery)
  const patientId = query.get('patient') ?? ''
  const [escalation, rung] = [query.get('escalation') ?? '', query.get('rung') ?? '']
  const to = query.get('to')
  if (!isPatientId(patientId) || !/^[1-9]\d{0,5}$/.test(escalation) || !/^[0-3]$/.test(rung)) return undefined
  return to === 'A' || to === 'B'
    ? { patientId, escalation: Number(escalation), rung: Number(rung), to }
    : undefined
}

/** The reverse of `callbackUrl`'s query, as received; undefined when it is not one of ours. */
export function parseCallbackQuery(rawQuery: string): CallbackOwner | undefined {
  const query = new URLSearchParams(rawQuery)
  const patientId = query.get('patient') ?? ''
  const attemptId = query.get('attempt') ?? ''
  const textId = (query.get('text') ?? '').replace(/^([^-]+)-([^-]+)-([^-]+)-([^-]+)$/, '$1@$2.$3.$4')
  if (!isPatientId(patientId) || !isTextId(textId) || !isAttemptId(attemptId)) return undefined
  return { patientId, textId, attemptId }
}

const STATES = {
  accepted: 'pending',
  scheduled: 'pending',
  queued: 'pending',
  sending: 'pending',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'undelivered',
  canceled: 'undelivered',
} as const

const isKnownStatus = (status: string): status is keyof typeof STATES => Object.hasOwn(STATES, status)

/** News in the domain's words. A status this table does not know says nothing yet: `pending`. */
export function deliveryNews(messageStatus: string, errorCode: number | undefined): DeliveryNews {
  const state = isKnownStatus(messageStatus) ? STATES[messageStatus] : 'pending'
  if (state !== 'undelivered') return { state }
  const failure = classOfFailedDelivery(errorCode)
  return errorCode === undefined ? { state, failure } : { state, failure, code: errorCode }
}

/** Reads one status callback; undefined when its query or its fields are not those of a message of ours. */
export function callbackNews(
  rawQuery: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
): CallbackNews | AnswerNews | AlertNews | undefined {
  const owner = parseCallbackQuery(rawQuery)
  const { MessageSid: sid, MessageStatus: status, ErrorCode: code } = fields
  if (typeof sid !== 'string' || typeof status !== 'string' || status === '') return undefined
  if (!MESSAGE_SID.test(sid)) return undefined
  const errorCode = typeof code === 'string' && /^\d{1,6}$/.test(code) ? Number(code) : undefined
  const news = deliveryNews(status, errorCode)
  if (owner !== undefined) return { ...owner, sid, news }
  const other = parseAnswerQuery(rawQuery) ?? parseAlertQuery(rawQuery)
  return other && { ...other, news }
}
