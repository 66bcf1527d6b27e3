import { after, SECOND } from '../lib/time/instant.ts'
import type { Cloud } from './cloud.ts'

/** Moments (deliveries, looks, retries) that may pass before the search gives up; a course has a few hundred. */
const MOMENTS = 5000
/** The carrier's last word on a text follows within this time. */
const RECEIPT_MS = 2 * SECOND

/**
 * Moves on until one more text has reached a phone and its receipt is in.
 * @returns false when no text is left to come; the clock then stands where the last thing happened
 */
export async function advanceToNextText(
  cloud: Pick<Cloud, 'now' | 'nextMoment' | 'advanceTo' | 'twilio'>,
): Promise<boolean> {
  const before = shown(cloud)
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    const next = await cloud.nextMoment()
    if (next === undefined) return false
    await cloud.advanceTo(next)
    if (shown(cloud) > before) {
      await cloud.advanceTo(after(cloud.now(), RECEIPT_MS))
      return true
    }
  }
  return false
}

const shown = ({ twilio }: Pick<Cloud, 'twilio'>): number =>
  twilio
    .messages()
    .filter(
      ({ direction, status }) =>
        direction === 'outbound-api' && (status === 'sent' || status === 'delivered'),
    ).length
