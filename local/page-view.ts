import type { PatientId } from '../lib/patient/identifiers.ts'
import type { LocalDateTime } from '../lib/time/local-date.ts'
import type { ZoneId } from '../lib/time/zone.ts'
import type { FirstSteps } from './first-steps.ts'

/*
 * What `/local/` says, to the page that shows it: the clock and the phones of a service on this machine. Nothing
 * answers there in AWS.
 */

/** What anyone may break on this machine, to watch the service recover. */
export const FAULTS = ['twilio-down', 'alarms-lost', 'callbacks-doubled'] as const
export type Fault = (typeof FAULTS)[number]

export interface PhoneMessage {
  readonly at: string
  /** On the phone's own clock. */
  readonly local: LocalDateTime
  readonly from: 'clinic' | 'patient'
  readonly body: string
  /** Twilio's word for it. */
  readonly status?: string
}

/** A phone as its owner sees it. Two patients on one number are two of these, with the same messages. */
export interface Phone {
  readonly mobile: string
  readonly label: string
  readonly patientId?: PatientId
  readonly zone: ZoneId
  readonly messages: readonly PhoneMessage[]
}

/** Everything the first page shows beside what the clinic API says. */
export interface PageView {
  /** UTC. */
  readonly now: string
  /** The clinic's wall clock. */
  readonly local: LocalDateTime
  readonly zone: ZoneId
  readonly clinic: { readonly name: string; readonly sender: string }
  readonly key: string
  /** When the next text is planned, UTC, and for whom; absent when none is left to come. */
  readonly next?: { readonly at: string; readonly whose: string }
  readonly phones: readonly Phone[]
  /** Those that are on. */
  readonly faults: readonly Fault[]
  /** Calls of a function that failed for the last time. */
  readonly failures: readonly { readonly functionName: string; readonly error: string }[]
  readonly firstSteps: FirstSteps
}
