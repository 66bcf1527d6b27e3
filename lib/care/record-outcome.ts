import type { LedgerEntry } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { SendOutcome } from '../ports/texting.ts'
import { after, type Instant, MINUTE } from '../time/instant.ts'
import { MOST_ATTEMPTS, type Noted, noteNews, withNumberFailure } from './attempt-news.ts'
import { TRY_EVERY } from './breaker.ts'
import type { Snapshot } from './change.ts'
import {
  type ClaimedText,
  moved,
  toUnknown,
  withAttempt,
  withEntry,
  withLastUnknown,
  withPlaceBack,
} from './ledger-moves.ts'
import { withOptOut } from './opted-out.ts'
import type { AttemptOutcome } from './send-claimed.ts'
import { withNotToldTask, withUntold } from './tasks.ts'

/** Waits before the second to fifth attempt. */
const RETRY_AFTER = [1, 2, 5, 15].map((minutes) => minutes * MINUTE)

/**
 * Writes down what came of an attempt. News that overtook the answer stands. Without a patient there is nothing to
 * write: the attempt is not in the ledger any more, or has moved on by itself.
 */
export function recordOutcome(
  snapshot: Snapshot,
  claimed: ClaimedText,
  outcome: AttemptOutcome,
  now: Instant,
): Noted {
  const { patient } = snapshot
  const { text, attempt, claim } = claimed
  const entry = patient.ledger[text.id]
  const tried = entry?.attempts.find(({ id }) => id === attempt)
  if (entry === undefined || tried === undefined) return {}
  if (outcome.kind === 'accepted') {
    const { sid } = outcome
    return noteNews(snapshot, { text: text.id, attempt, sid, news: { state: 'sent' } }, now)
  }
  if (tried.state !== 'sending' && tried.state !== 'unknown') return {}
  if (outcome.kind === 'unknown') {
    if (entry.state === 'sending')
      return { patient: withEntry(patient, text.id, toUnknown({ ...entry, claim }, now)) }
    return tried.state === 'sending' ? { patient: withEntry(patient, text.id, withLastUnknown(entry)) } : {}
  }
  const code = outcome.kind === 'refused' ? outcome.code : undefined
  const attempts = withAttempt(entry, attempt, { state: 'refused', ...(code !== undefined && { code }) })
  const { claim: _, ...unclaimed } = entry
  const refused = withPlaceBack(withEntry(patient, text.id, { ...unclaimed, attempts }), tried)
  // Another attempt of the text may have reached her meanwhile: that this one did not go takes nothing back.
  const isOpen = entry.state === 'sending' || entry.state === 'unknown'
  return { patient: isOpen ? notGone({ ...snapshot, patient: refused }, claimed, outcome, now) : refused }
}

/** What becomes of a text whose attempt is proven not to have gone. */
function notGone(
  { patient, clinic }: Snapshot,
  { text, claim }: ClaimedText,
  outcome: Exclude<AttemptOutcome, { kind: 'accepted' | 'unknown' }>,
  now: Instant,
): Patient {
  const entry = patient.ledger[text.id]
  if (entry === undefined) return patient
  const to = (state: Pick<LedgerEntry, 'state' | 'reason' | 'lookAt'>): Patient =>
    withEntry(patient, text.id, moved(entry, { ...state, at: now, attempts: entry.attempts }))
  const isHerNumber = claim.to === patient.mobile
  switch (outcome.kind) {
    case 'held':
      return to({ state: 'held', lookAt: after(now, TRY_EVERY) })
    case 'too-late':
      return to({ state: 'retry', lookAt: now })
    case 'opted-out': {
      // A number she no longer has says nothing about the one she has now.
      if (!isHerNumber) return to({ state: 'retry', lookAt: now })
      const { at, reason } = outcome
      const skipped = withNotToldTask(to({ state: 'skipped', reason: 'opted-out' }), clinic, text, now)
      return withOptOut({ patient: skipped, clinic }, { at, reason }, now)
    }
    case 'refused': {
      const { failure, code } = outcome
      if (!isHerNumber && (failure === 'opt-out' || failure === 'number'))
        return to({ state: 'retry', lookAt: now })
      const again = nextTry(outcome, entry.attempts.length)
      if (again !== undefined) return to({ state: again.state, lookAt: after(now, again.wait) })
      const isOptOut = failure === 'opt-out'
      const settled = to(isOptOut ? { state: 'skipped', reason: 'opted-out' } : { state: 'failed' })
      const told = isOptOut
        ? withNotToldTask(settled, clinic, text, now)
        : withUntold(settled, clinic, text, now)
      return withNumberFailure({ patient: told, clinic }, failure, code, now)
    }
  }
}

/** How a refused text is tried again; undefined when it is not. */
function nextTry(
  { failure }: Extract<SendOutcome, { kind: 'refused' }>,
  tries: number,
): { readonly state: 'retry' | 'held'; readonly wait: number } | undefined {
  if (tries >= MOST_ATTEMPTS) return undefined
  if (failure === 'operators') return { state: 'held', wait: TRY_EVERY }
  if (failure === 'retry' || failure === 'later')
    return { state: 'retry', wait: RETRY_AFTER[tries - 1] ?? MINUTE }
  return undefined
}
