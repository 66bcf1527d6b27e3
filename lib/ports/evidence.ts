import type { AttemptId, PatientId, PhoneNumber, TextId } from '../patient/identifiers.ts'
import type { Change, Reply } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'

/** What was handed over, word for word. */
export interface SentEvidence {
  readonly text: TextId
  readonly attempt: AttemptId
  readonly body: string
  readonly to: PhoneNumber
  readonly sid: string
  readonly protocol: string
  readonly signedBy: string
  readonly sentAt: Instant
}

/** The unforgetting record beside the patient's document. Every put is idempotent by its key. */
export interface Evidence {
  putSent(patient: PatientId, sent: SentEvidence): Promise<void>
  putReply(patient: PatientId, reply: Reply): Promise<void>
  putChange(patient: PatientId, change: Change): Promise<void>
  reply(patient: PatientId, sid: string): Promise<Reply | undefined>
  sent(patient: PatientId): Promise<readonly SentEvidence[]>
}
