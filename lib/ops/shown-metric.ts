import type { MetricName } from './metric-names.ts'

export type Statistic = 'Sum' | 'Maximum' | 'Minimum' | 'Average' | 'SampleCount' | 'p50' | 'p99'

/**
 * Metrics that AWS measures by itself, in its own words, under what they are of. `inbound` is the API's route for texts
 * from patients; `functions` all functions, one line each.
 */
const AWS_METRICS = {
  functions: ['Errors', 'Throttles', 'Duration', 'ConcurrentExecutions'],
  api: ['Count', '4xx', '5xx', 'Latency'],
  inbound: ['Count', '5xx'],
  table: ['ReadThrottleEvents', 'WriteThrottleEvents', 'SystemErrors', 'ConsumedWriteCapacityUnits'],
  'dead-letters': ['ApproximateNumberOfMessagesVisible'],
} as const

export type AwsSubject = keyof typeof AWS_METRICS

/** One line of a graph, or what an alarm watches. */
export type ShownMetric =
  | {
      readonly from: 'service'
      readonly name: MetricName
      readonly statistic: Statistic
      readonly kind?: string
    }
  | {
      readonly [S in AwsSubject]: {
        readonly from: 'aws'
        readonly of: S
        readonly name: (typeof AWS_METRICS)[S][number]
        readonly statistic: Statistic
      }
    }[AwsSubject]

/** A metric of ours. */
export const ours = (name: MetricName, statistic: Statistic, kind?: string): ShownMetric => ({
  from: 'service',
  name,
  statistic,
  ...(kind !== undefined && { kind }),
})
