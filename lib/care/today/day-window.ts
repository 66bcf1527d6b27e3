import type { Clinic } from '../../patient/clinic.ts'
import type { PatientSummary } from '../../ports/patient-store.ts'
import { after, DAY, type Instant, MINUTE } from '../../time/instant.ts'
import { addDays, dateOf, type LocalDate } from '../../time/local-date.ts'
import { workingDaysAfter } from '../../time/opening-hours.ts'
import { localAt } from '../../time/zone.ts'

/** Working days after today whose visits a clinic looks at. */
const DAYS_AHEAD = 3
/** How far back unmarked visits and numbers that fell silent are shown. */
const DAYS_BACK = 14
/** A text this long behind its time is late. */
const LATE_AFTER = 2 * MINUTE

/** What counts as the clinic's day, on its own calendar. */
export interface DayWindow {
  readonly now: Instant
  readonly today: LocalDate
  readonly lastDay: LocalDate
  readonly since: Instant
}

export function dayWindow(clinic: Clinic, now: Instant): DayWindow {
  const { date: today } = localAt(clinic.zone, now)
  const lastDay = workingDaysAfter(clinic.opening, today, DAYS_AHEAD)
  return { now, today, lastDay, since: after(now, -DAYS_BACK * DAY) }
}

export const isLate = (due: Instant | undefined, { now }: DayWindow): boolean =>
  due !== undefined && after(due, LATE_AFTER) < now

/** 0 what needs a person, 1 what holds texts up, 2 everything else of today; undefined: nothing of hers is of today. */
export function urgency(
  { state, openEscalations, openTasks, day }: PatientSummary,
  window: DayWindow,
): number | undefined {
  if (state === 'erasing') return undefined
  if (openEscalations > 0) return 0
  if (day === undefined || day.stuck > 0 || isLate(day.texts[0], window)) return 1
  const firstDay = addDays(window.today, -DAYS_BACK)
  const isNear = day.visits.some((at) => dateOf(at) >= firstDay && dateOf(at) <= window.lastDay)
  const fellSilent = day.silentSince !== undefined && day.silentSince > window.since
  return openTasks > 0 || isNear || fellSilent ? 2 : undefined
}
