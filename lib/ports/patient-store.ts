import type { Clinic } from '../patient/clinic.ts'
import type { ClinicId, PatientId } from '../patient/identifiers.ts'
import type { Patient, PatientState } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate, LocalDateTime } from '../time/local-date.ts'
import type { Breaker } from './sender-breakers.ts'

/** What tells, of a whole clinic at once, whose documents are worth opening today. */
export interface DaySummary {
  /** Visits nobody has marked, of the last days and to come; the clinic's wall clock. */
  readonly visits: readonly LocalDateTime[]
  /** When her next texts may go, soonest first; no more than may go on one day. */
  readonly texts: readonly Instant[]
  readonly lastSent?: Instant
  /** When a text of hers last changed its state. */
  readonly lastMove?: Instant
  /** Texts that went on the last day on which any did; the clinic's day. */
  readonly sent?: { readonly date: LocalDate; readonly texts: number }
  /** Texts that are neither out nor given up. */
  readonly stuck: number
  /** She gets no texts since then: a STOP, or a number that takes none. */
  readonly silentSince?: Instant
}

/** What lists show of a patient without opening the document. */
export interface PatientSummary {
  readonly id: PatientId
  readonly reference: string
  readonly state: PatientState
  readonly nextVisit?: LocalDateTime
  readonly openEscalations: number
  readonly openTasks: number
  /** Somebody who wrote from a number no patient has: on the work list, never in a list of patients. */
  readonly stranger?: true
  /** Absent in documents of before there was one: open them. */
  readonly day?: DaySummary
}

export interface Overdue {
  readonly patientId: PatientId
  readonly clinicId: ClinicId
  readonly lookAt: Instant
}

/** Patients as whole documents. Reads by id are consistent; lists may lag by seconds. */
export interface PatientStore {
  read(id: PatientId): Promise<Patient | undefined>
  /** Those of them that exist, in the order asked for; meant for some hundreds at once. */
  readMany(ids: readonly PatientId[]): Promise<readonly Patient[]>
  /** Patient and clinic in one round trip, with the breaker of its sender if that is open. */
  readWithClinic(
    id: PatientId,
    clinicId: ClinicId,
  ): Promise<{ readonly patient?: Patient; readonly clinic?: Clinic; readonly breaker?: Breaker }>
  /** Writes `patient` (its version is `expected` + 1) if the stored version is `expected`; 0 means absent. */
  write(patient: Patient, summary: PatientSummary, expected: number): Promise<'written' | 'conflict'>
  /** Removes the document if the stored version is `expected`; the last step of an erasure. */
  remove(id: PatientId, expected: number): Promise<'removed' | 'conflict'>
  /** A clinic's patients in order of id. `cursor` is the last id of the page before. */
  list(
    clinicId: ClinicId,
    options: { readonly state?: PatientState; readonly cursor?: PatientId; readonly limit: number },
  ): Promise<{ readonly items: readonly PatientSummary[]; readonly cursor?: PatientId }>
  /** Patients whose `lookAt` is not after `until`, oldest first. `after` is the last one of the page before. */
  overdue(until: Instant, limit: number, after?: Overdue): Promise<readonly Overdue[]>
  /** Of these, the ones with an open escalation, wherever they stand in the line. */
  flaggedOverdue(until: Instant, limit: number): Promise<readonly Overdue[]>
}
