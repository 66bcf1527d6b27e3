import type { Clinic } from '../patient/clinic.ts'
import { after, HOUR, type Instant } from '../time/instant.ts'
import { addDays } from '../time/local-date.ts'
import { isOpenAt, nextWorkingDay } from '../time/opening-hours.ts'
import { instantAt, localAt } from '../time/zone.ts'

/** Least working time a promise to call leaves the clinic. */
const WORKING_TIME = 2 * HOUR

export function isClinicOpen(clinic: Clinic, at: Instant): boolean {
  const { date, minute } = localAt(clinic.zone, at)
  return isOpenAt(clinic.opening, date, minute)
}

/** `at` itself while the clinic is open, else its next opening; `at` for a clinic that never opens. */
export function openingFrom(clinic: Clinic, at: Instant): Instant {
  if (isClinicOpen(clinic, at)) return at
  const { date, minute } = localAt(clinic.zone, at)
  const today = nextWorkingDay(clinic.opening, date)
  if (today === undefined) return at
  const next =
    today.date === date && minute >= today.opens ? nextWorkingDay(clinic.opening, addDays(date, 1)) : today
  return next === undefined ? at : instantAt(clinic.zone, next.date, next.opens)
}

/** By when a person has acted on what was promised at `at`: the end of a working day, two hours on at the least. */
export function promisedBy(clinic: Clinic, at: Instant): Instant {
  const from = after(openingFrom(clinic, at), WORKING_TIME)
  const { date, minute } = localAt(clinic.zone, from)
  const day = nextWorkingDay(clinic.opening, date)
  if (day === undefined) return from
  const late = day.date === date && minute > day.closes
  const end = late ? nextWorkingDay(clinic.opening, addDays(date, 1)) : day
  return end === undefined ? from : instantAt(clinic.zone, end.date, end.closes)
}
