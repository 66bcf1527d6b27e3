import type { ClinicId, PatientId, PhoneNumber } from '../patient/identifiers.ts'
import type { OptOut } from '../patient/patient.ts'

export interface KnownOfNumber {
  readonly optOut?: OptOut
  readonly patients: readonly PatientId[]
}

/** What is known of a mobile number across clinics, kept under a keyed hash, never under the number. */
export interface PhoneBook {
  /** Both what `optOut` and what `patients` tell, in one look. Consistent. */
  known(mobile: PhoneNumber): Promise<KnownOfNumber>
  /** The only truth about STOP. Consistent. */
  optOut(mobile: PhoneNumber): Promise<OptOut | undefined>
  /** Keeps the first opt-out when there is one already. */
  recordOptOut(mobile: PhoneNumber, optOut: OptOut): Promise<void>
  liftOptOut(mobile: PhoneNumber): Promise<void>
  link(mobile: PhoneNumber, patient: PatientId): Promise<void>
  unlink(mobile: PhoneNumber, patient: PatientId): Promise<void>
  /** The id under which a clinic keeps what comes from a number no patient has; tells nothing of the number. */
  strangerId(clinicId: ClinicId, mobile: PhoneNumber): Promise<PatientId>
  /** A link counts only if the patient still has that number: check it in the document. */
  patients(mobile: PhoneNumber): Promise<readonly PatientId[]>
}
