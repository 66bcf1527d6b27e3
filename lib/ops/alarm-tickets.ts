import type { Alarm } from './alarms.ts'
import { ours } from './shown-metric.ts'

const QUIET = { evaluations: 1, missing: 'notBreaching' } as const
const HOURLY = { ...QUIET, comparison: 'at-least', threshold: 1, periodMinutes: 60 } as const

/** 99 % of texts within 120 s of due. */
const LATE_SECONDS = 120
const QUOTA_PERCENT = 80
/** More forged or misconfigured calls than a stray scanner makes. */
const REJECTED = 10

/** What somebody reads in the morning. */
export const TICKETS = [
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
      'Several texts were given up in an hour. Those patients were not told; their clinics have tasks to phone those who had to know.',
    runbook: 'texts-failed',
  },
  {
    name: 'texts-held',
    metric: ours('Held', 'Sum'),
    ...HOURLY,
    page: false,
    meaning:
      'Texts wait because Twilio refuses account, sender or setting, or because a clinic holds them back. They go late, or are skipped when their time is over.',
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
    name: 'api-failing',
    metric: { from: 'aws', of: 'api', name: '5xx', statistic: 'Sum' },
    ...HOURLY,
    page: false,
    meaning:
      'A clinic’s call, or Twilio’s news of a delivery, was answered with an error. An enrolment or a changed date may not be stored; the clinic sees the error.',
    runbook: 'api-failing',
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
    name: 'route-test-failed',
    metric: ours('RouteTestFailed', 'Sum'),
    ...HOURLY,
    page: false,
    meaning:
      'The weekly test of a clinic’s alert routes did not get out by text or by e-mail. A red flag might not either.',
    runbook: 'route-test-failed',
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
