import type { Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import { askAccount } from './breaker.ts'
import { change, read, type Snapshot, type Whose } from './change.ts'
import { sendClaimed } from './send-claimed.ts'
import type { Services } from './services.ts'
import { type Taken, takeNext } from './take-next.ts'

export interface Woken {
  readonly taken: Taken
  /** The patient as claimed, before the outcome was recorded. */
  readonly snapshot: Snapshot
  /** The same with its outcome. */
  readonly patient: Patient
}

/**
 * What an alarm, an enrolment or the sweep starts for one patient: read, decide, arm, claim, check opt-out, send once,
 * put evidence, record. At most one text. Waking a patient for whom nothing is due does nothing, so an alarm may fire
 * twice, early or late.
 */
export async function wake(services: Services, whose: Whose, from?: Snapshot): Promise<Woken | undefined> {
  const attempt = services.identities.attempt()
  const decide = (snapshot: Snapshot, now: Instant) => takeNext(snapshot, attempt, now)
  const start = await withSenderAsked(services, from ?? (await read(services, whose)))
  const taken = start && (await change(services, whose, decide, { from: start }))
  if (taken === undefined) {
    services.log.warn('WAKE_NOBODY', whose)
    return undefined
  }
  const { value, snapshot } = taken
  for (const { text, reason } of value.skips) {
    services.log.info('TEXT_SKIPPED', { patientId: whose.patientId, textId: text.id, reason })
  }
  const sent = value.claimed && (await sendClaimed(services, snapshot, value.claimed))
  return { taken: value, snapshot, patient: sent ?? snapshot.patient }
}

/** An account that is active again is noticed before anything more is held. */
async function withSenderAsked(
  services: Services,
  snapshot: Snapshot | undefined,
): Promise<Snapshot | undefined> {
  if (snapshot?.breaker === undefined) return snapshot
  const { breaker, ...rest } = snapshot
  return (await askAccount(services, snapshot.clinic.id, breaker)) ? rest : snapshot
}
