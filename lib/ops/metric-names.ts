/** Every metric of the service, its unit and what it tells. Read by the adapters, the dashboard and the console. */
export const METRICS = {
  LatenessSeconds: { unit: 'Seconds', tells: 'time from a text falling due to Twilio taking it' },
  TextsSent: { unit: 'Count', tells: 'texts Twilio took' },
  TextsDelivered: { unit: 'Count', tells: 'texts the carrier says arrived' },
  TextsFailed: { unit: 'Count', tells: 'texts given up, by class of failure' },
  Skipped: { unit: 'Count', tells: 'planned texts not sent, by reason' },
  Unknown: { unit: 'Count', tells: 'sends without an answer, to be looked up' },
  Duplicate: { unit: 'Count', tells: 'texts that went twice; must stay 0' },
  Held: { unit: 'Count', tells: 'texts held because of our account or sender' },
  SweepRescued: { unit: 'Count', tells: 'texts the sweep found although an alarm was believed armed' },
  SweepHeartbeat: { unit: 'Count', tells: 'sweeps that ran to their end' },
  SweepFailures: { unit: 'Count', tells: 'patients a sweep could not serve; it went on with the rest' },
  OldestOverdueSeconds: { unit: 'Seconds', tells: 'age of the oldest patient nobody has looked at in time' },
  AlarmFailures: { unit: 'Count', tells: 'alarms that could not be set, by cause' },
  Replies: { unit: 'Count', tells: 'replies heard, by intent' },
  OptOuts: { unit: 'Count', tells: 'numbers opted out, by reason' },
  AlertsSent: { unit: 'Count', tells: 'alerts to clinic staff, by how many of the two routes worked' },
  LadderEnds: { unit: 'Count', tells: 'escalations nobody took on by the end of the ladder' },
  OldestUnacknowledgedSeconds: { unit: 'Seconds', tells: 'how long a red flag has waited for a person' },
  AcknowledgedAfterSeconds: { unit: 'Seconds', tells: 'from the alert to a person taking it on' },
  InboundRejected: { unit: 'Count', tells: 'webhook calls without a valid signature' },
} as const

export type MetricName = keyof typeof METRICS
