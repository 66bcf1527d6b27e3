import type { AttemptId } from '../patient/identifiers.ts'
import type { LedgerEntry } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { FailureClass } from '../ports/texting.ts'
import { after, type Instant, MINUTE } from '../time/instant.ts'
import { afterFailure, MOST_ATTEMPTS, noteNews } from './attempt-news.ts'
import { type ClaimedText, moved, toUnknown, withAttempt, withEntry } from './ledger-moves.ts'
import type { AttemptOutcome } from './send-claimed.ts'
import { withNotToldTask } from './tasks.ts'

/** Waits before the second to fifth attempt. */
const RETRY_AFTER = [1, 2, 5, 15].map((minutes) => minutes * MINUTE)
const HELD_FOR = [5, 15, 45, 120].map((minutes) => minutes * MINUTE)

/**
 * Writes down what came of an attempt. News that overtook the answer stands. Undefined when there is nothing to
 * write: the attempt is not in the ledger any more, or has moved on by itself.
 */
export function recordOutcome(
  patient: Patient,
  { text, attempt, claim }: ClaimedText,
  outcome: AttemptOutcome,
  now: Instant,
): Patient | undefined {
  const entry = patient.ledger[text.id]
  const tried = entry?.attempts.find(({ id }) => id === attempt)
  if (entry === undefined || tried === undefined) return undefined
  if (outcome.kind === 'accepted') {
    return noteNews(patient, { text: text.id, attempt, sid: outcome.sid, news: { state: 'sent' } }, now)
      .patient
  }
  if (tried.state !== 'sending' && tried.state !== 'unknown') return undefined
  switch (outcome.kind) {
    case 'unknown':
      return entry.state === 'sending'
        ? withEntry(patient, text.id, toUnknown({ ...entry, claim }, now))
        : undefined
    case 'too-late':
      return withEntry(patient, text.id, again(entry, attempt, now, 0))
    case 'opted-out':
      return withEntry(
        { ...patient, optedOut: { at: outcome.at, reason: outcome.reason } },
        text.id,
        notGone(entry, attempt, now),
      )
    case 'refused':
      return refused(patient, { text, attempt, claim }, entry, outcome, now)
  }
}

function refused(
  patient: Patient,
  { text, attempt }: ClaimedText,
  entry: LedgerEntry,
  { failure, code }: { readonly failure: FailureClass; readonly code?: number },
  now: Instant,
): Patient {
  const tries = entry.attempts.length
  if (failure === 'opt-out') {
    const stopped: Patient = { ...patient, optedOut: { at: now, reason: 'carrier' } }
    return withNotToldTask(withEntry(stopped, text.id, notGone(entry, attempt, now, code)), text, now)
  }
  if (tries < MOST_ATTEMPTS && (failure === 'retry' || failure === 'later')) {
    return withEntry(patient, text.id, again(entry, attempt, now, RETRY_AFTER[tries - 1] ?? MINUTE, code))
  }
  if (tries < MOST_ATTEMPTS && failure === 'operators') {
    const held = again(entry, attempt, now, HELD_FOR[tries - 1] ?? MINUTE, code)
    return withEntry(patient, text.id, { ...held, state: 'held' })
  }
  const failed = withEntry(
    patient,
    text.id,
    moved(entry, { state: 'failed', at: now, attempts: refusedAttempts(entry, attempt, code) }),
  )
  return afterFailure(failed, text.id, now, failure, code, now)
}

const refusedAttempts = (entry: LedgerEntry, attempt: AttemptId, code?: number) =>
  withAttempt(entry, attempt, { state: 'refused', ...(code !== undefined && { code }) })

function again(
  entry: LedgerEntry,
  attempt: AttemptId,
  now: Instant,
  wait: number,
  code?: number,
): LedgerEntry {
  const attempts = refusedAttempts(entry, attempt, code)
  return moved(entry, { state: 'retry', at: now, attempts, lookAt: after(now, wait) })
}

function notGone(entry: LedgerEntry, attempt: AttemptId, now: Instant, code?: number): LedgerEntry {
  const attempts = refusedAttempts(entry, attempt, code)
  return moved(entry, { state: 'skipped', reason: 'opted-out', at: now, attempts })
}
