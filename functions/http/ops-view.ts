import type { LedgerFigures } from '../../lib/care/ops/ledger-figures.ts'
import type { ClinicFigures, OpsSummary } from '../../lib/care/ops/ops-summary.ts'
import { DASHBOARD, type DashboardPart, type DashboardRow } from '../../lib/ops/dashboard.ts'
import type { MetricName } from '../../lib/ops/metric-names.ts'
import { isoOf } from '../../lib/time/zone.ts'

/** GET /v1/ops/summary: the whole deployment in counts, without a patient in it. */
export interface OpsView {
  /** When it was computed. UTC; up to a minute ago. */
  readonly at: string
  /** The last 24 hours, but for what stands as of now. */
  readonly hours: 24
  /** The operators' dashboard, with the figures the ledgers have; a part without any is left out. */
  readonly rows: readonly OpsRow[]
  /** Seconds from due to sent, hour by hour, oldest first; an hour without a text has no percentiles. */
  readonly lateness: readonly HourView[]
  readonly clinics: readonly OpsClinicView[]
  /** Of so many ledgers that moved, so many were read. Percentiles then are a sample's, counts are theirs alone. */
  readonly ledgers: { readonly read: number; readonly of: number }
  readonly incomplete?: true
}

export interface OpsRow {
  readonly title: string
  readonly parts: readonly {
    readonly title: string
    readonly as: DashboardPart['as']
    readonly figures: readonly OpsFigure[]
  }[]
}

export interface OpsFigure {
  readonly name: MetricName
  readonly statistic: string
  readonly kind?: string
  readonly value: number
}

export interface HourView {
  readonly from: string
  readonly texts: number
  readonly p50?: number
  readonly p99?: number
  readonly max?: number
}

export interface OpsClinicView {
  readonly id: string
  readonly name: string
  /** Patients by state. */
  readonly patients: Readonly<Record<string, number>>
  readonly overdue: number
  readonly openEscalations: number
  readonly openTasks: number
  readonly stuck: number
  readonly lastSentAt?: string
  /** Twilio refuses its sender since then. */
  readonly refusedSince?: string
  /** Twilio's error code. */
  readonly code?: number
  /** The clinic holds its texts back. */
  readonly held: boolean
}

export function opsView(summary: OpsSummary): OpsView {
  const figures = figuresOf(summary)
  return {
    at: isoOf(summary.at),
    hours: 24,
    rows: DASHBOARD.flatMap((row) => rowView(row, figures)),
    lateness: summary.ledgers.byHour.map(({ from, ...hour }) => ({ from: isoOf(from), ...hour })),
    clinics: summary.clinics.map(clinicView),
    ledgers: summary.sample,
    ...(summary.incomplete && { incomplete: true as const }),
  }
}

type Figures = ReadonlyMap<string, number>

const keyOf = (name: MetricName, statistic: string, kind = ''): string => `${name} ${statistic} ${kind}`

function rowView({ title, parts }: DashboardRow, figures: Figures): readonly OpsRow[] {
  const shown = parts.flatMap((part) => {
    const found = figuresIn(part, figures)
    return found.length === 0 ? [] : [{ title: part.title, as: part.as, figures: found }]
  })
  return shown.length === 0 ? [] : [{ title, parts: shown }]
}

const figuresIn = ({ metrics }: DashboardPart, figures: Figures): readonly OpsFigure[] =>
  metrics.flatMap((metric) => {
    if (metric.from !== 'service') return []
    const { name, statistic, kind } = metric
    const value = figures.get(keyOf(name, statistic, kind))
    return value === undefined ? [] : [{ name, statistic, ...(kind !== undefined && { kind }), value }]
  })

/** What the ledgers say, under the names the dashboard shows it by. */
function figuresOf({ overdue, quota, ledgers, clinics }: OpsSummary): Figures {
  const { lateness, skipped } = ledgers
  const breakers = clinics.filter(({ breaker }) => breaker !== undefined).length
  const named: readonly (readonly [MetricName, string, number | undefined, string?])[] = [
    ['OverdueCount', 'Maximum', overdue.patients],
    ['OldestOverdueSeconds', 'Maximum', overdue.oldestSeconds],
    ['OldestUnacknowledgedSeconds', 'Maximum', ledgers.oldestUnacknowledgedSeconds],
    ['BreakerOpened', 'Sum', breakers],
    ['RuleQuotaUsed', 'Maximum', quota && (100 * quota.count) / quota.limit],
    ['LatenessSeconds', 'p50', lateness.p50],
    ['LatenessSeconds', 'p99', lateness.p99],
    ['LatenessSeconds', 'Maximum', lateness.max],
    ...balance(ledgers),
    ...[...skipped].map(([reason, count]) => ['Skipped', 'Sum', count, reason] as const),
  ]
  return new Map(
    named.flatMap(([name, statistic, value, kind]) =>
      value === undefined ? [] : [[keyOf(name, statistic, kind), value] as const],
    ),
  )
}

const balance = (figures: LedgerFigures) =>
  [
    ['TextsDue', 'Sum', figures.due],
    ['TextsSettled', 'Sum', figures.settled],
    ['TextsSent', 'Sum', figures.sent],
    ['TextsDelivered', 'Sum', figures.delivered],
    ['TextsFailed', 'Sum', figures.failed.refused, 'refused'],
    ['TextsFailed', 'Sum', figures.failed.unknown, 'unknown'],
    ['TextsFailed', 'Sum', figures.failed.undelivered, 'undelivered'],
    ['Unknown', 'Sum', figures.unknown],
    ['Held', 'Sum', figures.held],
    ['OpenEscalations', 'Maximum', figures.openEscalations],
  ] as const

function clinicView({ clinic, breaker, patients, lastSent, ...counts }: ClinicFigures): OpsClinicView {
  return {
    id: clinic.id,
    name: clinic.name,
    patients: Object.fromEntries(patients),
    ...counts,
    ...(lastSent !== undefined && { lastSentAt: isoOf(lastSent) }),
    ...(breaker && { refusedSince: isoOf(breaker.openedAt) }),
    ...(breaker?.code !== undefined && { code: breaker.code }),
    held: clinic.hold !== undefined,
  }
}
