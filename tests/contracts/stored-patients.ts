import type { Clinic } from '../../lib/patient/clinic.ts'
import {
  attemptId,
  clinicId,
  type PatientId,
  patientId,
  phoneNumber,
  type TextId,
  textId,
} from '../../lib/patient/identifiers.ts'
import type { LedgerEntry } from '../../lib/patient/ledger.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { PatientSummary } from '../../lib/ports/patient-store.ts'
import { after, DAY, instant, MINUTE } from '../../lib/time/instant.ts'
import { clockTime, localDate, localDateTime } from '../../lib/time/local-date.ts'
import { zoneId } from '../../lib/time/zone.ts'
import type { Storage } from '../memory/store.ts'

/** 2026-12-01T10:00 in Sydney. */
export const REFERENCE = instant(Date.UTC(2026, 10, 30, 23))

export const MOBILE = phoneNumber('+61491570006')
export const SENDER = phoneNumber('+61480000001')

export const aClinic: Clinic = {
  id: clinicId('northside'),
  name: 'Northside',
  phone: '02 5550 0100',
  afterHoursLine: '02 5550 0199',
  emergencyNumber: '000',
  crisisLine: '13 11 14',
  poisonsLine: '13 11 26',
  city: 'Sydney',
  zone: zoneId('Australia/Sydney'),
  country: 'AU',
  opening: {
    weekly: { 1: { opens: clockTime('08:30'), closes: clockTime('17:00') } },
    closedDays: [localDate('2026-12-25')],
  },
  textingHours: { start: clockTime('08:00'), end: clockTime('20:00') },
  spreadMinutes: 15,
  sender: SENDER,
  keywordAnswers: 'twilio',
  onCall: { A: SENDER },
  tier2WakesOnCall: true,
  ladderMinutes: [0, 10, 20, 40, 60],
  protocolSettings: {
    gapDays: 42,
    injections: 3,
    nsaidAfter: 'until-cleared',
    nsaidBefore: 7,
    topicalCounts: true,
    belt: true,
    physioRestartDay: 14,
    baselinePain: true,
    secondReminder: 'two-working-days',
    workingDaysOnly: ['pain check'],
  },
}

/** A patient just enrolled: every optional field absent. */
export const barePatient = (id: string, clinic = aClinic.id): Patient => ({
  id: patientId(id),
  clinicId: clinic,
  reference: `MRN-${id}`,
  mobile: MOBILE,
  mobileSince: REFERENCE,
  enrolment: {
    mobile: MOBILE,
    timeZone: zoneId('Australia/Sydney'),
    protocol: 'sij-prolotherapy-v1',
    belt: true,
    consent: { given: localDate('2026-11-20'), method: 'written' },
    injections: [{ at: localDateTime('2026-12-01T10:00'), state: 'booked' }],
  },
  zone: zoneId('Australia/Sydney'),
  consent: { given: localDate('2026-11-20'), method: 'written' },
  fewerTexts: false,
  standing: 'active',
  courses: [],
  ledger: {},
  replies: [],
  pain: [],
  slips: [],
  changes: [],
  tasks: [],
  escalations: [],
  version: 1,
})

/** A patient half-way through a busy course: every optional field present. */
export function fullPatient(id: string): Patient {
  const painCheck = textId('P1a@1.1.1')
  return {
    ...barePatient(id),
    givenName: 'Zoë',
    label: 'left',
    fewerTexts: true,
    standing: 'paused',
    optedOut: { at: REFERENCE, reason: 'stop' },
    numberBad: { at: REFERENCE, code: 30005 },
    courses: [
      {
        number: 1,
        protocol: 'sij-prolotherapy-v1',
        startedAt: REFERENCE,
        belt: true,
        welcomes: [{ number: 1, at: REFERENCE }],
        injections: [
          {
            number: 1,
            state: 'given',
            at: localDateTime('2026-12-01T10:00'),
            visit: 1,
            changedAt: REFERENCE,
          },
          {
            number: 2,
            state: 'cancelled',
            at: localDateTime('2027-01-12T10:00'),
            visit: 2,
            changedAt: after(REFERENCE, DAY),
            quiet: true,
            bookingAsked: true,
          },
        ],
        endedAt: after(REFERENCE, 2 * DAY),
      },
    ],
    ledger: courseLedger(3),
    replies: [
      {
        sid: 'SM0123456789abcdef0123456789abcdef',
        at: after(REFERENCE, 3 * DAY),
        text: '6 😬',
        intent: 'pain_score',
        value: 6,
        asked: painCheck,
        answer: { key: 'pain.thanks', body: 'Thanks, noted.' },
      },
    ],
    pain: [{ at: after(REFERENCE, 3 * DAY), value: 6, asked: painCheck }],
    changes: [{ version: 1, at: REFERENCE, actor: 'reception', what: 'enrolled' }],
    tasks: [{ seq: 1, id: 'change-1', kind: 'change', at: REFERENCE, about: painCheck }],
    escalations: [
      { seq: 1, tier: 1, at: REFERENCE, words: 'numb', replies: ['SM1'], startsAt: REFERENCE, alerted: [] },
    ],
    today: { date: localDate('2026-12-04'), texts: 2 },
    alarm: { by: 'rules', at: after(REFERENCE, 4 * DAY) },
    lookAt: after(REFERENCE, 4 * DAY + 2 * MINUTE),
  }
}

/** `texts` entries as the texts of a course leave them; the last is claimed and carries every optional field. */
export function courseLedger(texts: number): Record<TextId, LedgerEntry> {
  const entries = Array.from({ length: texts }, (_, index) => {
    const due = after(REFERENCE, index * 2 * DAY)
    const id = textId(`P${index % 10}a@1.${1 + (index % 3)}.${1 + Math.floor(index / 30)}`)
    const last = index === texts - 1
    return [id, last ? claimedEntry(due) : deliveredEntry(index, due)] as const
  })
  return Object.fromEntries(entries)
}

const sidOf = (index: number): string => `SM${String(index).padStart(32, '0')}`

const deliveredEntry = (index: number, due: ReturnType<typeof instant>): LedgerEntry => ({
  state: 'delivered',
  due,
  at: after(due, 4000),
  attempts: [
    {
      id: attemptId(`attempt-${String(index).padStart(14, '0')}`),
      state: 'delivered',
      claimedAt: due,
      sid: sidOf(index),
      sentAt: after(due, 900),
      finalAt: after(due, 4000),
    },
  ],
  says: localDateTime('2027-01-12T10:00'),
  answered: { at: after(due, DAY), value: 'Y' },
})

const claimedEntry = (due: ReturnType<typeof instant>): LedgerEntry => ({
  state: 'unknown',
  reason: 'expired',
  due,
  at: after(due, 10_000),
  attempts: [
    { id: attemptId('attempt-refused-000000'), state: 'refused', claimedAt: due, code: 20429 },
    { id: attemptId('attempt-unknown-000000'), state: 'unknown', claimedAt: after(due, MINUTE) },
  ],
  claim: {
    body: 'Northside: how sore is it today, 0 (none) to 10 (worst)? Reply with a number. Questions? 02 5550 0100. STOP to opt out.',
    to: MOBILE,
    deadline: after(due, MINUTE + 10_000),
  },
  lookAt: after(due, 15 * MINUTE),
  firstLookAt: after(due, 5 * MINUTE),
  says: localDateTime('2027-01-12T10:00'),
  answered: { at: after(due, DAY), value: 'Y' },
})

export const summaryOf = (patient: Patient, about: Partial<PatientSummary> = {}): PatientSummary => ({
  id: patient.id,
  reference: patient.reference,
  state: 'active',
  openEscalations: patient.escalations.length,
  openTasks: patient.tasks.length,
  ...about,
})

export const idsOf = (rows: readonly { readonly id: PatientId }[]): readonly string[] =>
  rows.map(({ id }) => id)

export const create = (storage: Storage, patient: Patient) =>
  storage.patients.write(patient, summaryOf(patient), 0)
