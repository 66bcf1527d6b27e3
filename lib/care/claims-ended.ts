import type { Patient } from '../patient/patient.ts'
import { after, type Instant, SECOND } from '../time/instant.ts'
import { CLAIM_LIFE } from './ledger-moves.ts'
import type { Services } from './services.ts'

const LOOK_EVERY = SECOND / 4
/** Whoever holds a claim may have a clock this much behind ours. */
const CLOCK_SKEW = SECOND

/** Whether a text of hers may be on its way at this moment, decided before whatever has just changed. */
export const isBeingTexted = ({ ledger }: Patient, now: Instant): boolean =>
  Object.values(ledger).some(
    ({ attempts, claim }) =>
      attempts.at(-1)?.state === 'sending' && claim !== undefined && after(claim.deadline, CLOCK_SKEW) > now,
  )

/** Waits until none of the patients has a claim that could still be sent; a claim lives 10 s at the longest. */
export async function claimsEnded(services: Services, patients: readonly Patient[]): Promise<void> {
  for (let waited = 0; waited < CLAIM_LIFE + CLOCK_SKEW; waited += LOOK_EVERY) {
    const now = services.clock.now()
    const current = await Promise.all(patients.map(({ id }) => services.patients.read(id)))
    if (!current.some((patient) => patient !== undefined && isBeingTexted(patient, now))) return
    await services.clock.sleep(LOOK_EVERY)
  }
}
