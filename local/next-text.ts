import type { Clinic } from '../lib/patient/clinic.ts'
import { after, SECOND } from '../lib/time/instant.ts'
import type { Cloud } from './cloud.ts'

/** Moments (deliveries, looks, retries) that may pass before the search gives up; a course has a few hundred. */
const MOMENTS = 5000
/** The carrier's last word on a text follows within this time. */
const RECEIPT_MS = 2 * SECOND

/**
 * Moves on until one more text has reached a patient's phone and its receipt is in: alerts to staff are no text of hers.
 * @returns false when no text is left to come; the clock then stands where the last thing happened
 */
export async function advanceToNextText(
  cloud: Pick<Cloud, 'now' | 'nextMoment' | 'advanceTo' | 'twilio' | 'clinic'>,
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

const shown = ({ twilio, clinic }: Pick<Cloud, 'twilio' | 'clinic'>): number =>
  twilio
    .messages()
    .filter(
      ({ direction, status, to }) =>
        direction === 'outbound-api' && (status === 'sent' || status === 'delivered') && !isStaff(clinic, to),
    ).length

const isStaff = ({ onCall: { A, B } }: Clinic, number: string): boolean => number === A || number === B
