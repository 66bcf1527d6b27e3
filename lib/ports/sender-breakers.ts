import type { ClinicId } from '../patient/identifiers.ts'
import type { Instant } from '../time/instant.ts'

/** Stands while Twilio refuses a clinic's account or sender; there is none while all is well. */
export interface Breaker {
  readonly openedAt: Instant
  /** The account is at fault and can be asked whether it is active again. A sender's fault is an operator's to mend. */
  readonly account: boolean
  /** Vendor error code of the refusal that opened it. */
  readonly code?: number
  /** Texts tried since. */
  readonly probes: number
  /** When the sender was last tried or the account last asked. */
  readonly triedAt: Instant
}

/** One small item a clinic. It is also read with patient and clinic, in the same round trip. */
export interface SenderBreakers {
  read(clinicId: ClinicId): Promise<Breaker | undefined>
  /** Keeps the one that stands already; true for whoever opened it. */
  open(clinicId: ClinicId, breaker: Breaker): Promise<boolean>
  /** Replaces the breaker if it is still as it was read; true for whoever did. */
  replace(clinicId: ClinicId, read: Breaker, by: Breaker): Promise<boolean>
  /** No error when there is none. */
  close(clinicId: ClinicId): Promise<void>
}
