import type { Step } from '../protocol/protocol.ts'
import { after, ceilMinute, HOUR, type Instant, latest, MINUTE } from '../time/instant.ts'
import { addDays, clockTime, type LocalDate } from '../time/local-date.ts'
import { isWorkingDay } from '../time/opening-hours.ts'
import { lastClaim, nearestPlannable, nextPlannable } from '../time/texting-hours.ts'
import { instantAt, localAt } from '../time/zone.ts'
import { lifetimeEnd } from './lifetime.ts'
import { dayOfStep, dayZero, type VisitContext } from './visit-context.ts'

/** A text whose day is taken goes to a free one at most this many days later. */
const FURTHEST_SHIFT_DAYS = 2

/** When a text may go. */
export interface StepTimes {
  /** Its best due time, within the life it would have then. */
  readonly first: Instant
  /** The others, best first: worked out for the few texts that find the day of their first taken. */
  readonly later: () => readonly Instant[]
  /** A late reminder: its first option is the day of the booking, even beside a welcome. */
  readonly sameDay: boolean
}

/**
 * When a text may go. Undefined when its life was over before its visit was booked, or ends before it could go.
 * A text whose time was past at the booking, but which still lives, takes its time of day from the next day on; the
 * latest reminder goes the same day.
 */
export function timesOf(context: VisitContext, step: Step): StepTimes | undefined {
  if ('minutesLater' in step.when) return noticeTimes(context, step, step.when.minutesLater)
  const day = dayOfStep(context, step)
  if (day === undefined) return undefined
  const natural = timeOn(context, step, day)
  const booked = context.injection.changedAt
  if (natural >= booked) return onItsDay(context, step, day, natural)
  if (lifetimeEnd(context, step, natural) <= booked) return undefined
  return lateTimes(context, step)
}

function lateTimes(context: VisitContext, step: Step): StepTimes | undefined {
  const { patient, clinic, injection } = context
  const bookedDay = localAt(patient.zone, injection.changedAt).date
  const welcomeDay =
    context.welcomeDue === undefined ? bookedDay : localAt(patient.zone, context.welcomeDue).date
  const nextDay = addDays(step.afterWelcome && welcomeDay > bookedDay ? welcomeDay : bookedDay, 1)
  const later = shiftable(context, step, nextDay)
  if (step.rank !== 'R') return within(context, step, later, false)
  const today = nextPlannable(patient.zone, clinic.textingHours, ceilMinute(injection.changedAt))
  const first = context.welcomeDue === undefined ? today : latest(today, context.welcomeDue)
  return within(context, step, [first, ...later], true)
}

/** Most texts go on their own day, and need no others worked out. */
function onItsDay(
  context: VisitContext,
  step: Step,
  day: LocalDate,
  natural: Instant,
): StepTimes | undefined {
  if (!isAllowed(context, step, day) || !isAlive(context, step, natural))
    return within(context, step, shiftable(context, step, day), false)
  const later = () =>
    shiftable(context, step, day).filter((due) => due !== natural && isAlive(context, step, due))
  return { first: natural, later, sameDay: false }
}

/** The step's own day and the days it may shift to, leaving out days the clinic keeps closed for its kind. */
function shiftable(context: VisitContext, step: Step, day: LocalDate): readonly Instant[] {
  const days = Array.from({ length: FURTHEST_SHIFT_DAYS + 1 }, (_, shift) => addDays(day, shift))
  const open = days.filter((candidate) => isAllowed(context, step, candidate))
  return (open.length === 0 ? [day] : open).map((date) => timeOn(context, step, date))
}

const isAllowed = ({ clinic }: VisitContext, step: Step, date: LocalDate): boolean =>
  !clinic.protocolSettings.workingDaysOnly.some((kind) => kind === step.kind) ||
  isWorkingDay(clinic.opening, date)

/**
 * The step's instant on a local day, spread included, moved into plannable minutes. Guidance on the day of the visit
 * waits until hours after it and may spill into the next morning; on any later day it goes first thing.
 */
function timeOn(context: VisitContext, step: Step, date: LocalDate): Instant {
  const { patient, clinic, visitAt, spread } = context
  if (!('time' in step.when)) return visitAt
  const minute = clockTime(step.when.time) + spread
  if (!('hoursAfterVisit' in step.when)) {
    return instantAt(patient.zone, date, nearestPlannable(clinic.textingHours, minute))
  }
  if (date !== dayZero(context, step)) return instantAt(patient.zone, date, clinic.textingHours.start)
  const evening = instantAt(patient.zone, date, clockTime(step.when.time))
  const settled = after(visitAt, step.when.hoursAfterVisit * HOUR)
  return nextPlannable(
    patient.zone,
    clinic.textingHours,
    after(ceilMinute(latest(evening, settled)), spread * MINUTE),
  )
}

/** The time of a text that shares its day with one that took the morning; its own time when it never does. */
export function behindOn({ patient, clinic, spread }: VisitContext, step: Step, option: Instant): Instant {
  if (step.behind === undefined) return option
  const minute = clockTime(step.behind.time) + spread
  const { date } = localAt(patient.zone, option)
  return instantAt(patient.zone, date, nearestPlannable(clinic.textingHours, minute))
}

/** News of a change: some minutes after it, in plannable minutes. Kept even when it comes too late: staff must know. */
function noticeTimes(context: VisitContext, step: Step, minutesLater: number): StepTimes | undefined {
  const { patient, clinic, injection, visitAt } = context
  const aboutThePast = step.on !== 'missed' && visitAt <= injection.changedAt
  if (aboutThePast) return undefined
  const told = ceilMinute(after(injection.changedAt, minutesLater * MINUTE))
  return { first: nextPlannable(patient.zone, clinic.textingHours, told), later: () => [], sameDay: false }
}

function within(
  context: VisitContext,
  step: Step,
  options: readonly Instant[],
  sameDay: boolean,
): StepTimes | undefined {
  const [first, ...later] = options.filter((due) => isAlive(context, step, due))
  if (first !== undefined) return { first, later: () => later, sameDay }
  // A text that care for the next injection overtakes stays in the plan, to say so in the ledger.
  const [overtaken] = options
  return overtaken !== undefined && isSuperseded(context, step, overtaken)
    ? { first: overtaken, later: () => [], sameDay }
    : undefined
}

const isAlive = (context: VisitContext, step: Step, due: Instant): boolean =>
  due <= lastClaim(lifetimeEnd(context, step, due))

/** Care for injection n that falls due once injection n + 1 is given. */
export const isSuperseded = ({ nextVisitAt }: VisitContext, step: Step, due: Instant): boolean =>
  step.on === 'given' && nextVisitAt !== undefined && due >= nextVisitAt
