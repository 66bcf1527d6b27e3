import { type Instant, instant, MINUTE } from './instant.ts'
import { addDays, type LocalDate, type MinuteOfDay, minuteOfDay } from './local-date.ts'
import { instantAt, localAt, type ZoneId } from './zone.ts'

/** The local hours in which a patient may be texted unasked: from `start` (inclusive) to `end` (exclusive). */
export interface TextingHours {
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
}

/** Nothing is planned in the last minutes of texting hours, so that a late alarm still finds time to send. */
export const PLANNING_MARGIN_MINUTES = 15
/** Nothing is claimed with less than this left of texting hours or of a text's lifetime. */
export const CLAIM_MARGIN_MINUTES = 10

const lastPlannable = (hours: TextingHours): MinuteOfDay => minuteOfDay(hours.end - PLANNING_MARGIN_MINUTES)

/** The plannable minute of the same day nearest to `minute`. */
export const nearestPlannable = (hours: TextingHours, minute: number): MinuteOfDay =>
  minuteOfDay(Math.min(Math.max(minute, hours.start), lastPlannable(hours)))

/** The first plannable instant at or after `at`; next morning when the day's last one has passed. */
export const nextPlannable = (zone: ZoneId, hours: TextingHours, at: Instant): Instant =>
  nextWithin(zone, hours.start, lastPlannable(hours), at)

/** The first instant at or after `at` at which a text may still be claimed and sent. */
export const nextClaimable = (zone: ZoneId, hours: TextingHours, at: Instant): Instant =>
  nextWithin(zone, hours.start, minuteOfDay(hours.end - CLAIM_MARGIN_MINUTES), at)

function nextWithin(zone: ZoneId, first: MinuteOfDay, last: MinuteOfDay, at: Instant): Instant {
  const { date, minute } = localAt(zone, at)
  if (minute < first) return instantAt(zone, date, first)
  const closes = instantAt(zone, date, last)
  return minute <= last && at <= closes ? at : instantAt(zone, addDays(date, 1), first)
}

/** The end of the texting hours of the local day that holds `at`. */
export const endOfTexting = (zone: ZoneId, hours: TextingHours, at: Instant): Instant =>
  instantAt(zone, localAt(zone, at).date, hours.end)

/** Midnight at the start of a local day. */
export const startOfDay = (zone: ZoneId, date: LocalDate): Instant => instantAt(zone, date, minuteOfDay(0))

/** The last instant at which a text that ends at `endsAt` may still be claimed. */
export const lastClaim = (endsAt: Instant): Instant => instant(endsAt - CLAIM_MARGIN_MINUTES * MINUTE)
