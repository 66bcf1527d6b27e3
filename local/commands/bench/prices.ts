/** US dollars, list prices of us-east-1; other regions up to 40 % more. Nothing here is read from AWS: look before you quote. */
export const READ_ON = '2026-11-22'

export interface Price {
  readonly usd: number
  /** What so much is paid for. */
  readonly per: string
  readonly source: string
}

const LAMBDA = 'https://metronome.com/pricing-index/aws-lambda (May 2026)'
const DYNAMODB = 'calculate_costs.py of github.com/aws/agent-toolkit-for-aws (August 2026)'
const CLOUDWATCH = 'github.com/api-evangelist/cloudwatch (2026)'
const KMS = 'https://cloudburn.io/blog/aws-kms-pricing (March 2026)'
const FROM_MEMORY = 'list price from memory, to be checked'

const MILLION = 1_000_000

export const PRICES = {
  functionCall: { usd: 0.2 / MILLION, per: 'call', source: LAMBDA },
  functionGigabyteSecond: { usd: 0.0000133334, per: 'GB-second, arm64', source: LAMBDA },
  tableWrite: { usd: 0.625 / MILLION, per: 'write of 1 KB', source: DYNAMODB },
  tableRead: { usd: 0.125 / MILLION, per: 'consistent read of 4 KB', source: DYNAMODB },
  tableGigabyte: { usd: 0.25, per: 'GB and month', source: DYNAMODB },
  recoveryGigabyte: { usd: 0.2, per: 'GB and month of point-in-time recovery', source: FROM_MEMORY },
  email: { usd: 2 / 100_000, per: 'e-mail by SNS', source: FROM_MEMORY },
  apiCall: { usd: 1 / MILLION, per: 'call of an HTTP API', source: FROM_MEMORY },
  schedule: {
    usd: 1 / MILLION,
    per: 'start by Scheduler; by a rule none',
    source: 'https://cloudburn.io/blog/amazon-eventbridge-pricing (March 2026)',
  },
  logGigabyte: { usd: 0.5, per: 'GB logged', source: CLOUDWATCH },
  alarm: { usd: 0.1, per: 'alarm and month', source: CLOUDWATCH },
  dashboard: { usd: 3, per: 'dashboard and month', source: CLOUDWATCH },
  metric: { usd: 0.3, per: 'metric of our own and month', source: CLOUDWATCH },
  key: {
    usd: 1,
    per: 'key and month; each of its first two rotations, once a year, adds as much',
    source: KMS,
  },
  keyUse: { usd: 0.03 / 10_000, per: 'use of a key', source: KMS },
  trafficGigabyte: { usd: 0.09, per: 'GB sent to the internet', source: FROM_MEMORY },
} as const satisfies Readonly<Record<string, Price>>

/** What every account has free each month, for good. */
export const FREE = {
  alarms: 10,
  metrics: 10,
  /** Each with at most so many metrics. */
  dashboards: 3,
  dashboardMetrics: 50,
  source: CLOUDWATCH,
} as const
