import type { Clinic } from '../patient/clinic.ts'
import type { Course, Injection, Patient } from '../patient/patient.ts'
import type { Step } from '../protocol/protocol.ts'
import { floorMinute, type Instant } from '../time/instant.ts'
import { addDays, dateOf, daysBetween, type LocalDate } from '../time/local-date.ts'
import { workingDaysBefore } from '../time/opening-hours.ts'
import { nextPlannable } from '../time/texting-hours.ts'
import { instantOf, localAt } from '../time/zone.ts'
import { takesPlace } from './plan.ts'
import { spreadOf } from './spread.ts'

/** Of a patient, her times depend on no more: who she is spreads them, where she is shifts them. */
export type Placed = Pick<Patient, 'id' | 'zone'>

/** Everything the texts of one visit depend on. */
export interface VisitContext {
  readonly patient: Placed
  readonly clinic: Clinic
  readonly course: Course
  readonly injection: Injection
  /** Its time is the clinic's wall clock. */
  readonly visitAt: Instant
  /** Minutes by which this patient's clock times are shifted. */
  readonly spread: number
  /** The next injection that takes place: once it is given, this one's texts are superseded. */
  readonly next?: Injection
  readonly nextVisitAt?: Instant
  /** Due time of the course's latest welcome. */
  readonly welcomeDue?: Instant
}

/** A welcome goes at once, or at the start of the next texting hours. */
export const welcomeDue = (patient: Placed, clinic: Clinic, at: Instant): Instant =>
  nextPlannable(patient.zone, clinic.textingHours, floorMinute(at))

export function visitContext(
  patient: Placed,
  clinic: Clinic,
  course: Course,
  injection: Injection,
): VisitContext {
  const next = course.injections.find((other) => other.number > injection.number && takesPlace(other))
  const welcome = course.welcomes.at(-1)
  return {
    patient,
    clinic,
    course,
    injection,
    visitAt: instantOf(clinic.zone, injection.at),
    spread: spreadOf(patient.id, clinic.spreadMinutes),
    ...(next && { next, nextVisitAt: instantOf(clinic.zone, next.at) }),
    ...(welcome && { welcomeDue: welcomeDue(patient, clinic, welcome.at) }),
  }
}

/**
 * Day 0 of a visit for a step. It is the clinic's date of the visit, unless the patient lives so far away that the
 * calendar there shows another one: care after a visit never starts before it, and reminders never come after it.
 */
export function dayZero({ patient, clinic, injection, visitAt }: VisitContext, step: Step): LocalDate {
  const there = dateOf(injection.at)
  if (patient.zone === clinic.zone) return there
  const here = localAt(patient.zone, visitAt).date
  if (step.on === 'given') return here > there ? here : there
  return here < there ? here : there
}

/** The day a step belongs on; undefined when it hangs on a setting that names no day. */
export function dayOfStep(context: VisitContext, step: Step): LocalDate | undefined {
  if (!('day' in step.when)) return undefined
  const { day } = step.when
  const zero = dayZero(context, step)
  const { physioRestartDay, nsaidAfter, secondReminder } = context.clinic.protocolSettings
  if (day === 'physioRestartDay') return addDays(zero, physioRestartDay)
  if (day === 'nsaidAfter') return nsaidAfter === 'until-cleared' ? undefined : addDays(zero, nsaidAfter)
  if (day !== 'secondReminder') return addDays(zero, day)
  if (secondReminder === 'two-days') return addDays(zero, -2)
  // Working days are the clinic's; the patient's calendar takes over the number of days.
  const visitDate = dateOf(context.injection.at)
  return addDays(zero, -daysBetween(workingDaysBefore(context.clinic.opening, visitDate, 2), visitDate))
}
