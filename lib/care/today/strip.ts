import type { Clinic } from '../../patient/clinic.ts'
import type { PatientSummary } from '../../ports/patient-store.ts'
import type { Breaker } from '../../ports/sender-breakers.ts'
import { type Instant, latest } from '../../time/instant.ts'
import { addDays, joinDateTime, type LocalDateTime } from '../../time/local-date.ts'
import { hoursOn } from '../../time/opening-hours.ts'
import { startOfDay } from '../../time/texting-hours.ts'
import { localDateTimeAt } from '../../time/zone.ts'
import { isClinicOpen, openingFrom } from '../clinic-hours.ts'
import { type DayWindow, isLate } from './day-window.ts'
import type { StuckText } from './sections.ts'

/** How things stand, in one line. */
export interface Strip {
  readonly sending: 'normal' | 'held' | 'refused' | 'late' | 'stuck'
  /** Since when the sender is refused. */
  readonly since?: Instant
  readonly lastSent?: Instant
  /** Texts of today: those that went, those nobody knows to have gone, and those to come. */
  readonly dueToday: number
  /** Those that Twilio took. */
  readonly sentToday: number
  /** Texts that are not out as they should be, and how many of them have no answer from Twilio. */
  readonly stuck: number
  readonly unanswered: number
  /** Patients with a text behind its time. */
  readonly late: number
  readonly open: boolean
  /** When that changes. */
  readonly opens?: LocalDateTime
  readonly closes?: LocalDateTime
  readonly tier2AlertsNow: boolean
}

interface Facts {
  readonly clinic: Clinic
  readonly window: DayWindow
  readonly summaries: readonly PatientSummary[]
  readonly stuck: readonly StuckText[]
  readonly breaker: Breaker | undefined
}

export function stripOf({ clinic, window, summaries, stuck, breaker }: Facts): Strip {
  const days = summaries.flatMap(({ id, day }) => (day === undefined ? [] : [{ id, ...day }]))
  const sent = days.flatMap(({ lastSent }) => lastSent ?? [])
  const sentToday = total(days.map((day) => (day.sent?.date === window.today ? day.sent.texts : 0)))
  const tomorrow = startOfDay(clinic.zone, addDays(window.today, 1))
  const toCome = total(days.map(({ texts }) => texts.filter((at) => at < tomorrow).length))
  const unanswered = stuck.filter(({ state }) => state === 'unknown')
  const dueUnanswered = unanswered.filter(({ entry }) => entry.due >= startOfDay(clinic.zone, window.today))
  const late = new Set([
    ...days.filter(({ texts }) => isLate(texts[0], window)).map(({ id }) => id),
    ...stuck.filter(({ entry }) => isLate(entry.due, window)).map(({ patient }) => patient.id),
  ]).size
  const open = isClinicOpen(clinic, window.now)
  return {
    sending: sendingOf(clinic, breaker, { late, stuck: stuck.length }),
    ...(breaker && { since: breaker.openedAt }),
    ...(sent.length > 0 && { lastSent: latest(...sent) }),
    dueToday: sentToday + dueUnanswered.length + toCome,
    sentToday,
    stuck: stuck.length,
    unanswered: unanswered.length,
    late,
    open,
    ...(open ? closing(clinic, window) : opening(clinic, window)),
    tier2AlertsNow: open || clinic.tier2WakesOnCall,
  }
}

function sendingOf(
  { hold }: Clinic,
  breaker: Breaker | undefined,
  { late, stuck }: Pick<Strip, 'late' | 'stuck'>,
): Strip['sending'] {
  if (breaker !== undefined) return 'refused'
  if (hold !== undefined) return 'held'
  if (late > 0) return 'late'
  return stuck > 0 ? 'stuck' : 'normal'
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)

function closing({ opening: hours }: Clinic, { today }: DayWindow): Pick<Strip, 'closes'> {
  const day = hoursOn(hours, today)
  return day === undefined ? {} : { closes: joinDateTime(today, day.closes) }
}

function opening(clinic: Clinic, { now }: DayWindow): Pick<Strip, 'opens'> {
  const at = openingFrom(clinic, now)
  return at === now ? {} : { opens: localDateTimeAt(clinic.zone, at) }
}
