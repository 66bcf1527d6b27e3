import type { Deletion, SendOutcome } from '../../ports/texting.ts'
import { classOfRefusal, isAboutAccount } from './error-classes.ts'

/** Errors of the system before a connection is open, so that nothing of the request can have left. */
const NEVER_CONNECTED = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED']

const UNKNOWN = { kind: 'unknown' } as const

/**
 * What an error of a send says about the text. Only proof that nothing went is a refusal: an error code of Twilio's
 * own under a 4xx, a 429 (never processed), or a connection that never opened. The error itself goes no further: it
 * may quote the number or the body.
 */
export function outcomeOfError(error: unknown): SendOutcome {
  if (neverConnected(error)) return { kind: 'refused', failure: 'retry' }
  const status = numberIn(error, 'status')
  const code = numberIn(error, 'code')
  if (status === 429) return { kind: 'refused', failure: 'retry', ...(code === undefined ? {} : { code }) }
  if (status === undefined || status < 400 || status > 499 || code === undefined) return UNKNOWN
  const failure = classOfRefusal(code)
  if (failure === 'unknown') return UNKNOWN
  return { kind: 'refused', failure, code, ...(isAboutAccount(code) && { account: true as const }) }
}

/** Too early to delete: https://www.twilio.com/docs/api/errors/20009 */
const NOT_COMPLETE = 20009

/** What an error of a deletion says about the record. One that is not there, or not any more, is gone. */
export function deletionOfError(error: unknown): Deletion {
  if (numberIn(error, 'code') === NOT_COMPLETE) return 'not-yet'
  return numberIn(error, 'status') === 404 ? 'gone' : 'unanswered'
}

/** Twilio does not know the token: it was changed since it was read. */
export const isCredentialRefusal = (error: unknown): boolean => numberIn(error, 'status') === 401

const neverConnected = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NEVER_CONNECTED.some((code) => code === error.code)

function numberIn(error: unknown, name: 'status' | 'code'): number | undefined {
  if (!(error instanceof Error) || !(name in error)) return undefined
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value
  return typeof value === 'number' && value > 0 ? value : undefined
}
