import type { SkipReason } from '../patient/ledger.ts'
import type { Intent } from '../patient/patient.ts'

interface Metric {
  readonly unit: 'Count' | 'Seconds' | 'Percent'
  readonly tells: string
  /** The few values that `kind` may take, where it splits the metric further. */
  readonly kinds?: readonly string[]
}

const SKIP_REASONS = [
  'expired',
  'paused',
  'fewer',
  'opted-out',
  'crowded',
  'superseded',
  'already-told',
  'cancelled',
  'missed',
  'number-bad',
] as const satisfies readonly SkipReason[]

const INTENTS = [
  'red_flag_emergency',
  'red_flag_clinic',
  'stop',
  'wrong_number',
  'start',
  'help',
  'less',
  'more',
  'confirm',
  'cannot_attend',
  'nsaid_question',
  'other_drug_question',
  'pain_score',
  'yes',
  'no',
  'thanks',
  'unknown',
] as const satisfies readonly Intent[]

/** Every metric of the service, its unit and what it tells. Read by the adapters, the dashboard and the console. */
export const METRICS = {
  LatenessSeconds: { unit: 'Seconds', tells: 'time from a text falling due to Twilio taking it' },
  TextsDue: { unit: 'Count', tells: 'planned texts that came to be sent or skipped' },
  TextsSettled: {
    unit: 'Count',
    tells: 'of those, the ones that were sent, skipped or given up; the rest is pending and must not stay',
  },
  TextsSent: { unit: 'Count', tells: 'texts Twilio took' },
  TextsDelivered: { unit: 'Count', tells: 'texts the carrier says arrived' },
  TextsFailed: {
    unit: 'Count',
    tells: 'texts given up: refused by Twilio, not delivered, or without proof either way',
    kinds: ['refused', 'undelivered', 'unknown'],
  },
  Refusals: {
    unit: 'Count',
    tells: 'attempts that did not arrive, by what they ask for; most are made again',
    kinds: ['retry', 'later', 'number', 'opt-out', 'operators', 'never'],
  },
  Skipped: { unit: 'Count', tells: 'planned texts not sent, by reason', kinds: SKIP_REASONS },
  Unknown: { unit: 'Count', tells: 'sends without an answer, to be looked up' },
  Duplicate: { unit: 'Count', tells: 'texts that went twice; must stay 0' },
  Held: { unit: 'Count', tells: 'texts held because of our account or sender, or by their clinic' },
  BreakerOpened: { unit: 'Count', tells: 'senders stopped because Twilio refuses account or sender' },
  SweepRescued: { unit: 'Count', tells: 'texts the sweep found although an alarm was believed armed' },
  SweepHeartbeat: { unit: 'Count', tells: 'sweeps that ran to their end' },
  SweepFailures: { unit: 'Count', tells: 'patients a sweep could not serve; it went on with the rest' },
  OverdueCount: { unit: 'Count', tells: 'patients a sweep found overdue; 200 means 200 or more' },
  OldestOverdueSeconds: { unit: 'Seconds', tells: 'age of the oldest patient nobody has looked at in time' },
  AlarmFailures: {
    unit: 'Count',
    tells: 'alarms that could not be set, by cause; the sweep carries those patients',
    kinds: ['full', 'unavailable'],
  },
  PlanDrift: {
    unit: 'Count',
    tells: 'patients the daily pass had to put right: wrong look, alarm lost, alarm of the adapter of before',
    kinds: ['look', 'alarm-lost', 'alarm-moved'],
  },
  AlarmsRemoved: {
    unit: 'Count',
    tells:
      'alarms the daily pass removed: of patients without a text to come, of nobody, of the adapter of before',
    kinds: ['ended', 'nobody', 'former'],
  },
  RuleQuotaUsed: { unit: 'Percent', tells: "alarms of this stage as a share of the account's quota" },
  Replies: { unit: 'Count', tells: 'replies heard, by intent', kinds: INTENTS },
  OptOuts: { unit: 'Count', tells: 'numbers opted out, by reason', kinds: ['stop', 'wrong', 'carrier'] },
  AlertsSent: {
    unit: 'Count',
    tells: 'alerts to clinic staff, by how many of the two routes worked',
    kinds: ['both', 'one', 'none'],
  },
  RouteTestFailed: {
    unit: 'Count',
    tells: "weekly tests of a clinic's alert routes that did not get out",
    kinds: ['text', 'email'],
  },
  LadderEnds: { unit: 'Count', tells: 'escalations nobody took on by the end of the ladder' },
  OpenEscalations: { unit: 'Count', tells: 'escalations not resolved yet, counted once a day' },
  OldestUnacknowledgedSeconds: { unit: 'Seconds', tells: 'how long a red flag has waited for a person' },
  AcknowledgedAfterSeconds: { unit: 'Seconds', tells: 'from the alert to a person taking it on' },
  InboundRejected: { unit: 'Count', tells: 'webhook calls without a valid signature' },
} as const satisfies Readonly<Record<string, Metric>>

export type MetricName = keyof typeof METRICS
