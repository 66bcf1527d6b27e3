import type { Clinic } from '../lib/patient/clinic.ts'
import type { LedgerEntry } from '../lib/patient/ledger.ts'
import { after, SECOND } from '../lib/time/instant.ts'
import { patientsOf } from './clinic-patients.ts'
import type { Cloud } from './cloud.ts'
import type { Fault } from './page-view.ts'

/** Moments (deliveries, looks, retries) that may pass before the search gives up; a course has a few hundred. */
const MOMENTS = 5000
/** The carrier's last word on a text follows within this time. */
const RECEIPT_MS = 2 * SECOND
const NONE_LEFT = 'no text is left to come'

/** Why no text can reach a phone, in words; undefined when nothing stands in the way. */
export async function whyCutOff(
  { services, clinic }: Pick<Cloud, 'services' | 'clinic'>,
  faults: readonly Fault[],
): Promise<string | undefined> {
  if (faults.includes('twilio-down'))
    return 'Twilio is down, so no text can arrive: what is due waits and is tried again. Switch it on under Phones.'
  const { hold } = (await services.clinics.clinic(clinic.id)) ?? clinic
  return (
    hold && 'The clinic holds its texts, so none can arrive: what is due waits. Release them under Settings.'
  )
}

/**
 * Moves on until one more text has reached a patient's phone and its receipt is in: alerts to staff are no text of hers.
 * @param cutOff why no text can arrive as things stand: the clock then stops where the first one waits
 * @returns why none came, in words; the clock then stands where the last thing happened
 */
export async function advanceToNextText(
  cloud: Pick<Cloud, 'now' | 'nextMoment' | 'advanceTo' | 'twilio' | 'services' | 'clinic'>,
  cutOff: string | undefined,
): Promise<string | undefined> {
  const before = shown(cloud)
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    if (cutOff !== undefined && (await isAnyWaiting(cloud))) return cutOff
    const next = await cloud.nextMoment()
    if (next === undefined) return NONE_LEFT
    await cloud.advanceTo(next)
    if (shown(cloud) > before) {
      await cloud.advanceTo(after(cloud.now(), RECEIPT_MS))
      return undefined
    }
  }
  return NONE_LEFT
}

const shown = ({ twilio, clinic }: Pick<Cloud, 'twilio' | 'clinic'>): number =>
  twilio
    .messages()
    .filter(
      ({ direction, status, to }) =>
        direction === 'outbound-api' && (status === 'sent' || status === 'delivered') && !isStaff(clinic, to),
    ).length

const isStaff = ({ onCall: { A, B } }: Clinic, number: string): boolean => number === A || number === B

const WAITING = new Set<LedgerEntry['state']>(['retry', 'held', 'unknown'])

async function isAnyWaiting(cloud: Pick<Cloud, 'services' | 'clinic'>): Promise<boolean> {
  const patients = await patientsOf(cloud)
  return patients.some(({ ledger }) => Object.values(ledger).some(({ state }) => WAITING.has(state)))
}
