import type { Instant } from '../time/instant.ts'
import type { OpeningHours } from '../time/opening-hours.ts'
import type { TextingHours } from '../time/texting-hours.ts'
import type { ZoneId } from '../time/zone.ts'
import type { ClinicId, PhoneNumber } from './identifiers.ts'

/** Kinds of text whose weekday a clinic may restrict to the days it is open. */
export type RestrictedKind = 'pain check'

/** Clinical choices a clinic may change; defaults stand beside the protocol. */
export interface ProtocolSettings {
  /** Days from one injection to the next proposed one. */
  readonly gapDays: number
  /** Most injections of a course, 1..9. */
  readonly injections: number
  /** Avoid anti-inflammatories until the doctor clears it, or for this many days after an injection, 7..84. */
  readonly nsaidAfter: 'until-cleared' | number
  /** Days before a visit on which anti-inflammatories must have stopped, 1..14. */
  readonly nsaidBefore: 'none' | number
  /** Gels and patches count as anti-inflammatories too. */
  readonly topicalCounts: boolean
  readonly belt: boolean
  /** Day after an injection on which physio starts again. */
  readonly physioRestartDay: number
  /** Ask for a pain score the day before each visit. */
  readonly baselinePain: boolean
  readonly secondReminder: 'two-working-days' | 'two-days'
  /** Kinds that skip days the clinic is closed; all others go on any day. */
  readonly workingDaysOnly: readonly RestrictedKind[]
}

/** Texts a clinic holds back: they wait, and go once released if they are still alive. Red flags are never held. */
export interface Hold {
  readonly all: boolean
  /** Protocol versions whose texts are held. */
  readonly protocols: readonly string[]
}

/** A practice with its settings. All phone texts are as patients should read them, at most 12 characters. */
export interface Clinic {
  readonly id: ClinicId
  readonly name: string
  readonly phone: string
  readonly afterHoursLine: string
  readonly emergencyNumber: string
  readonly crisisLine: string
  readonly poisonsLine: string
  readonly city: string
  readonly zone: ZoneId
  /** ISO country whose national numbers the clinic writes, `AU`. */
  readonly country: string
  readonly opening: OpeningHours
  readonly textingHours: TextingHours
  /** Texts with a clock time spread over this many minutes, so that a clinic's 10:00 is not one burst. */
  readonly spreadMinutes: number
  /** The number texts come from and replies go to; belongs to exactly one clinic. */
  readonly sender: PhoneNumber
  /** Who answers STOP, START and HELP: Twilio's own keyword handling, or this service. */
  readonly keywordAnswers: 'twilio' | 'service'
  readonly protocolSettings: ProtocolSettings
  /** Who is alerted when a patient may need a person. Without B, A stands in for both. */
  readonly onCall: { readonly A: PhoneNumber; readonly B?: PhoneNumber }
  /** Whether a tier 2 finding wakes the one on call outside opening hours. */
  readonly tier2WakesOnCall: boolean
  /** Minutes after the start of an escalation at which the ladder climbs: A, A again, B, both, its end. */
  readonly ladderMinutes: readonly [number, number, number, number, number]
  /** Absent: nothing is held. */
  readonly hold?: Hold
  /** When the clinic last changed its settings, and who asked. */
  readonly changed?: { readonly at: Instant; readonly by: string }
}
