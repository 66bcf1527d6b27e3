/**
 * Glossary, used in code, tests, logs, metrics and docs alike.
 *
 * clinic      a practice with its settings
 * patient     a person with one mobile number, one zone, one consent; the unit that is stored
 * course      a series of injections under one protocol version
 * injection   number 1..N of a course: proposed, booked, confirmed, given, missed or cancelled
 * visit       one occurrence of an injection; a change of its date or time starts a new visit number
 * protocol    versioned data: steps, offsets, lifetimes, ranks, wording, settings
 * step        one row of a protocol, for example P1a "pain check, day 3"
 * text        one planned message: a step applied to a visit
 * plan        all texts of a patient, computed, never stored
 * ledger      what happened to each text
 * alarm       the patient's single wake-up; a hint to look
 * wake        what runs when an alarm fires
 * reply       a message from a patient; finding: what triage reads in it
 * escalation  a finding that needs a person, with an acknowledgement clock; task: one without an alarm
 * sweep       the safety net that finds what the alarms missed
 */
import type { Instant } from '../time/instant.ts'
import type { LocalDate, LocalDateTime } from '../time/local-date.ts'
import type { ZoneId } from '../time/zone.ts'
import type { Escalation, Settlement } from './escalation.ts'
import type { ClinicId, PatientId, PhoneNumber, TextId } from './identifiers.ts'
import type { LedgerEntry } from './ledger.ts'

/** `proposed` is not stored: it is the day `gapDays` after the injection before. */
export type InjectionState = 'booked' | 'confirmed' | 'given' | 'missed' | 'cancelled'

export interface Injection {
  readonly number: number
  readonly state: InjectionState
  /** The clinic's wall clock. */
  readonly at: LocalDateTime
  /** Number of the present visit, from 1. */
  readonly visit: number
  /** When this visit got its date, or was cancelled or missed. Confirming it is no change. */
  readonly changedAt: Instant
  /** Cancelled together with a series: the patient is told of the next visit only. */
  readonly quiet?: true
  /** A task asked staff to book the injection after this one. */
  readonly bookingAsked?: true
}

/** A welcome goes out at a first course, at a course begun when none was running, and to a new number. */
export interface Welcome {
  readonly number: number
  readonly at: Instant
}

export interface Course {
  readonly number: number
  /** Protocol version, pinned for the whole course: `sij-prolotherapy-v1`. */
  readonly protocol: string
  readonly startedAt: Instant
  readonly belt: boolean
  readonly welcomes: readonly Welcome[]
  readonly injections: readonly Injection[]
  /** The clinic ended the series before its last injection. */
  readonly endedAt?: Instant
}

/** What a clinic asked for at enrolment, normalised: a repeat of the same call is known by it. */
export interface Enrolment {
  readonly mobile: PhoneNumber
  readonly timeZone: ZoneId
  readonly givenName?: string
  readonly label?: string
  readonly protocol: string
  readonly belt: boolean
  /** Absent only for a stranger, who wrote to us and was never enrolled. */
  readonly consent?: Consent
  readonly injections: readonly { readonly at: LocalDateTime; readonly state: InjectionState }[]
}

export interface Consent {
  readonly given: LocalDate
  readonly method: 'written' | 'verbal' | 'online'
}

export interface OptOut {
  readonly at: Instant
  readonly reason: 'stop' | 'wrong' | 'carrier'
}

/** What a reply is about; labels and order as in the labelled replies. */
export type Intent =
  | 'red_flag_emergency'
  | 'red_flag_clinic'
  | 'stop'
  | 'wrong_number'
  | 'start'
  | 'help'
  | 'less'
  | 'more'
  | 'confirm'
  | 'cannot_attend'
  | 'nsaid_question'
  | 'other_drug_question'
  | 'pain_score'
  | 'yes'
  | 'no'
  | 'thanks'
  | 'unknown'

export interface Reply {
  /** Twilio's message id. A repeat gets the same answer again. */
  readonly sid: string
  readonly at: Instant
  readonly text: string
  readonly intent: Intent
  readonly value?: number
  /** The question it answered. */
  readonly asked?: TextId
  /** Key and words of our answer; absent when none was sent. */
  readonly answer?: { readonly key: string; readonly body: string }
}

/** Who changed what, newest last. */
export interface Change {
  readonly version: number
  readonly at: Instant
  readonly actor: string
  readonly what: string
}

export type TaskKind =
  | 'change'
  | 'wrong'
  | 'unknown'
  | 'stopped'
  | 'short-gap'
  | 'number-bad'
  | 'failed-unknown'
  | 'not-told'
  | 'not-warned'
  | 'pregnant'
  | 'medicine'
  | 'not-spoken'
  | 'book-next'

/** A promise that a person will act. Its id names its cause, so that raising it twice raises it once. */
export interface Task {
  readonly id: string
  /** 1, 2, ... within the patient. */
  readonly seq: number
  readonly kind: TaskKind
  readonly at: Instant
  readonly about?: TextId
  /** The text it is about arrived after all, while the task was open. */
  readonly arrivedAt?: Instant
  /** She gets texts again, though the task says that she stopped them or that the number is not hers. */
  readonly textsAgainAt?: Instant
  /** The clinic's working time in which it is promised. */
  readonly dueBy?: Instant
  /** Texts of some kinds wait until it is resolved. */
  readonly urgent?: true
  readonly acknowledged?: Settlement
  readonly resolved?: Settlement
}

export interface PainScore {
  readonly at: Instant
  readonly value: number
  /** The pain check it answers. */
  readonly asked?: TextId
}

export interface Alarm {
  /** The adapter that holds it, so that a change of adapter is noticed. */
  readonly by: 'rules' | 'scheduler'
  /** When it will fire, as far as we believe. Absent: nothing is armed. */
  readonly at?: Instant
}

export interface Patient {
  readonly id: PatientId
  readonly clinicId: ClinicId
  /** The clinic's own name for the patient; unique within the clinic. */
  readonly reference: string
  readonly mobile: PhoneNumber
  /** News of texts claimed before this concerns an earlier number. */
  readonly mobileSince: Instant
  readonly zone: ZoneId
  readonly givenName?: string
  /** Tells patients on one phone apart, at most 10 characters. */
  readonly label?: string
  /** Absent only for a stranger. */
  readonly consent?: Consent
  readonly enrolment: Enrolment
  readonly fewerTexts: boolean
  /** What the clinic decided; `stopped` and `ended` follow from the rest. */
  readonly standing: 'active' | 'paused' | 'withdrawn'
  /** The clinic asked for her to be erased: she counts as withdrawn, and the sweep removes her from `lookAt` on. */
  readonly erasing?: { readonly since: Instant; readonly lookAt: Instant }
  readonly optedOut?: OptOut
  readonly numberBad?: { readonly at: Instant; readonly code?: number }
  readonly courses: readonly Course[]
  readonly ledger: Readonly<Record<TextId, LedgerEntry>>
  readonly replies: readonly Reply[]
  readonly pain: readonly PainScore[]
  /** Anti-inflammatories she says she took. */
  readonly slips: readonly { readonly at: Instant; readonly ingredient: string }[]
  readonly changes: readonly Change[]
  readonly tasks: readonly Task[]
  readonly escalations: readonly Escalation[]
  /** Fuse: plan texts claimed on a local day. */
  readonly today?: { readonly date: LocalDate; readonly texts: number }
  readonly alarm?: Alarm
  /** When somebody must look at this patient again; absent only when nothing is left to do. */
  readonly lookAt?: Instant
  readonly version: number
}

export type PatientState = 'active' | 'paused' | 'stopped' | 'ended' | 'withdrawn' | 'erasing'
