import { METRICS } from '../../lib/ops/metric-names.ts'
import type { OpsFigure } from '../api/shapes.ts'
import { stateText } from '../calendar/reasons.ts'

type Name = OpsFigure['name']

/** What the figures of the page count, for somebody who knows texts and patients but not how this is built. */
const CAPTIONS: Readonly<Partial<Record<Name, string>>> = {
  OverdueCount: 'patients to look after',
  OldestOverdueSeconds: 'the longest wait',
  OldestUnacknowledgedSeconds: 'the longest wait',
  TextsDue: 'fell due',
  TextsSettled: 'settled: sent, not sent or failed',
  TextsSent: 'taken by Twilio',
  TextsDelivered: 'arrived',
  BreakerOpened: 'senders that Twilio refuses',
  Held: 'held back',
  Unknown: 'no answer yet: being looked up',
  OpenEscalations: 'red flags and high pain not closed',
  RuleQuotaUsed: 'of what AWS allows',
}

const LATENESS: Readonly<Record<string, string>> = {
  p50: 'half of them within',
  p99: '99 of 100 within',
  Maximum: 'the latest after',
}

const FAILED: Readonly<Record<string, string>> = {
  refused: 'failed: refused by Twilio',
  undelivered: 'failed: did not arrive',
  unknown: 'failed: no proof that it went',
}

/** What one figure counts, in words. */
export function captionOf({ name, statistic, kind }: OpsFigure): string {
  if (name === 'LatenessSeconds') return LATENESS[statistic] ?? statistic
  if (name === 'TextsFailed' && kind !== undefined) return FAILED[kind] ?? kind
  if (name === 'Skipped') return stateText('skipped', kind)
  return CAPTIONS[name] ?? METRICS[name].tells
}
