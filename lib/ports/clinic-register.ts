import type { Clinic } from '../patient/clinic.ts'
import type { ClinicId, PatientId, PhoneNumber } from '../patient/identifiers.ts'

export type Role = 'clinic' | 'read' | 'ops'

export interface ApiKey {
  readonly clinicId: ClinicId
  readonly roles: readonly Role[]
  /** What it is for, in the words of whoever made it. */
  readonly label?: string
}

/** What a staff alert's number stands for. */
export interface AlertedEscalation {
  readonly patientId: PatientId
  readonly seq: number
}

/** Clinics, their senders, keys and patient references. */
export interface ClinicRegister {
  clinic(id: ClinicId): Promise<Clinic | undefined>
  /** Writes the clinic and its sender; 'sender-taken' when another clinic owns the sender, nothing written then. */
  saveClinic(clinic: Clinic): Promise<'saved' | 'sender-taken'>
  clinicOfSender(sender: PhoneNumber): Promise<ClinicId | undefined>
  /** `hash` is the SHA-256 of the key in hex; keys themselves are never stored. */
  apiKey(hash: string): Promise<ApiKey | undefined>
  saveApiKey(hash: string, key: ApiKey): Promise<void>
  /** The clinic's keys, by their hashes. May lag by seconds. */
  apiKeys(clinicId: ClinicId): Promise<readonly (ApiKey & { readonly hash: string })[]>
  /** No error when there is none. */
  removeApiKey(hash: string): Promise<void>
  /** The patient id that owns the reference, if any. */
  patientOfReference(clinicId: ClinicId, reference: string): Promise<PatientId | undefined>
  /** The patient id that owns the reference: `candidate` if it was free, else the one before. */
  claimReference(clinicId: ClinicId, reference: string, candidate: PatientId): Promise<PatientId>
  /** The smallest number no other open escalation of the clinic goes by; the same again for the same escalation. */
  takeAlertNumber(clinicId: ClinicId, escalation: AlertedEscalation): Promise<number>
  escalationOfAlert(clinicId: ClinicId, number: number): Promise<AlertedEscalation | undefined>
  releaseAlertNumber(clinicId: ClinicId, number: number): Promise<void>
}
