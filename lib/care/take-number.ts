import type { Clinic } from '../patient/clinic.ts'
import type { PatientId, PhoneNumber } from '../patient/identifiers.ts'
import { after, SECOND } from '../time/instant.ts'
import { problemsWithSharing } from './check-enrolment.ts'
import type { Problem } from './outcome.ts'
import type { Services } from './services.ts'

const LOOK_EVERY = SECOND / 4
/** Far longer than a call takes from its link to its document. */
const TURN = 2 * SECOND

/**
 * Links a number to a patient who is about to have it, unless it turns out to be shared without labels. Of several calls
 * that take one number at once each has linked before it looks, so that no two can overlook each other; the one with the
 * smallest id goes first, and the others see it. What a stopped call left linked holds a number up for seconds only.
 */
export async function takeNumber(
  services: Services,
  clinic: Clinic,
  mobile: PhoneNumber,
  who: { readonly id: PatientId; readonly label: string | undefined },
): Promise<readonly Problem[]> {
  await services.phones.link(mobile, who.id)
  if (!(await isShared(services, mobile, who.id))) return []
  const problems = await problemsWithSharing(services, clinic, mobile, who)
  if (problems.length > 0) await releaseNumber(services, mobile, who.id)
  return problems
}

/** Whether others are linked too, once each of them has the number, is gone, or has had its turn. */
async function isShared({ phones, patients, clock }: Services, mobile: PhoneNumber, mine: PatientId) {
  const startedAt = clock.now()
  for (;;) {
    const others = (await phones.patients(mobile)).filter((id) => id !== mine)
    const owners = await patients.readMany(others)
    const settled = new Set(owners.filter((one) => one.mobile === mobile).map(({ id }) => id))
    const pending = others.filter((id) => !settled.has(id))
    const turn = 1 + pending.filter((id) => id < mine).length
    if (pending.length === 0 || clock.now() >= after(startedAt, turn * TURN)) return others.length > 0
    await clock.sleep(LOOK_EVERY)
  }
}

/**
 * Brings the links of numbers a patient had, or was to have, in line with her document. Each is looked at again after it
 * is unlinked: another call may have given her that number meanwhile, and linked it before.
 */
export async function tidyLinks(
  services: Services,
  id: PatientId,
  numbers: readonly PhoneNumber[],
): Promise<void> {
  const { phones, patients } = services
  const present = (await patients.read(id))?.mobile
  for (const mobile of numbers) {
    if (mobile === present) await phones.link(mobile, id)
    else await releaseNumber(services, mobile, id)
  }
}

async function releaseNumber({ phones, patients }: Services, mobile: PhoneNumber, id: PatientId) {
  await phones.unlink(mobile, id)
  if ((await patients.read(id))?.mobile === mobile) await phones.link(mobile, id)
}
