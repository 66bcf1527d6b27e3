import type { Clinic } from '../patient/clinic.ts'
import type { AttemptId, PatientId, PhoneNumber, TextId } from '../patient/identifiers.ts'
import type { Change, Reply } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'

/** What was handed over, word for word. */
export interface SentEvidence {
  readonly text: TextId
  readonly attempt: AttemptId
  readonly body: string
  readonly to: PhoneNumber
  /** As the clinic was then: its name, the phone patients call, and the number the text came from. */
  readonly clinic: Pick<Clinic, 'name' | 'phone' | 'sender'>
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
  /** All of them, oldest first, like `replies` and `changes`. */
  sent(patient: PatientId): Promise<readonly SentEvidence[]>
  replies(patient: PatientId): Promise<readonly Reply[]>
  changes(patient: PatientId): Promise<readonly Change[]>
  /** For an erasure, as is what follows. No error when there is none. */
  forgetSent(patient: PatientId, sent: Pick<SentEvidence, 'text' | 'attempt'>): Promise<void>
  forgetReply(patient: PatientId, sid: string): Promise<void>
  forgetChange(patient: PatientId, version: number): Promise<void>
}
