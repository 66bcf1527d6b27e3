import type { TextId } from '../patient/identifiers.ts'
import { textIdParts } from '../patient/identifiers.ts'
import type { Attempt, Claim } from '../patient/ledger.ts'
import { protocolInForce } from '../plan/protocol-in-force.ts'
import type { Instant } from '../time/instant.ts'
import type { Snapshot } from './change.ts'
import type { Services } from './services.ts'

/**
 * Keeps what was handed over, word for word. Comes after the carrier's answer and before the ledger says so: a stop in
 * between leaves the attempt unknown, and whoever resolves it puts the evidence then.
 */
export async function keepEvidence(
  services: Services,
  { patient, clinic }: Pick<Snapshot, 'patient' | 'clinic'>,
  sent: {
    readonly text: TextId
    readonly attempt: Attempt['id']
    readonly claim: Claim
    readonly sid: string
    readonly sentAt: Instant
  },
): Promise<void> {
  const { text, attempt, claim, sid, sentAt } = sent
  const { id: protocol, signedBy } = protocolInForce(patient, textIdParts(text).course)
  const { body, to } = claim
  const { name, phone, sender } = clinic
  await services.evidence.putSent(patient.id, {
    ...{ text, attempt, body, to, clinic: { name, phone, sender }, sid, protocol, signedBy, sentAt },
  })
}
