import type { Attempt, LedgerEntry, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { Metrics } from '../ports/metrics.ts'

/**
 * Counts what a write did to the ledger, so that what the dashboard adds up is what the ledgers say, whoever caused
 * it: a wake, a callback, a look-up or a change by the clinic.
 */
export function countMoves(metrics: Metrics, before: Patient | undefined, after: Patient): void {
  const old: Readonly<Record<string, LedgerEntry>> = before?.ledger ?? {}
  for (const [id, entry] of Object.entries(after.ledger)) {
    const was = old[id]
    if (was === entry) continue
    const sent = count(entry, isSent) - count(was, isSent)
    const delivered = count(entry, isDelivered) - count(was, isDelivered)
    if (sent > 0) metrics.add('TextsSent', sent)
    if (delivered > 0) metrics.add('TextsDelivered', delivered)
    if (was === undefined) metrics.add('TextsDue', 1)
    const settled = Number(isSettled(entry)) - Number(was !== undefined && isSettled(was))
    if (settled !== 0) metrics.add('TextsSettled', settled)
    if (was?.state === entry.state) continue
    if (entry.state === 'skipped') metrics.add('Skipped', 1, entry.reason)
    if (entry.state === 'unknown') metrics.add('Unknown', 1)
    if (entry.state === 'held') metrics.add('Held', 1)
    if (entry.state === 'undelivered') metrics.add('TextsFailed', 1, 'undelivered')
    if (entry.state === 'failed')
      metrics.add('TextsFailed', 1, was?.state === 'unknown' ? 'unknown' : 'refused')
  }
}

const SETTLED: readonly TextState[] = ['sent', 'delivered', 'undelivered', 'failed', 'skipped']
const isSettled = ({ state }: LedgerEntry): boolean => SETTLED.includes(state)

const isSent = ({ sentAt }: Attempt): boolean => sentAt !== undefined
const isDelivered = ({ state }: Attempt): boolean => state === 'delivered'

const count = (entry: LedgerEntry | undefined, is: (attempt: Attempt) => boolean): number =>
  entry?.attempts.filter(is).length ?? 0
