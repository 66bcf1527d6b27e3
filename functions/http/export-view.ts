import type { Patient } from '../../lib/patient/patient.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { isoOf } from '../../lib/time/zone.ts'
import type { Kept } from './evidence-view.ts'

/** `GET /v1/patients/{id}/export`: everything held of one patient, as it is stored. */
export interface PatientExport {
  readonly exportedAt: string
  readonly format: 'Times are milliseconds since 1970-01-01T00:00Z; visit times are the clinic’s wall clock.'
  /** Her whole document: contact, consent, courses, ledger, pain scores, escalations and tasks. */
  readonly patient: Patient
  /** Of her number; it outlives an erasure. */
  readonly optOut?: Kept['optOut']
  readonly sent: Kept['sent']
  readonly replies: Kept['replies']
  readonly answerReports: Kept['answerReports']
  readonly history: Kept['changes']
}

export const exportView = (patient: Patient, kept: Kept, now: Instant): PatientExport => ({
  exportedAt: isoOf(now),
  format: 'Times are milliseconds since 1970-01-01T00:00Z; visit times are the clinic’s wall clock.',
  patient,
  ...(kept.optOut && { optOut: kept.optOut }),
  sent: kept.sent,
  replies: kept.replies,
  answerReports: kept.answerReports,
  history: kept.changes,
})
