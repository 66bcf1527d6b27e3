import type { Alarm } from './alarms.ts'
import { ours } from './shown-metric.ts'

const QUIET = { evaluations: 1, missing: 'notBreaching' } as const

/**
 * `lookAt` stands up to 2 minutes behind the due time while an alarm is believed armed, so a text that is overdue by 5
 * minutes is a patient overdue by 3.
 */
const OVERDUE_SECONDS = 180
/** One message that fails in all its tries: Twilio makes one and, as our addresses ask, up to 3 more. */
const INBOUND_FAILURES = 3

/** What cannot wait for the morning. */
export const PAGES = [
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
