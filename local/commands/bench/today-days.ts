import { clinicView } from '../../../functions/http/clinic-view.ts'
import type { PersonView, SectionView, TodayView } from '../../../functions/http/today-view.ts'
import { DEMO_CLINIC } from '../../demo-clinic.ts'

export const CLINIC = clinicView(DEMO_CLINIC)

/** Rows that the service puts into one section at most. */
const MOST_ROWS = 200
const AT = '2026-12-01T10:00'
const UTC = '2026-11-30T23:00:00Z'

/** A day with nothing in it. */
export const emptyDay = (): TodayView => ({
  now: { utc: UTC, local: AT, zone: CLINIC.timeZone },
  strip: {
    sending: 'normal',
    dueToday: 0,
    sentToday: 0,
    stuck: 0,
    unanswered: 0,
    late: 0,
    open: true,
    closes: '2026-12-01T17:00',
    onCall: { A: DEMO_CLINIC.onCall.A, tier2AlertsNow: true },
  },
  needsPerson: section([]),
  visits: section([]),
  closeVisits: section([]),
  questions: section([]),
  numbersAndConsent: section([]),
  scoresBeforeVisit: section([]),
  stuck: section([]),
})

/** A day on which so many patients stand in some section: most have a visit, some a mark to come, few a question. */
export function busyDay(patients: number): TodayView {
  const people = Array.from({ length: patients }, (_, index) => person(index))
  const visits = people.slice(0, Math.round(patients * 0.6))
  const past = people.slice(visits.length, Math.round(patients * 0.9))
  const asking = people.slice(visits.length + past.length)
  return {
    ...emptyDay(),
    visits: section(
      visits.map((patient) => ({ patient, course: 1, injection: 2, at: AT, state: 'no-answer' as const })),
    ),
    closeVisits: section(
      past.map((patient) => ({ patient, course: 1, injection: 1, at: AT, confirmed: false })),
    ),
    questions: section(
      asking.map((patient) => ({
        id: `${patient.id}.1`,
        patient,
        kind: 'unknown' as const,
        at: UTC,
        dueBy: UTC,
        overdue: false,
        words: 'what is the parking like near you?',
      })),
    ),
    scoresBeforeVisit: section(
      visits.map((patient) => ({ patient, course: 1, injection: 2, at: AT, baseline: 4, first: 7 })),
    ),
  }
}

const person = (index: number): PersonView => ({
  id: `patient-${index}`,
  reference: `ann-${index}`,
  mobile: `+614915${70_000 + index}`,
  givenName: `Ann ${index}`,
})

const section = <T>(rows: readonly T[]): SectionView<T> => ({
  items: rows.slice(0, MOST_ROWS),
  total: rows.length,
})
