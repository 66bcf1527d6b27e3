import type { ClinicId, PatientId } from '../patient/identifiers.ts'
import type { Instant } from '../time/instant.ts'

/** A clinic whose settings have changed: all its patients are looked at anew. */
export interface Replan {
  readonly clinicId: ClinicId
  readonly askedAt: Instant
  /** The last patient looked at; absent at the beginning. */
  readonly lastPatient?: PatientId
}

/** Clinics to be replanned. Anybody asks; the sweep alone works them off, and there is one sweep at a time. */
export interface Replans {
  /** Begins anew if one is under way. */
  ask(clinicId: ClinicId, askedAt: Instant): Promise<void>
  pending(): Promise<readonly Replan[]>
  /** Notes how far it has come, unless it was asked for anew meanwhile. */
  advance(replan: Replan): Promise<void>
  /** It is done, unless it was asked for anew meanwhile. */
  finish(replan: Replan): Promise<void>
}
