import type { AttemptId, TextId } from '../patient/identifiers.ts'
import type { Attempt, AttemptState, LedgerEntry, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { stepOfText } from '../plan/timeline.ts'
import type { DeliveryNews, FailureClass } from '../ports/texting.ts'
import { after, DAY, HOUR, type Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import { moved, withAttempt, withEntry } from './ledger-moves.ts'
import { withOptOut } from './opted-out.ts'
import { withArrival, withTask, withUntold } from './tasks.ts'

/** A text is handed over at most this many times. */
export const MOST_ATTEMPTS = 5
/** A delivery that failed for a passing reason gets one more attempt, no sooner than this. */
const LATER = HOUR
/** A text handed over but not known to have arrived is asked about after this long. */
const ASK_AFTER = DAY

/** That it arrived is the last word, even after news that it had not: another attempt would be its second. */
const PROGRESS: Readonly<Record<AttemptState, number>> = {
  sending: 0,
  unknown: 0,
  refused: 0,
  sent: 1,
  undelivered: 2,
  delivered: 3,
}

const stateAfter = ({ state }: DeliveryNews) => (state === 'pending' ? 'sent' : state)

/** Whether it says more than is known of the attempt: a repeat does not, nor does what comes out of order. */
export const isNewsOf = (attempt: Attempt, news: DeliveryNews): boolean =>
  PROGRESS[stateAfter(news)] > PROGRESS[attempt.state]

/** States from which a failed delivery may be tried once more. A skip or a failure already written down is final. */
const STILL_OPEN: readonly TextState[] = ['sending', 'unknown', 'retry', 'held', 'sent']

export interface NewsOfAttempt {
  readonly text: TextId
  readonly attempt: AttemptId
  readonly sid: string
  readonly news: DeliveryNews
  /** When it was handed over, where that is known better than by the time of the news. */
  readonly sentAt?: Instant
}

export interface Noted {
  /** Absent when the news changes nothing: a repeat, out of order, or about nothing of hers. */
  readonly patient?: Patient
  /** A second attempt of one text reached her: it went twice. */
  readonly duplicate?: true
}

/** Takes in what the carrier says of one attempt. Forward only: late, doubled and reordered news never moves back. */
export function noteNews(snapshot: Snapshot, about: NewsOfAttempt, now: Instant): Noted {
  const { patient } = snapshot
  const { text, attempt: id, sid, news } = about
  const entry = patient.ledger[text]
  const attempt = entry?.attempts.find((one) => one.id === id)
  if (entry === undefined || attempt === undefined) return {}
  if (!isNewsOf(attempt, news)) return {}
  const state = stateAfter(news)
  const attempts = withAttempt(entry, id, {
    state,
    sid,
    sentAt: attempt.sentAt ?? about.sentAt ?? now,
    ...(state !== 'sent' && { finalAt: now }),
    ...(news.code !== undefined && { code: news.code }),
  })
  const told = { ...entry, attempts }
  if (state === 'undelivered') return { patient: undelivered(snapshot, text, told, attempt, news, now) }
  const again = !reachedHer(attempt) && entry.attempts.some((one) => one.id !== id && reachedHer(one))
  const noted = withEntry(patient, text, arrived(told, state, now))
  const next = state === 'delivered' ? withArrival(noted, text, now) : noted
  return { patient: next, ...(again && { duplicate: true as const }) }
}

const reachedHer = ({ state }: Attempt): boolean => state === 'sent' || state === 'delivered'

function arrived(entry: LedgerEntry, state: 'sent' | 'delivered', now: Instant): LedgerEntry {
  // An earlier attempt may have been delivered already: the text then stays delivered.
  const best = entry.attempts.some((one) => one.state === 'delivered') ? 'delivered' : state
  // News of an earlier attempt while a later one is on its way: who stops her texts waits for that one, by its claim.
  const isOnItsWay = entry.attempts.at(-1)?.state === 'sending'
  return moved(entry, {
    state: best,
    at: now,
    attempts: entry.attempts,
    ...(best === 'sent' && { lookAt: after(now, ASK_AFTER) }),
    ...(isOnItsWay && entry.claim && { claim: entry.claim }),
  })
}

function undelivered(
  { patient, clinic }: Snapshot,
  text: TextId,
  entry: LedgerEntry,
  attempt: Attempt,
  { failure, code }: DeliveryNews,
  now: Instant,
): Patient {
  const { attempts } = entry
  const isLatest = attempts.at(-1)?.id === attempt.id
  const aboutNumber = (after: Patient) =>
    attempt.claimedAt < patient.mobileSince
      ? after
      : withNumberFailure({ patient: after, clinic }, failure, code, now)
  if (!isLatest || attempts.some(reachedHer) || entry.state === 'skipped')
    return aboutNumber(withEntry(patient, text, entry))
  const isFirst = attempts.filter(({ state }) => state === 'undelivered').length === 1
  const passes = failure === 'later' || failure === 'retry'
  if (passes && isFirst && attempts.length < MOST_ATTEMPTS && STILL_OPEN.includes(entry.state)) {
    const lookAt = after(now, LATER)
    return withEntry(patient, text, moved(entry, { state: 'retry', at: now, attempts, lookAt }))
  }
  const settled = withEntry(patient, text, moved(entry, { state: 'undelivered', at: now, attempts }))
  const step = stepOfText(patient, text)
  return aboutNumber(step === undefined ? settled : withUntold(settled, clinic, { id: text, step }, now))
}

/** What a failure says about her present number: that it is unusable, or that the carrier has a STOP from it. */
export function withNumberFailure(
  { patient, clinic }: Snapshot,
  failure: FailureClass | undefined,
  code: number | undefined,
  now: Instant,
): Patient {
  if (failure === 'opt-out') return withOptOut({ patient, clinic }, { at: now, reason: 'carrier' }, now)
  if (failure !== 'number') return patient
  const numberBad = { at: now, ...(code !== undefined && { code }) }
  return withTask({ ...patient, numberBad }, clinic, 'number-bad', now)
}
