import type { Clinic } from '../../lib/patient/clinic.ts'
import type { PatientId, PhoneNumber } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { Instant } from '../../lib/time/instant.ts'
import type { Luck } from './luck.ts'
import type { Message } from './vendor-twilio.ts'

/** What the clinic saw of a patient when a call of its own had been answered: true from then on, until its next call. */
export interface Fact {
  /** The call that led to it began then. */
  readonly began: Instant
  readonly known: Instant
  readonly patient: Patient
}

/** A word that turns texts off or on, for a number. */
export interface Keyword {
  readonly mobile: PhoneNumber
  readonly kind: 'off' | 'on'
  readonly arrived: Instant
  /** When the webhook answered; absent when it never did. */
  answered?: Instant
}

/** Everything the world and its people saw of a run, for the oracle to judge. Nothing of it is the product's opinion. */
export interface Story {
  readonly seed: string
  readonly clinic: Clinic
  readonly luck: Luck
  readonly messages: readonly Message[]
  /** Texts, `patient text`, with an attempt that the network or Twilio spoiled. */
  readonly troubled: ReadonlySet<string>
  readonly keywords: readonly Keyword[]
  /** By patient, oldest first. */
  readonly facts: ReadonlyMap<PatientId, readonly Fact[]>
  /** The documents at the end. */
  readonly patients: readonly Patient[]
  /** Patients who had a reason for it: texts may be paused or thinned out. */
  readonly paused: ReadonlySet<PatientId>
  readonly fewer: ReadonlySet<PatientId>
  /** Effects of all processes, by name, in order. */
  readonly effects: readonly string[]
  readonly ended: Instant
}
