import { METRICS, type MetricName } from './metric-names.ts'
import { ours, type ShownMetric } from './shown-metric.ts'

export interface DashboardPart {
  readonly title: string
  /** `number`: the last value; `graph`: a line for each metric over time; `percent`: the first as a share of the second. */
  readonly as: 'number' | 'graph' | 'percent'
  readonly metrics: readonly ShownMetric[]
}

export interface DashboardRow {
  readonly title: string
  /** CloudWatch shows these on dashboards of their own. */
  readonly about: 'patients' | 'machines'
  readonly parts: readonly DashboardPart[]
}

const byKind = (name: MetricName, kinds: readonly string[]): readonly ShownMetric[] =>
  kinds.map((kind) => ours(name, 'Sum', kind))

/** The operators' dashboard from top to bottom: first what hurts a patient now, last what only hurts a machine. */
export const DASHBOARD = [
  {
    title: 'Now',
    about: 'patients',
    parts: [
      {
        title: 'Overdue now: patients, longest wait in seconds',
        as: 'number',
        metrics: [ours('OverdueCount', 'Maximum'), ours('OldestOverdueSeconds', 'Maximum')],
      },
      {
        title: 'Red flags nobody has taken on: seconds, ladders ended, alerts',
        as: 'number',
        metrics: [
          ours('OldestUnacknowledgedSeconds', 'Maximum'),
          ours('LadderEnds', 'Sum'),
          ...byKind('AlertsSent', METRICS.AlertsSent.kinds),
        ],
      },
      {
        title: 'Sender: taken by Twilio, senders it refuses, held, refusals by kind',
        as: 'graph',
        metrics: [
          ours('TextsSent', 'Sum'),
          ours('BreakerOpened', 'Sum'),
          ours('Held', 'Sum'),
          ...byKind('Refusals', METRICS.Refusals.kinds),
        ],
      },
      {
        title: 'Inbound: texts from patients, failed, not signed by Twilio',
        as: 'graph',
        metrics: [
          { from: 'aws', of: 'inbound', name: 'Count', statistic: 'Sum' },
          { from: 'aws', of: 'inbound', name: '5xx', statistic: 'Sum' },
          ours('InboundRejected', 'Sum'),
        ],
      },
      { title: 'Sweep: runs of the safety net', as: 'graph', metrics: [ours('SweepHeartbeat', 'Sum')] },
    ],
  },
  {
    title: 'Today',
    about: 'patients',
    parts: [
      {
        title: 'Every text accounted for: due = settled + pending; settled = sent + skipped + failed',
        as: 'graph',
        metrics: [
          ours('TextsDue', 'Sum'),
          ours('TextsSettled', 'Sum'),
          ours('TextsSent', 'Sum'),
          ...byKind('Skipped', METRICS.Skipped.kinds),
          ...byKind('TextsFailed', METRICS.TextsFailed.kinds),
        ],
      },
      {
        title: 'Seconds late: half of the texts, 99 of 100, the latest',
        as: 'graph',
        metrics: [
          ours('LatenessSeconds', 'p50'),
          ours('LatenessSeconds', 'p99'),
          ours('LatenessSeconds', 'Maximum'),
        ],
      },
      {
        title: 'Arrived: percent of those sent',
        as: 'percent',
        metrics: [ours('TextsDelivered', 'Sum'), ours('TextsSent', 'Sum')],
      },
      {
        title: 'Unanswered by Twilio: looked up; sent twice',
        as: 'graph',
        metrics: [ours('Unknown', 'Sum'), ours('Duplicate', 'Sum')],
      },
      {
        title: 'Replies and red flags: replies, opt-outs, open, seconds until taken on',
        as: 'graph',
        metrics: [
          ours('Replies', 'Sum'),
          ours('OptOuts', 'Sum'),
          ours('OpenEscalations', 'Maximum'),
          ours('AcknowledgedAfterSeconds', 'p99'),
          ours('RouteTestFailed', 'Sum'),
        ],
      },
    ],
  },
  {
    title: 'Safety net',
    about: 'machines',
    parts: [
      {
        title: 'Alarm rules used: percent of what AWS allows',
        as: 'number',
        metrics: [ours('RuleQuotaUsed', 'Maximum')],
      },
      {
        title: 'Put right by the daily pass, by the sweep; alarms not set; patients not served',
        as: 'graph',
        metrics: [
          ...byKind('PlanDrift', METRICS.PlanDrift.kinds),
          ...byKind('AlarmsRemoved', METRICS.AlarmsRemoved.kinds),
          ours('SweepRescued', 'Sum'),
          ...byKind('AlarmFailures', METRICS.AlarmFailures.kinds),
          ours('SweepFailures', 'Sum'),
        ],
      },
      {
        title: 'Throttles',
        as: 'graph',
        metrics: [
          { from: 'aws', of: 'functions', name: 'Throttles', statistic: 'Sum' },
          { from: 'aws', of: 'table', name: 'ReadThrottleEvents', statistic: 'Sum' },
          { from: 'aws', of: 'table', name: 'WriteThrottleEvents', statistic: 'Sum' },
        ],
      },
      {
        title: 'Dead letters',
        as: 'number',
        metrics: [
          {
            from: 'aws',
            of: 'dead-letters',
            name: 'ApproximateNumberOfMessagesVisible',
            statistic: 'Maximum',
          },
        ],
      },
    ],
  },
  {
    title: 'Machines',
    about: 'machines',
    parts: [
      {
        title: 'Functions: errors',
        as: 'graph',
        metrics: [{ from: 'aws', of: 'functions', name: 'Errors', statistic: 'Sum' }],
      },
      {
        title: 'Functions: duration p99, at once',
        as: 'graph',
        metrics: [
          { from: 'aws', of: 'functions', name: 'Duration', statistic: 'p99' },
          { from: 'aws', of: 'functions', name: 'ConcurrentExecutions', statistic: 'Maximum' },
        ],
      },
      {
        title: 'API: calls, 4xx, 5xx, latency p99',
        as: 'graph',
        metrics: [
          { from: 'aws', of: 'api', name: 'Count', statistic: 'Sum' },
          { from: 'aws', of: 'api', name: '4xx', statistic: 'Sum' },
          { from: 'aws', of: 'api', name: '5xx', statistic: 'Sum' },
          { from: 'aws', of: 'api', name: 'Latency', statistic: 'p99' },
        ],
      },
      {
        title: 'Table: writes, errors of AWS',
        as: 'graph',
        metrics: [
          { from: 'aws', of: 'table', name: 'ConsumedWriteCapacityUnits', statistic: 'Sum' },
          { from: 'aws', of: 'table', name: 'SystemErrors', statistic: 'Sum' },
        ],
      },
    ],
  },
] as const satisfies readonly DashboardRow[]
