import type { Clinic } from '../patient/clinic.ts'
import type { ClinicId, PatientId, PhoneNumber } from '../patient/identifiers.ts'
import { DAY, type Instant } from '../time/instant.ts'

export type Role = 'clinic' | 'read' | 'ops'

export interface ApiKey {
  readonly clinicId: ClinicId
  readonly roles: readonly Role[]
  /** What it is for, in the words of whoever made it. */
  readonly label?: string
}

/** What a staff alert's number stands for. */
/** How long a released alert number rests before it may stand for another escalation. */
export const ALERT_NUMBER_RESTS = 7 * DAY

export interface AlertedEscalation {
  readonly patientId: PatientId
  readonly seq: number
}

/** Clinics, their senders, keys and patient references. */
export interface ClinicRegister {
  clinic(id: ClinicId): Promise<Clinic | undefined>
  /**
   * Writes the clinic and its sender; 'sender-taken' when another clinic owns the sender. `over`: only if the clinic has
   * not been changed since it was read like this, else 'changed-meanwhile'. Only 'saved' has written the clinic.
   */
  saveClinic(
    clinic: Clinic,
    over?: Pick<Clinic, 'changed'>,
  ): Promise<'saved' | 'sender-taken' | 'changed-meanwhile'>
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
  /** Frees a reference for anybody; no error when it is not the patient's. */
  releaseReference(clinicId: ClinicId, reference: string, owner: PatientId): Promise<void>
  /**
   * The smallest number that stands for no other escalation; the same again for the same escalation. A released number
   * rests for a week, so that a late or repeated "OK 4" never takes on another patient's red flag.
   */
  takeAlertNumber(clinicId: ClinicId, escalation: AlertedEscalation, now: Instant): Promise<number>
  /** Undefined for a number that is free or resting. */
  escalationOfAlert(clinicId: ClinicId, number: number): Promise<AlertedEscalation | undefined>
  releaseAlertNumber(
    clinicId: ClinicId,
    number: number,
    escalation: AlertedEscalation,
    now: Instant,
  ): Promise<void>
  /** Releases the number, if it is or was the escalation's, and forgets whose it was: it rests as nobody's. */
  forgetAlertNumber(
    clinicId: ClinicId,
    number: number,
    escalation: AlertedEscalation,
    now: Instant,
  ): Promise<void>
}
