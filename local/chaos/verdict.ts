import { z } from 'zod'
import type { Patient } from '../../lib/patient/patient.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { MINUTE } from '../../lib/time/instant.ts'

export const MESSAGES = z.array(z.object({ sid: z.string(), to: z.string(), body: z.string() }))
type Messages = z.infer<typeof MESSAGES>

export interface Verdict {
  /** Patients for whom Twilio has no message. */
  readonly lost: number
  /** Messages beyond the first with the same words to the same number. */
  readonly doubled: number
  /** Patients whose ledger does not have the text in one final state, as the message that Twilio has. */
  readonly unsettled: number
  /** From the due moment to the last change of state. */
  readonly settledAfterMinutes: number
}

/**
 * Judges by what Twilio received, which owes nothing to our ledgers, and then by the ledgers: one text was due for
 * each patient.
 */
export function verdictOf(messages: Messages, patients: readonly Patient[], due: Instant): Verdict {
  const seen = new Map<string, number>()
  for (const { to, body } of messages) seen.set(`${to} ${body}`, (seen.get(`${to} ${body}`) ?? 0) + 1)
  const reached = new Set(messages.map(({ to }) => to))
  const sidOf = new Map(messages.map(({ to, sid }) => [to, sid]))
  const entries = patients.flatMap(({ ledger }) => Object.values(ledger))
  return {
    lost: patients.filter(({ mobile }) => !reached.has(mobile)).length,
    doubled: [...seen.values()].reduce((sum, count) => sum + count - 1, 0),
    unsettled: patients.filter((patient) => !isSettled(patient, sidOf.get(patient.mobile))).length,
    settledAfterMinutes: Math.max(0, ...entries.map(({ at }) => at - due)) / MINUTE,
  }
}

function isSettled({ ledger }: Patient, sid: string | undefined): boolean {
  const [entry, ...others] = Object.values(ledger)
  if (entry === undefined || others.length > 0) return false
  const reached = entry.attempts.filter(({ state }) => state === 'sent' || state === 'delivered')
  const isFinal = entry.state === 'sent' || entry.state === 'delivered'
  return isFinal && reached.length === 1 && reached[0]?.sid === sid
}
