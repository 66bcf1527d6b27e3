import type { Clinic } from '../patient/clinic.ts'
import { isOpen } from '../patient/escalation.ts'
import type { LedgerEntry, SkipReason, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { familyOf, type Step } from '../protocol/protocol.ts'
import { type Instant, latest } from '../time/instant.ts'
import { addDays } from '../time/local-date.ts'
import { endOfTexting, lastClaim, nextClaimable, startOfDay } from '../time/texting-hours.ts'
import { localAt } from '../time/zone.ts'
import { rankOf } from './compute-plan.ts'
import { thinsOut } from './fewer.ts'
import type { Plan, PlannedText } from './plan.ts'

/** Fuse: most plan texts on one local day, whatever went wrong before. The warning signs are never held by it. */
export const MOST_TEXTS_A_DAY = 3

export interface DueNow {
  /** The one text to send now. One text a wake. */
  readonly send?: PlannedText
  /** Texts that have fallen due and will never go, each with its reason. */
  readonly skips: readonly { readonly text: PlannedText; readonly reason: SkipReason }[]
}

/** Not in the ledger, or there to be tried again. */
export const isPending = (entry: LedgerEntry | undefined): boolean =>
  entry === undefined || entry.state === 'retry' || entry.state === 'held'

/** The earliest instant a pending text may be looked at: its due time, or its retry's. */
export const readyAt = (patient: Patient, text: PlannedText): Instant =>
  patient.ledger[text.id]?.lookAt ?? text.due

/** What is to be done with a patient's texts at `now`: at most one is sent, the rest of those due waits or is skipped. */
export function dueNow(plan: Plan, patient: Patient, clinic: Clinic, now: Instant): DueNow {
  const due = plan.filter((text) => isPending(patient.ledger[text.id]) && readyAt(patient, text) <= now)
  const judged = due.map((text) => ({
    text,
    reason: skipReason(text, plan, patient, clinic, now) ?? outdated(text, plan, patient, now),
  }))
  const skips = judged.flatMap(({ text, reason }) => (reason === undefined ? [] : [{ text, reason }]))
  const alive = judged.filter(({ reason }) => reason === undefined).map(({ text }) => text)
  const [send] = alive
    .filter((text) => claimableAt(text, patient, clinic, now) === now)
    .sort((a, b) => rankOf(a) - rankOf(b))
  return { skips, ...(send && { send }) }
}

/** Why a text that fell due will never go; undefined when it may. */
function skipReason(
  text: PlannedText,
  plan: Plan,
  patient: Patient,
  clinic: Clinic,
  now: Instant,
): SkipReason | undefined {
  if (text.skip !== undefined) return text.skip
  if (claimableAt(text, patient, clinic, now) === undefined) return 'expired'
  return standingReason(text, patient) ?? (thinsOut(text, plan, patient) ? 'fewer' : undefined)
}

/** What keeps a patient, or this kind of text to her, from being texted at all. */
export function standingReason({ step }: PlannedText, patient: Patient): SkipReason | undefined {
  if (patient.optedOut !== undefined || patient.standing === 'withdrawn') return 'opted-out'
  if (patient.numberBad !== undefined) return 'number-bad'
  if (step.safetyNet) return undefined
  if (patient.standing === 'paused') return 'paused'
  return isHeldBack(step, patient) ? 'paused' : undefined
}

const HELD_BY_URGENT_TASK = new Set(['X', 'B', 'P'])

/** While a red flag is open nothing reassuring goes; while a pregnancy is unsettled, no nudges and pain checks. */
function isHeldBack(step: Step, patient: Patient): boolean {
  const flagged = patient.escalations.some((one) => one.tier !== undefined && isOpen(one))
  const urgent = patient.tasks.some((task) => task.urgent && isOpen(task))
  return (flagged && step.reassuring === true) || (urgent && HELD_BY_URGENT_TASK.has(familyOf(step.key)))
}

const NEVER_WENT: readonly TextState[] = ['skipped', 'failed', 'undelivered']

/** Of several reminders of one visit only the latest goes: one that had to wait does not follow a later one. */
function outdated(text: PlannedText, plan: Plan, patient: Patient, now: Instant): SkipReason | undefined {
  const later = plan.some(
    (other) =>
      text.step.rank === 'R' &&
      other.step.rank === 'R' &&
      other.skip === undefined &&
      other.course === text.course &&
      other.injection === text.injection &&
      other.due > text.due &&
      other.due <= now &&
      !NEVER_WENT.some((state) => state === patient.ledger[other.id]?.state),
  )
  return later ? 'superseded' : undefined
}

/**
 * The first instant at or after `now` at which a pending text may be claimed: once it is due, in texting hours but for
 * the few texts of any hour, and on a day that is not full. Undefined when its life ends before that.
 */
export function claimableAt(
  text: PlannedText,
  patient: Patient,
  clinic: Clinic,
  now: Instant,
): Instant | undefined {
  const ready = latest(readyAt(patient, text), now)
  const from = dayIsFull(patient, ready) && !isNeverHeld(text) ? startOfNextDay(patient, ready) : ready
  const at = text.step.anyHour ? from : nextClaimable(patient.zone, clinic.textingHours, from)
  return at > lastClaim(text.endsAt) ? undefined : at
}

const isNeverHeld = ({ step }: PlannedText): boolean => step.key === 'F2' || step.safetyNet === true

const dayIsFull = (patient: Patient, at: Instant): boolean =>
  patient.today?.date === localAt(patient.zone, at).date && patient.today.texts >= MOST_TEXTS_A_DAY

const startOfNextDay = ({ zone }: Patient, at: Instant): Instant =>
  startOfDay(zone, addDays(localAt(zone, at).date, 1))

/** Seconds Twilio may hold the text, so that it never goes at night nor after its life: at most the vendor's 10 hours. */
export function validitySeconds(text: PlannedText, patient: Patient, clinic: Clinic, now: Instant): number {
  const hoursEnd = text.step.anyHour ? text.endsAt : endOfTexting(patient.zone, clinic.textingHours, now)
  const until = Math.min(text.endsAt, hoursEnd)
  return Math.min(36_000, Math.floor((until - now) / 1000))
}
