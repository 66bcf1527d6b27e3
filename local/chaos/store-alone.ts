import { setTimeout as sleep } from 'node:timers/promises'
import type { Services } from '../../lib/care/services.ts'
import { patientId, textId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { after, SECOND } from '../../lib/time/instant.ts'
import { CLINIC } from './place.ts'

export interface StoreAlone {
  /** Patients of each loop: what one loop changes no other does. */
  readonly patients: readonly (readonly string[])[]
  /** Real milliseconds. */
  readonly milliseconds: number
  /** Real milliseconds for which nothing is asked of it where a text would be with Twilio. */
  readonly gatewayMs: number
}

/** A text's name in documents that are written for measuring only. */
export const MEASURED_TEXT = textId('W0@1.0.1')

/**
 * Does to the store what sending a text does, on documents as large, and nothing else: the batch read, the claim, the
 * look for an opt-out, the evidence and the record.
 */
export async function storeAlone(services: Services, what: StoreAlone): Promise<void> {
  const { patients, milliseconds, gatewayMs } = what
  const endsAt = performance.now() + milliseconds
  const loops = patients.map(async (ids) => {
    while (performance.now() < endsAt) for (const id of ids) await callsOfOneText(services, id, gatewayMs)
  })
  await Promise.all(loops)
}

async function callsOfOneText(services: Services, id: string, gatewayMs: number): Promise<void> {
  const { patients, phones, evidence, identities, clock } = services
  const { patient } = await patients.readWithClinic(patientId(id), CLINIC.id)
  if (patient === undefined) throw new Error(`patient ${id}: expected her in the store`)
  const claim = patient.ledger[MEASURED_TEXT]?.claim
  if (claim === undefined) throw new Error(`patient ${id}: expected a claim of ${MEASURED_TEXT}`)
  await write(services, patient, 1)
  await phones.optOut(claim.to)
  if (gatewayMs > 0) await sleep(gatewayMs)
  const attempt = identities.attempt()
  const sent = {
    text: MEASURED_TEXT,
    attempt,
    clinic: { name: CLINIC.name, phone: CLINIC.phone, sender: CLINIC.sender },
    body: claim.body,
    to: claim.to,
    sid: `SM${'0'.repeat(32)}`,
  }
  const signed = { protocol: patient.courses[0]?.protocol ?? '', signedBy: '' }
  await evidence.putSent(patient.id, { ...sent, ...signed, sentAt: clock.now() })
  await write(services, patient, 2)
}

/** Moves her next look each time, as a claim and its record do: the index has to follow. */
async function write({ patients }: Services, patient: Patient, step: 1 | 2): Promise<void> {
  const { id, reference, lookAt, version } = patient
  if (lookAt === undefined) throw new Error(`patient ${id}: expected a next look`)
  const moved = { ...patient, lookAt: after(lookAt, step * SECOND), version: version + step }
  const summary = { id, reference, state: 'active', openEscalations: 0, openTasks: 0 } as const
  if ((await patients.write(moved, summary, version + step - 1)) === 'conflict')
    throw new Error(`patient ${id}: changed by somebody else`)
}
