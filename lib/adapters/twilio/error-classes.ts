import type { FailureClass } from '../../ports/texting.ts'

// Twilio's codes, from https://www.twilio.com/docs/api/errors (read 2026-11-22). Twilio says the code of a message may
// be remapped, so a code that stands in no table gets the mildest treatment of its table.

/** `unknown`: the request may have been processed in spite of the error. */
export type RefusalClass = FailureClass | 'unknown'

/** The answer to a request to send, or to read. */
export const REFUSALS: Readonly<Record<number, RefusalClass>> = {
  // May have gone.
  20500: 'unknown', // internal error
  20503: 'unknown', // service unavailable

  // Did not go; the cause passes.
  20429: 'retry', // too many requests at once, never processed
  21611: 'retry', // this sender's queue is full
  60728: 'retry', // hourly limit of messages of the account

  // This number cannot be texted.
  21211: 'number', // not a valid number
  21265: 'number', // a short code
  21266: 'number', // the sender itself
  21612: 'number', // not reachable from this sender
  21614: 'number', // not a mobile
  21635: 'number', // a landline

  21610: 'opt-out', // she answered STOP to this sender

  // The account is not allowed to send.
  10001: 'operators', // account not active
  20003: 'operators', // wrong credentials, or account suspended
  20005: 'operators', // account not active
  20404: 'operators', // no such resource: wrong account
  21408: 'operators', // country not enabled
  21608: 'operators', // trial account, or no approved compliance profile
  30002: 'operators', // account suspended
  63038: 'operators', // daily limit of messages of the account
  90010: 'operators', // account not active

  // The sender or a setting is at fault.
  14107: 'operators', // 15 replies between two numbers in 30 s: a loop
  21212: 'operators', // sender not a valid number
  21603: 'operators', // no sender
  21606: 'operators', // sender cannot text
  21609: 'operators', // bad status callback address
  21703: 'operators', // messaging service without a sender
  21704: 'operators', // messaging service without a suitable sender
  21705: 'operators', // no such messaging service
  30029: 'operators', // content retention without the redaction feature
  35111: 'operators', // scheduling without a time
  35114: 'operators', // scheduling out of range
  35115: 'operators', // scheduling out of range
  35117: 'operators', // scheduling out of range
  35118: 'operators', // scheduling without a messaging service
  35125: 'operators', // too many scheduled messages

  // Our own webhook failed; seen in Twilio's debugger rather than in an answer.
  11200: 'operators', // webhook could not be reached or answered with an error
  11205: 'operators', // webhook could not be connected to
  12300: 'operators', // webhook answered with a wrong content type
  57012: 'operators', // webhook refused Twilio's signature

  // The text itself is wrong: another try would fare no better.
  21602: 'never', // no body
  21617: 'never', // body longer than 1,600 characters
}

/** The code of a message that Twilio took and could not deliver. */
export const FAILED_DELIVERIES: Readonly<Record<number, FailureClass>> = {
  // Another time may do.
  30001: 'later', // queue overflow
  30003: 'later', // handset off, roaming or without signal
  30008: 'later', // cause unknown
  30017: 'later', // carrier congestion
  30020: 'later', // internal to Twilio
  30021: 'later', // internal to Twilio
  30022: 'later', // rate of the US campaign exceeded
  30023: 'later', // daily cap of the US campaign reached, until 00:00 Pacific
  30036: 'later', // validity period ran out in the queue
  30047: 'later', // could not be moved out of quiet hours
  30450: 'later', // pumping protection, lifts by itself in 15 to 30 minutes
  30500: 'later', // internal to Twilio
  30610: 'later', // quiet hours of Twilio's compliance toolkit
  60728: 'later', // hourly limit of messages of the account

  // This number cannot be texted.
  21211: 'number', // not a valid number
  21612: 'number', // not reachable from this sender
  21614: 'number', // not a mobile
  21635: 'number', // a landline
  30004: 'number', // blocked by number, device, plan or do-not-disturb: no retry, the clinic must know
  30005: 'number', // unknown or inactive handset
  30006: 'number', // landline or unreachable carrier

  21610: 'opt-out', // she answered STOP to this sender

  // Account, sender or setting.
  10001: 'operators', // account not active
  20005: 'operators', // account not active
  30002: 'operators', // account suspended
  30018: 'operators', // sender id not registered
  30024: 'operators', // sender id not provisioned
  30032: 'operators', // toll-free number not verified
  30034: 'operators', // US campaign not registered
  30035: 'operators', // US campaign still configuring
  30042: 'operators', // generic sender id not allowed
  63003: 'operators', // belongs to another channel than SMS, like the next four
  63007: 'operators',
  63016: 'operators',
  63018: 'operators',
  63024: 'operators',
  63038: 'operators', // daily limit of messages of the account
  90010: 'operators', // account not active

  // Not this text again.
  21617: 'never', // body longer than 1,600 characters
  30007: 'never', // filtered for its content by Twilio or a carrier
  30410: 'never', // provider timed out: it may have arrived, so a second one could be a duplicate
}

/** Refusals of the whole account, which is asked for until it is active again. */
const ABOUT_ACCOUNT: readonly number[] = [10001, 20003, 20005, 30002, 90010]

export const isAboutAccount = (code: number): boolean => ABOUT_ACCOUNT.includes(code)

/** The class of a refusal by Twilio. A code nobody knows is ours to look into. */
export const classOfRefusal = (code: number): RefusalClass => REFUSALS[code] ?? 'operators'

/** The class of a delivery that failed; without a known code one later attempt is worth making. */
export const classOfFailedDelivery = (code: number | undefined): FailureClass =>
  (code === undefined ? undefined : FAILED_DELIVERIES[code]) ?? 'later'
