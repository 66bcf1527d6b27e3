import type { ProtocolSettings } from '../patient/clinic.ts'
import type { StepKey } from './wording.ts'

/** Column "Kind" of the protocol. */
export type Kind =
  | 'welcome'
  | 'visit reminder'
  | 'NSAID avoidance'
  | 'pain baseline'
  | 'flare guidance'
  | 'flare: warning signs (safety)'
  | 'pain check'
  | 'belt nudge'
  | 'physio nudge'
  | 'NSAID window ends'
  | 'completion'
  | 'visit moved'
  | 'visit cancelled'
  | 'visit missed'
  | 'not reached'
  | 'check back'

/** What a text asks for: C or R, a number 0-10, Y or N, a medicine's name, or WRONG if it is not she. */
export type Question = 'C/R' | '0-10' | 'Y/N' | 'drug name' | 'WRONG'

/**
 * Settles a shared day. `fixed` texts never shift; the others are placed in this order over the whole plan, and a text
 * whose day is taken moves on.
 */
export const RANKS = ['fixed', 'R', 'F1', 'N', 'P', 'F3', 'Z', 'B, X'] as const
export type Rank = (typeof RANKS)[number]

/** What a step belongs to. `booked`: before each visit. `given`: after each visit, counted from its date.
 * `flagged`: a red flag was raised. `unreached`: nobody took it on by the end of the ladder. */
export type Trigger =
  | 'welcome'
  | 'booked'
  | 'given'
  | 'moved'
  | 'cancelled'
  | 'missed'
  | 'flagged'
  | 'unreached'

/** Which injections of a course. `last` is the last one given or booked. Absent: each. */
export type Which = 1 | 2 | 'last' | 'last of a full series'

/** A wall-clock time, `17:30`. */
export type ClockTime = `${number}:${number}`

export type When =
  /** `day` days from the visit's date at a local time. */
  | { readonly day: number; readonly time: ClockTime }
  /** The same, on the day of a clinic's setting. */
  | { readonly day: 'secondReminder' | 'physioRestartDay' | 'nsaidAfter'; readonly time: ClockTime }
  /** The visit's day, at the later of a local time and so many hours after the visit; else next morning. */
  | { readonly day: 0; readonly time: ClockTime; readonly hoursAfterVisit: number }
  /** The first such local time that is at least so many hours on. */
  | { readonly nextMorning: ClockTime; readonly hoursLaterAtLeast: number }
  /** So many minutes after what it tells of happened. */
  | { readonly minutesLater: number }

/** Exclusive end of a text's life. */
export type Until =
  | 'the visit'
  /** A local time, midnight if not given, `day` days from the visit's date. */
  | { readonly day: number; readonly time?: ClockTime }
  /** So many days after the time it finally has. */
  | { readonly daysLater: number }
  /** A local time of the day it lands on. */
  | { readonly sameDay: ClockTime }

export interface Step {
  readonly key: StepKey
  readonly kind: Kind
  readonly rank: Rank
  readonly on: Trigger
  readonly which?: readonly Which[]
  readonly when: When
  readonly until: Until
  readonly asks?: Question
  /** Sent only if the clinic's (for the belt: the patient's) setting says so. */
  readonly setting?: 'belt' | 'baselinePain' | 'nsaidAfter'
  /** Not planned on or after the day of this other step of the same visit. */
  readonly before?: StepKey
  /** Goes at `time` on a day whose morning the other step of the same visit took. */
  readonly behind?: { readonly step: StepKey; readonly time: ClockTime }
  /** If its own time has passed at enrolment: the day after the welcome. */
  readonly afterWelcome?: true
  /** Closes a patient's texts: left out while another course has texts after it. */
  readonly closing?: true
  /** Held back while a tier 1 or 2 escalation is open. */
  readonly reassuring?: true
  /** Part of an escalation: takes no day, counts for no daily limit, and a pause does not hold it. */
  readonly safetyNet?: true
  /** Answers a patient's own message, so it goes at night too. */
  readonly anyHour?: true
  /** Its wording names the visit's date and time. */
  readonly namesVisit?: true
}

export interface Protocol {
  /** `name-vN`. A released version never changes. */
  readonly id: string
  readonly title: string
  /** The clinician who answers for it. */
  readonly signedBy: string
  readonly defaults: ProtocolSettings
  readonly steps: readonly Step[]
}

/** A step's letter: what LESS and other rules that name B, X and P go by. */
export const familyOf = (key: StepKey): string => key.slice(0, 1)

/** @throws Error naming the key when two steps share one */
export function checkStepKeys(protocol: Protocol): void {
  const seen = new Set<string>()
  for (const { key } of protocol.steps) {
    if (seen.has(key))
      throw new Error(`protocol ${protocol.id}: step key ${key} stands twice, expected unique keys`)
    seen.add(key)
  }
}
