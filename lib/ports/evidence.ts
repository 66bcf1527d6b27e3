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

/** The carrier's last word on the answer that a reply got. */
export interface AnswerReport {
  /** The carrier's id of her message. */
  readonly reply: string
  readonly state: 'delivered' | 'undelivered'
  readonly at: Instant
  /** Vendor error code of a failed delivery. */
  readonly code?: number
}

/** The unforgetting record beside the patient's document. Every put is idempotent by its key. */
export interface Evidence {
  putSent(patient: PatientId, sent: SentEvidence): Promise<void>
  putReply(patient: PatientId, reply: Reply): Promise<void>
  putAnswerReport(patient: PatientId, report: AnswerReport): Promise<void>
  putChange(patient: PatientId, change: Change): Promise<void>
  reply(patient: PatientId, sid: string): Promise<Reply | undefined>
  /** All of them, oldest first, like all lists that follow. */
  sent(patient: PatientId): Promise<readonly SentEvidence[]>
  replies(patient: PatientId): Promise<readonly Reply[]>
  /** One for each last word: an answer given twice may have two. */
  answerReports(patient: PatientId): Promise<readonly AnswerReport[]>
  changes(patient: PatientId): Promise<readonly Change[]>
  /** For an erasure, as is what follows. No error when there is none. */
  forgetSent(patient: PatientId, sent: Pick<SentEvidence, 'text' | 'attempt'>): Promise<void>
  forgetReply(patient: PatientId, sid: string): Promise<void>
  forgetAnswerReport(patient: PatientId, report: Pick<AnswerReport, 'reply' | 'state'>): Promise<void>
  forgetChange(patient: PatientId, version: number): Promise<void>
}
