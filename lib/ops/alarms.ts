import { ours, type ShownMetric } from './shown-metric.ts'

export interface Alarm {
  readonly name: string
  readonly metric: ShownMetric
  /** Goes off when the metric is `comparison` the threshold in each of `evaluations` periods in a row. */
  readonly comparison: 'above' | 'at-least' | 'below'
  readonly threshold: number
  readonly periodMinutes: number
  readonly evaluations: number
  /** What a period without any value counts as. */
  readonly missing: 'breaching' | 'notBreaching'
  /** Wakes a person; everything else is a ticket for the morning. */
  readonly page: boolean
  /** What it means for a patient. */
  readonly meaning: string
  /** Heading of its section in docs/runbook.md, as the part of the address after `#`. */
  readonly runbook: string
}

const RUNBOOK = 'docs/runbook.md'
/** Where the alarm of each single function leads: what its failure means is said beside the function itself. */
export const FUNCTION_RUNBOOK = 'function-errors'
export const runbookAddress = (runbook: string): string => `${RUNBOOK}#${runbook}`

const QUIET = { evaluations: 1, missing: 'notBreaching' } as const
const HOURLY = { ...QUIET, comparison: 'at-least', threshold: 1, periodMinutes: 60 } as const

/**
 * `lookAt` stands up to 2 minutes behind the due time while an alarm is believed armed, so a text that is overdue by 5
 * minutes is a patient overdue by 3.
 */
const OVERDUE_SECONDS = 180
/** 99 % of texts within 120 s of due. */
const LATE_SECONDS = 120
/** One message that fails in all its tries: Twilio makes one and, as our addresses ask, up to 3 more. */
const INBOUND_FAILURES = 3
const QUOTA_PERCENT = 80
/** More forged or misconfigured calls than a stray scanner makes. */
const REJECTED = 10

const PAGES = [
  {
    name: 'text-overdue',
    metric: ours('OldestOverdueSeconds', 'Maximum'),
    comparison: 'above',
    threshold: OVERDUE_SECONDS,
    periodMinutes: 1,
    ...QUIET,
    page: true,
    meaning:
      'At least one patient has waited 5 minutes for a text that was due. A reminder or a warning sign may come too late.',
    runbook: 'text-overdue',
  },
  {
    name: 'inbound-failing',
    metric: { from: 'aws', of: 'inbound', name: '5xx', statistic: 'Sum' },
    comparison: 'at-least',
    threshold: INBOUND_FAILURES,
    periodMinutes: 2,
    ...QUIET,
    page: true,
    meaning:
      'Patients write and nobody hears them. A STOP, a question about a tablet or an emergency may go unread; they get the static fallback text.',
    runbook: 'inbound-failing',
  },
  {
    name: 'heartbeat-missing',
    metric: ours('SweepHeartbeat', 'Sum'),
    comparison: 'below',
    threshold: 1,
    periodMinutes: 1,
    evaluations: 3,
    missing: 'breaching',
    page: true,
    meaning:
      'The safety net is not running. Texts still go by their alarms, but a lost alarm, an unread escalation or a text without an answer is seen by nobody.',
    runbook: 'heartbeat-missing',
  },
  {
    name: 'escalation-unanswered',
    metric: ours('LadderEnds', 'Sum'),
    comparison: 'at-least',
    threshold: 1,
    periodMinutes: 1,
    ...QUIET,
    page: true,
    meaning:
      'A patient wrote something that may be an emergency and no one at the clinic has taken it on. Nobody may be looking after her.',
    runbook: 'escalation-unanswered',
  },
  {
    name: 'breaker-opened',
    metric: ours('BreakerOpened', 'Sum'),
    comparison: 'at-least',
    threshold: 1,
    periodMinutes: 1,
    ...QUIET,
    page: true,
    meaning:
      'Twilio refuses our account or a sender. No patient of that sender gets any text until it is put right.',
    runbook: 'breaker-opened',
  },
] as const satisfies readonly Alarm[]

const TICKETS = [
  {
    name: 'texts-late',
    metric: ours('LatenessSeconds', 'p99'),
    comparison: 'above',
    threshold: LATE_SECONDS,
    periodMinutes: 60,
    ...QUIET,
    page: false,
    meaning: 'More than 1 text in 100 came later than 2 minutes. No patient misses anything yet.',
    runbook: 'texts-late',
  },
  {
    name: 'text-twice',
    metric: ours('Duplicate', 'Sum'),
    ...HOURLY,
    page: false,
    meaning: 'A patient got the same text twice. It must never happen; find out why.',
    runbook: 'text-twice',
  },
  {
    name: 'text-unknown',
    metric: ours('Unknown', 'Sum'),
    ...HOURLY,
    page: false,
    meaning:
      'Twilio gave no answer to a send. The patient may have the text or not; it is looked up and never sent blindly.',
    runbook: 'text-unknown',
  },
  {
    name: 'texts-failed',
    metric: ours('TextsFailed', 'Sum'),
    ...HOURLY,
    threshold: 5,
    page: false,
    meaning:
      'Several texts were given up in an hour. Those patients were not told; their clinics have tasks to phone them.',
    runbook: 'texts-failed',
  },
  {
    name: 'texts-held',
    metric: ours('Held', 'Sum'),
    ...HOURLY,
    page: false,
    meaning:
      'Texts wait because Twilio refuses account, sender or setting. They go late, or are skipped when their time is over.',
    runbook: 'texts-held',
  },
  {
    name: 'alarm-not-armed',
    metric: ours('AlarmFailures', 'Sum'),
    ...HOURLY,
    page: false,
    meaning: 'A patient has no alarm of her own. The sweep texts her instead, up to a minute later.',
    runbook: 'alarm-not-armed',
  },
  {
    name: 'sweep-rescued',
    metric: ours('SweepRescued', 'Sum'),
    ...HOURLY,
    page: false,
    meaning: 'An alarm that was believed armed did not fire. The text went about 2 minutes late.',
    runbook: 'sweep-rescued',
  },
  {
    name: 'sweep-failed-patient',
    metric: ours('SweepFailures', 'Sum'),
    ...HOURLY,
    page: false,
    meaning: 'The sweep could not serve one patient. Her texts may stop until the cause is gone.',
    runbook: 'sweep-failed-patient',
  },
  {
    name: 'plan-drift',
    metric: ours('PlanDrift', 'Sum'),
    ...HOURLY,
    page: false,
    meaning:
      'What was stored did not agree with the plan. The daily pass has put it right; a patient may have been looked at late.',
    runbook: 'plan-drift',
  },
  {
    name: 'rule-quota',
    metric: ours('RuleQuotaUsed', 'Maximum'),
    ...HOURLY,
    threshold: QUOTA_PERCENT,
    page: false,
    meaning:
      'Soon there is no room for another patient alarm. Patients beyond the quota are texted by the sweep, up to a minute later.',
    runbook: 'rule-quota',
  },
  {
    name: 'inbound-rejected',
    metric: ours('InboundRejected', 'Sum'),
    ...HOURLY,
    threshold: REJECTED,
    page: false,
    meaning:
      'Calls to our webhooks carry no valid signature. If they are Twilio’s own, patients are not heard.',
    runbook: 'inbound-rejected',
  },
  {
    name: 'alerts-on-one-route',
    metric: ours('AlertsSent', 'Sum', 'one'),
    ...HOURLY,
    page: false,
    meaning:
      'Clinic staff were alerted by text or by e-mail, but not by both. One more failure and a red flag goes unseen.',
    runbook: 'alerts-on-one-route',
  },
  {
    name: 'dead-letters',
    metric: {
      from: 'aws',
      of: 'dead-letters',
      name: 'ApproximateNumberOfMessagesVisible',
      statistic: 'Maximum',
    },
    ...HOURLY,
    page: false,
    meaning: 'An alarm fired and its wake failed every time. The sweep has looked at the patient since.',
    runbook: 'dead-letters',
  },
  {
    name: 'table-throttled',
    metric: { from: 'aws', of: 'table', name: 'WriteThrottleEvents', statistic: 'Sum' },
    ...HOURLY,
    page: false,
    meaning: 'The table refuses writes for moments. Texts and answers may come some seconds late.',
    runbook: 'table-throttled',
  },
] as const satisfies readonly Alarm[]

/** Every alarm but those of the single functions. Only what cannot wait for the morning pages a person. */
export const ALARMS: readonly Alarm[] = [...PAGES, ...TICKETS]
