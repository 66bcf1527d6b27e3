import { type Escalation, isOpen } from '../patient/escalation.ts'
import type { Patient } from '../patient/patient.ts'
import { after, DAY, HOUR, type Instant, MINUTE } from '../time/instant.ts'
import { change, read, type Whose } from './change.ts'
import { forgetRecords, numbersOf, withoutSids } from './forget-records.ts'
import type { Services } from './services.ts'

/**
 * Whoever had read her before she was to be erased, a webhook or a wake, has written all it will after this: no
 * function runs as long. Her document stays until then, so that nothing is written behind it unseen.
 */
const SETTLES_IN = MINUTE
/** The carrier refuses to delete a record for up to 14 days, in rare cases. Then she is erased without its answer. */
const WAITS_FOR_CARRIER = 15 * DAY
/** It is asked again this often at first, then every hour. */
const ASK_AGAIN = 5 * MINUTE

/**
 * One look at a patient who is to be erased: removes her alarm, her links and guards at once, then what was sent and
 * heard, at the carrier first and here after it, and her document last. Every step may be repeated, and a stop anywhere leaves
 * the document, by which the next look goes on. Her opt-out stays: it is her number's.
 */
export async function finishErasure(services: Services, whose: Whose): Promise<void> {
  const patient = (await read(services, whose))?.patient
  const now = services.clock.now()
  if (patient?.erasing === undefined || patient.erasing.lookAt > now) return
  const { since } = patient.erasing
  await forgetWaysIn(services, patient, now)
  const settled = after(since, SETTLES_IN)
  if (now < settled) return postpone(services, whose, { reason: 'settling', lookAt: settled })
  const patience = now < after(since, WAITS_FOR_CARRIER) ? 'left' : 'over'
  const reason = unfinished(patient)
  if (reason !== undefined && patience === 'left')
    return postpone(services, whose, { reason, lookAt: nextTry(since, now) })
  const { left, gone } = await forgetRecords(services, patient, patience)
  if (left !== 'nothing') {
    const lookAt = left === 'more' ? after(now, MINUTE) : nextTry(since, now)
    return postpone(services, whose, { reason: left, lookAt, gone })
  }
  if ((await services.patients.remove(patient.id, patient.version)) === 'removed')
    services.log.info('PATIENT_ERASED', { ...whose })
}

/**
 * A text that may be on its way is resolved first: until then nobody knows its message at the carrier. A red flag that
 * a webhook raised in the moment of her erasure reaches a person first.
 */
function unfinished({ ledger, escalations }: Patient): 'attempt' | 'red-flag' | undefined {
  if (Object.values(ledger).some(({ state }) => state === 'sending' || state === 'unknown')) return 'attempt'
  return escalations.some(isWaiting) ? 'red-flag' : undefined
}

const isWaiting = (escalation: Escalation): boolean =>
  isOpen(escalation) && escalation.acknowledged === undefined

const nextTry = (since: Instant, now: Instant): Instant =>
  after(now, now < after(since, HOUR) ? ASK_AGAIN : HOUR)

/** Everything by which something could still find its way to her, and the numbers of her alerts. */
async function forgetWaysIn(services: Services, patient: Patient, now: Instant): Promise<void> {
  const { id, clinicId, reference } = patient
  await services.alarms.remove(id)
  await services.formerAlarms?.remove(id)
  for (const mobile of await numbersOf(services, patient)) await services.phones.unlink(mobile, id)
  for (const escalation of patient.escalations) {
    const { seq, number } = escalation
    if (number !== undefined && !isWaiting(escalation))
      await services.clinics.forgetAlertNumber(clinicId, number, { patientId: id, seq }, now)
  }
  await services.clinics.releaseReference(clinicId, reference, id)
}

interface Postponed {
  readonly reason: string
  readonly lookAt: Instant
  /** Messages of which the carrier has no record any more. */
  readonly gone?: ReadonlySet<string>
}

async function postpone(
  services: Services,
  whose: Whose,
  { reason, lookAt, gone = new Set() }: Postponed,
): Promise<void> {
  await change(services, whose, ({ patient }) => {
    const { erasing } = patient
    const next = erasing && { ...withoutSids(patient, gone), erasing: { ...erasing, lookAt } }
    return { value: undefined, ...(next && { patient: next }) }
  })
  services.log.info('ERASURE_WAITS', { patientId: whose.patientId, reason })
}
