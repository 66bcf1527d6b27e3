import type { Clinic } from '../../patient/clinic.ts'
import type { Escalation } from '../../patient/escalation.ts'
import { type PatientId, patientId } from '../../patient/identifiers.ts'
import type { Patient } from '../../patient/patient.ts'
import { spreadOf } from '../../plan/spread.ts'
import { NEWEST_PROTOCOL } from '../../protocol/released.ts'
import { after, DAY, HOUR, type Instant } from '../../time/instant.ts'
import {
  addDays,
  joinDateTime,
  type LocalDate,
  type LocalDateTime,
  type MinuteOfDay,
  minuteOfDay,
} from '../../time/local-date.ts'
import { hoursOn } from '../../time/opening-hours.ts'
import { localAt } from '../../time/zone.ts'
import { blankPatient, withNewCourse } from '../new-course.ts'
import { readInjections } from '../read-injections.ts'

/** The first visits of the samples: the clinic's open days of this week. */
const FIRST_DAY_AHEAD = 14
const DAYS = 7
/** The last visit of a day. */
const BEFORE_CLOSING = 30
/** Ids to choose from for the least and the most spread. */
const IDS = Array.from({ length: 200 }, (_, n) => patientId(`sample-${n}`))

/**
 * Patients on whom settings are tried out: full courses from the first and from the last visit of each open day on,
 * with the least and the most spread, and a red flag in the morning and in the evening.
 */
export function samplePatients(clinic: Clinic, now: Instant): readonly Patient[] {
  const first = addDays(localAt(clinic.zone, now).date, FIRST_DAY_AHEAD)
  const days = Array.from({ length: DAYS }, (_, n) => addDays(first, n))
  const starts = days.flatMap((date) => visitTimes(clinic, date).map((minute) => ({ date, minute })))
  return starts.flatMap((start) => spreadEnds(clinic).map((id) => sample(clinic, id, start, now)))
}

function visitTimes({ opening }: Clinic, date: LocalDate): readonly MinuteOfDay[] {
  const day = hoursOn(opening, date)
  return day === undefined ? [] : [day.opens, minuteOfDay(Math.max(day.opens, day.closes - BEFORE_CLOSING))]
}

function spreadEnds({ spreadMinutes }: Clinic): readonly PatientId[] {
  const bySpread = IDS.toSorted((a, b) => spreadOf(a, spreadMinutes) - spreadOf(b, spreadMinutes))
  return [...bySpread.slice(0, 1), ...bySpread.slice(-1)]
}

function sample(
  clinic: Clinic,
  id: PatientId,
  { date, minute }: { readonly date: LocalDate; readonly minute: MinuteOfDay },
  now: Instant,
): Patient {
  const { gapDays, injections: count, belt } = clinic.protocolSettings
  const visits = Array.from(
    { length: count },
    (_, n): LocalDateTime => joinDateTime(addDays(date, n * gapDays), minute),
  )
  const { injections } = readInjections(
    clinic,
    visits.map((at) => ({ at })),
    now,
  )
  const course = { protocol: NEWEST_PROTOCOL, belt, injections }
  const wanted = {
    mobile: clinic.onCall.A,
    timeZone: clinic.zone,
    protocol: NEWEST_PROTOCOL,
    belt,
    injections: [],
  }
  const patient = withNewCourse(blankPatient(id, clinic, 'sample', wanted, now), clinic, course, now)
  return { ...patient, escalations: [flag(1, after(now, DAY)), flag(2, after(now, DAY + 12 * HOUR))] }
}

const flag = (seq: number, at: Instant): Escalation => ({
  seq,
  tier: 2,
  at,
  words: '',
  replies: [],
  startsAt: at,
  alerted: [],
})
