import type { Clinic } from '../patient/clinic.ts'
import type { Course, Injection, Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import { addDays, dateOf } from '../time/local-date.ts'
import { instantAt } from '../time/zone.ts'
import { takesPlace } from './plan.ts'

/** Days after an injection on which staff are asked to book the next one, if nobody has. The patient gets no nag. */
const ASK_AFTER_DAYS = 35

/** The injection after which staff must be asked to book, if any. */
export function unbookedAfter(clinic: Clinic, course: Course): Injection | undefined {
  const last = course.injections.findLast(takesPlace)
  if (last === undefined || course.endedAt !== undefined) return undefined
  return last.number < clinic.protocolSettings.injections && last.bookingAsked === undefined
    ? last
    : undefined
}

/** When staff are to be asked: D+35 at the start of the clinic's day. */
export function bookingAskDue(patient: Patient, clinic: Clinic, course: Course): Instant | undefined {
  const last = unbookedAfter(clinic, course)
  if (last === undefined || patient.standing === 'withdrawn') return undefined
  return instantAt(clinic.zone, addDays(dateOf(last.at), ASK_AFTER_DAYS), clinic.textingHours.start)
}
