import type { AttemptId, TextId } from '../patient/identifiers.ts'
import type { Attempt, AttemptState, LedgerEntry } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { stepOfText } from '../plan/timeline.ts'
import type { DeliveryNews, FailureClass } from '../ports/texting.ts'
import { after, DAY, HOUR, type Instant } from '../time/instant.ts'
import { moved, withAttempt, withEntry } from './ledger-moves.ts'
import { withTask } from './tasks.ts'

/** A text is handed over at most this many times. */
export const MOST_ATTEMPTS = 5
/** A delivery that failed for a passing reason gets one more attempt, no sooner than this. */
const LATER = HOUR
/** A text handed over but not known to have arrived is asked about after this long. */
const ASK_AFTER = DAY

const PROGRESS: Readonly<Record<AttemptState, number>> = {
  sending: 0,
  unknown: 0,
  refused: 0,
  sent: 1,
  delivered: 2,
  undelivered: 2,
}

export interface NewsOfAttempt {
  readonly text: TextId
  readonly attempt: AttemptId
  readonly sid: string
  readonly news: DeliveryNews
}

export interface Noted {
  /** Absent when the news changes nothing: a repeat, out of order, or about nothing of hers. */
  readonly patient?: Patient
  /** A second attempt of one text reached her: it went twice. */
  readonly duplicate?: true
}

/** Takes in what the carrier says of one attempt. Forward only: late, doubled and reordered news never moves back. */
export function noteNews(
  patient: Patient,
  { text, attempt: id, sid, news }: NewsOfAttempt,
  now: Instant,
): Noted {
  const entry = patient.ledger[text]
  const attempt = entry?.attempts.find((one) => one.id === id)
  if (entry === undefined || attempt === undefined) return {}
  const state = news.state === 'pending' ? 'sent' : news.state
  if (PROGRESS[state] <= PROGRESS[attempt.state]) return {}
  const attempts = withAttempt(entry, id, {
    state,
    sid,
    sentAt: attempt.sentAt ?? now,
    ...(PROGRESS[state] === 2 && { finalAt: now }),
    ...(news.code !== undefined && { code: news.code }),
  })
  if (state === 'undelivered')
    return { patient: undelivered(patient, text, { ...entry, attempts }, attempt, news, now) }
  const again =
    PROGRESS[attempt.state] === 0 && entry.attempts.some((one) => one.id !== id && reachedHer(one))
  const next = withEntry(patient, text, arrived({ ...entry, attempts }, state, now))
  return { patient: next, ...(again && { duplicate: true as const }) }
}

const reachedHer = ({ state }: Attempt): boolean => state === 'sent' || state === 'delivered'

function arrived(entry: LedgerEntry, state: 'sent' | 'delivered', now: Instant): LedgerEntry {
  // An earlier attempt may have been delivered already: the text then stays delivered.
  const best = entry.attempts.some((one) => one.state === 'delivered') ? 'delivered' : state
  return moved(entry, {
    state: best,
    at: now,
    attempts: entry.attempts,
    ...(best === 'sent' && { lookAt: after(now, ASK_AFTER) }),
  })
}

function undelivered(
  patient: Patient,
  text: TextId,
  entry: LedgerEntry,
  attempt: Attempt,
  { failure, code }: DeliveryNews,
  now: Instant,
): Patient {
  const isLatest = entry.attempts.at(-1)?.id === attempt.id
  if (!isLatest || entry.attempts.some(reachedHer)) return withEntry(patient, text, entry)
  const once = entry.attempts.filter(({ state }) => state === 'undelivered').length === 1
  if ((failure === 'later' || failure === 'retry') && once && entry.attempts.length < MOST_ATTEMPTS) {
    const lookAt = after(now, LATER)
    return withEntry(
      patient,
      text,
      moved(entry, { state: 'retry', at: now, attempts: entry.attempts, lookAt }),
    )
  }
  const settled = withEntry(
    patient,
    text,
    moved(entry, { state: 'undelivered', at: now, attempts: entry.attempts }),
  )
  return afterFailure(settled, text, attempt.claimedAt, failure, code, now)
}

/** What a final failure means for the patient: the number, the opt-out, and the news somebody must give her. */
export function afterFailure(
  patient: Patient,
  text: TextId,
  claimedAt: Instant,
  failure: FailureClass | undefined,
  code: number | undefined,
  now: Instant,
): Patient {
  const told =
    stepOfText(patient, text)?.rank === 'fixed' && text.startsWith('V')
      ? withTask(patient, 'not-told', now, { about: text })
      : patient
  const isPresentNumber = claimedAt >= patient.mobileSince
  if (failure === 'opt-out' && isPresentNumber) return { ...told, optedOut: { at: now, reason: 'carrier' } }
  if (failure !== 'number' || !isPresentNumber) return told
  const numberBad = { at: now, ...(code !== undefined && { code }) }
  return withTask({ ...told, numberBad }, 'number-bad', now)
}
