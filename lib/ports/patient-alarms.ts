import type { ClinicId, PatientId } from '../patient/identifiers.ts'
import type { Instant } from '../time/instant.ts'

/**
 * `armed`: will fire at the instant's minute, as far as the vendor says. `full`: no room for one more patient, not
 * worth a retry. `unavailable`: throttled or unreachable. The sweep carries the patient in both other cases.
 */
export type ArmOutcome = 'armed' | 'full' | 'unavailable'

/** One wake-up per patient; setting it again moves it. It is a hint to look and carries opaque ids only. */
export interface PatientAlarms {
  readonly kind: 'rules' | 'scheduler'
  /** `first`: nothing was ever armed by this adapter for the patient, so its target must be made too. */
  set(alarm: {
    readonly patientId: PatientId
    readonly clinicId: ClinicId
    readonly at: Instant
    readonly first: boolean
  }): Promise<ArmOutcome>
  /** Removes the alarm for good; no error when there is none. */
  remove(patientId: PatientId): Promise<void>
  /** Whether the patient has an alarm here that wakes our function; when it fires is not looked at. */
  wakes(patientId: PatientId): Promise<boolean>
  /** Patients who have an alarm here, page by page. `cursor` is what the page before gave; none ends the list. */
  list(cursor?: string): Promise<{ readonly patients: readonly PatientId[]; readonly cursor?: string }>
  /** How many alarms exist now, and how many may. */
  used(): Promise<{ readonly count: number; readonly limit: number }>
}
