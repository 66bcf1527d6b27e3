import { isOpen } from '../../patient/escalation.ts'
import type { LedgerEntry, SkipReason, TextState } from '../../patient/ledger.ts'
import type { Patient } from '../../patient/patient.ts'
import { after, DAY, HOUR, type Instant, instant, SECOND } from '../../time/instant.ts'

/** How far back the ledgers are read. */
export const PERIOD = DAY
const HOURS = PERIOD / HOUR

/** Seconds from a text falling due to Twilio taking it. */
export interface Lateness {
  readonly texts: number
  /** Absent without a text. */
  readonly p50?: number
  readonly p99?: number
  readonly max?: number
}

/** What the ledgers of some patients say of the last 24 hours. */
export interface LedgerFigures {
  /** Planned texts that came to be sent or skipped; due = settled + pending. */
  readonly due: number
  readonly settled: number
  readonly sent: number
  readonly delivered: number
  readonly skipped: ReadonlyMap<SkipReason, number>
  readonly failed: { readonly refused: number; readonly unknown: number; readonly undelivered: number }
  /** Texts now neither out nor given up. */
  readonly unknown: number
  readonly held: number
  readonly openEscalations: number
  /** Of the red flag that has waited longest for a person. */
  readonly oldestUnacknowledgedSeconds: number
  readonly lateness: Lateness
  readonly byHour: readonly (Lateness & { readonly from: Instant })[]
}

const SETTLED: readonly TextState[] = ['sent', 'delivered', 'undelivered', 'failed', 'skipped']

export function ledgerFigures(patients: readonly Patient[], now: Instant): LedgerFigures {
  const since = after(now, -PERIOD)
  const entries = patients.flatMap(({ ledger }) => Object.values(ledger))
  const due = entries.filter((entry) => entry.due > since && entry.due <= now)
  const sent = entries.flatMap((entry) => sendsOf(entry).filter(({ at }) => at > since && at <= now))
  const inState = (state: TextState) => due.filter((entry) => entry.state === state)
  const firstHour = after(instant(Math.floor(now / HOUR) * HOUR), -(HOURS - 1) * HOUR)
  return {
    due: due.length,
    settled: due.filter(({ state }) => SETTLED.includes(state)).length,
    sent: sent.length,
    delivered: inState('delivered').length,
    skipped: countedBy(inState('skipped')),
    failed: {
      refused: inState('failed').filter((entry) => !endedUnknown(entry)).length,
      unknown: inState('failed').filter(endedUnknown).length,
      undelivered: inState('undelivered').length,
    },
    unknown: entries.filter(({ state }) => state === 'unknown').length,
    held: entries.filter(({ state }) => state === 'held').length,
    ...flagFigures(patients, now),
    lateness: latenessOf(sent),
    byHour: Array.from({ length: HOURS }, (_, hour) => {
      const from = after(firstHour, hour * HOUR)
      return { from, ...latenessOf(sent.filter(({ at }) => at >= from && at < after(from, HOUR))) }
    }),
  }
}

const endedUnknown = ({ attempts }: LedgerEntry): boolean => attempts.at(-1)?.state === 'unknown'

interface Send {
  readonly at: Instant
  readonly late: number
}

const sendsOf = ({ due, attempts }: LedgerEntry): readonly Send[] =>
  attempts.flatMap(({ sentAt }) =>
    sentAt === undefined ? [] : [{ at: sentAt, late: Math.max(0, (sentAt - due) / SECOND) }],
  )

function latenessOf(sends: readonly Send[]): Lateness {
  const sorted = sends.map(({ late }) => late).sort((a, b) => a - b)
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1])
  if (p50 === undefined || p99 === undefined || max === undefined) return { texts: 0 }
  return { texts: sorted.length, p50, p99, max }
}

function countedBy(skipped: readonly LedgerEntry[]): ReadonlyMap<SkipReason, number> {
  const counts = new Map<SkipReason, number>()
  for (const { reason } of skipped) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return counts
}

function flagFigures(patients: readonly Patient[], now: Instant) {
  const open = patients.flatMap(({ escalations }) => escalations.filter(isOpen))
  const waiting = open.filter(({ acknowledged, startsAt }) => acknowledged === undefined && startsAt <= now)
  return {
    openEscalations: open.length,
    oldestUnacknowledgedSeconds: Math.max(0, ...waiting.map(({ startsAt }) => (now - startsAt) / SECOND)),
  }
}
