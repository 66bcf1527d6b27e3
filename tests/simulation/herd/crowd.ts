import { blankPatient, withNewCourse } from '../../../lib/care/new-course.ts'
import { readyToWrite } from '../../../lib/care/settle.ts'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import type { Escalation } from '../../../lib/patient/escalation.ts'
import { attemptId, type PatientId, patientId, phoneNumber } from '../../../lib/patient/identifiers.ts'
import type { LedgerEntry } from '../../../lib/patient/ledger.ts'
import type { Enrolment, Patient } from '../../../lib/patient/patient.ts'
import { computePlan } from '../../../lib/plan/compute-plan.ts'
import { alarmTime } from '../../../lib/plan/next-look.ts'
import { spreadOf } from '../../../lib/plan/spread.ts'
import { NEWEST_PROTOCOL } from '../../../lib/protocol/released.ts'
import { after, DAY, type Instant } from '../../../lib/time/instant.ts'
import { type LocalDateTime, localDate } from '../../../lib/time/local-date.ts'
import { instantOf } from '../../../lib/time/zone.ts'
import type { AlarmService } from './alarm-service.ts'
import type { PatientTable, Row } from './table.ts'

/** Somebody whose first injection is booked and who has not had a text yet. */
export function newcomer(clinic: Clinic, number: number, visit: LocalDateTime, now: Instant): Patient {
  const mobile = phoneNumber(`+614${String(90_000_000 + number)}`)
  const wanted: Enrolment = {
    mobile,
    timeZone: clinic.zone,
    protocol: NEWEST_PROTOCOL,
    belt: true,
    consent: { given: localDate('2026-01-01'), method: 'written' },
    injections: [{ at: visit, state: 'booked' }],
  }
  const blank = blankPatient(idOf(number), clinic, `patient ${number}`, wanted, now)
  const injections = [{ number: 1, state: 'booked', at: visit, visit: 1, changedAt: now }] as const
  return withNewCourse(blank, clinic, { protocol: NEWEST_PROTOCOL, belt: true, injections }, now)
}

/** Scattered over the spread's minutes as real ids are. */
const idOf = (number: number): PatientId => patientId(`p${(number * 2_654_435_761).toString(36)}-${number}`)

/** What was due before `now` has gone and arrived. */
function withPast(patient: Patient, clinic: Clinic, now: Instant): Patient {
  const past = computePlan(patient, clinic).filter(({ due }) => due < now)
  const ledger = past.map(({ id, due }): readonly [string, LedgerEntry] => {
    const times = { claimedAt: due, sentAt: due, finalAt: due }
    return [id, { state: 'delivered', due, at: due, attempts: [{ id: PAST, state: 'delivered', ...times }] }]
  })
  return { ...patient, ledger: Object.fromEntries(ledger) }
}

const PAST = attemptId('past')

export interface Crowd {
  readonly clinic: Clinic
  readonly patients: number
  readonly visit: LocalDateTime
  readonly now: Instant
}

/** Where a crowd comes together. Numbers from `first` on are theirs. */
export interface Place {
  readonly table: PatientTable
  readonly alarms: AlarmService
}

/** She was enrolled so long before her visit. */
const ENROLLED_BEFORE = 9 * DAY

/** Patients in the middle of their course, each with an alarm for her next text as far as there is room. */
export function gather(crowd: Crowd, { table, alarms }: Place, first = 0): void {
  const { clinic, patients, visit } = crowd
  const enrolled = after(instantOf(clinic.zone, visit), -ENROLLED_BEFORE)
  const likeHer = new Map<string, Row>()
  for (let number = first; number < first + patients; number += 1) {
    const patient = newcomer(clinic, number, visit, enrolled)
    const whose = { patientId: patient.id, clinicId: clinic.id }
    // Whoever has the same visit and the same minute of the spread has the same plan.
    const key = `${spreadOf(patient.id, clinic.spreadMinutes)} ${alarms.hasRoom}`
    const like = likeHer.get(key) ?? rowOf(patient, crowd, alarms)
    likeHer.set(key, like)
    const { alarm } = like.patient
    if (alarm?.at !== undefined) alarms.put(whose, alarm.at)
    table.put(asHers(like, patient))
  }
}

function rowOf(newcomer: Patient, { clinic, now }: Crowd, { hasRoom, port }: AlarmService): Row {
  const patient = withPast(newcomer, clinic, now)
  const plan = computePlan(patient, clinic)
  const at = hasRoom ? alarmTime(plan, patient, clinic, now) : undefined
  const armed = at === undefined ? patient : { ...patient, alarm: { by: port.kind, at } }
  return readyToWrite(armed, plan, clinic, now)
}

const asHers = (like: Row, { id, reference, mobile, enrolment }: Patient): Row => ({
  patient: { ...like.patient, id, reference, mobile, enrolment },
  summary: { ...like.summary, id, reference },
})

/** An import of a clinic's list: only written, for the sweep to serve. */
export function importAll({ clinic, patients, visit, now }: Crowd, { table }: Place, first = 0): void {
  for (let number = first; number < first + patients; number += 1) {
    const patient = newcomer(clinic, number, visit, now)
    table.put(readyToWrite(patient, computePlan(patient, clinic), clinic, now))
  }
}

/** A patient with a red flag that nobody has taken on: her ladder goes on while the crowd is served. */
export function raiseFlag(
  { clinic, patients, visit, now }: Crowd,
  startsAt: Instant,
  { table }: Place,
): void {
  const flag: Escalation = {
    ...{ seq: 1, tier: 1, at: startsAt, startsAt, number: 1, words: 'fever', replies: [] },
    alerted: [{ at: startsAt, to: ['A'], byText: true, byEmail: true }],
  }
  const patient = withPast(newcomer(clinic, patients, visit, now), clinic, after(now, DAY))
  const flagged = { ...patient, escalations: [flag] }
  table.put(readyToWrite(flagged, computePlan(flagged, clinic), clinic, now))
}
