import type { Clinic, ProtocolSettings } from '../../lib/patient/clinic.ts'
import { attemptId, textId } from '../../lib/patient/identifiers.ts'
import type { LedgerEntry, SkipReason, TextState } from '../../lib/patient/ledger.ts'
import type { Course, Injection, Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import type { Plan, PlannedText } from '../../lib/plan/plan.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { localDateTimeAt } from '../../lib/time/zone.ts'
import { ANN, booked, ENROLLED } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

/** Harbour with other clinical settings. */
export const harbourWith = (settings: Partial<ProtocolSettings>, clinic: Clinic = HARBOUR): Clinic => ({
  ...clinic,
  protocolSettings: { ...clinic.protocolSettings, ...settings },
})

/** Ann with one course of these injections, enrolled when the first was booked unless said otherwise. */
export function annWith(injections: readonly Injection[], course: Partial<Course> = {}): Patient {
  const startedAt = course.startedAt ?? injections[0]?.changedAt ?? ENROLLED
  const [first] = ANN.courses
  if (first === undefined) throw new Error('Ann has no course')
  return {
    ...ANN,
    courses: [{ ...first, startedAt, welcomes: [{ number: 1, at: startedAt }], injections, ...course }],
  }
}

/** Ann with injections booked at these times. */
export const annBooked = (visits: readonly string[], at: Instant = ENROLLED): Patient =>
  annWith(visits.map((visit, index) => booked(index + 1, visit, at)))

/** The patient with one more course, of the other side, begun while another runs: it has no welcome of its own. */
export function withCourse(patient: Patient, visits: readonly string[], at: Instant = ENROLLED): Patient {
  const injections = visits.map((visit, index) => booked(index + 1, visit, at))
  const [first] = patient.courses
  if (first === undefined) throw new Error('no first course')
  return {
    ...patient,
    courses: [
      ...patient.courses,
      { ...first, number: patient.courses.length + 1, startedAt: at, welcomes: [], injections },
    ],
  }
}

export const find = (plan: Plan, id: string): PlannedText | undefined => plan.find((text) => text.id === id)

export function textOf(patient: Patient, clinic: Clinic, id: string): PlannedText {
  const text = find(computePlan(patient, clinic), id)
  if (text === undefined) throw new Error(`${id} is not in the plan`)
  return text
}

/** When a text goes by the patient's clock; its reason when it is known not to go; `-` when it is not planned. */
export function goes(patient: Patient, id: string, clinic: Clinic = HARBOUR): string {
  const text = find(computePlan(patient, clinic), id)
  return text === undefined ? '-' : (text.skip ?? localDateTimeAt(patient.zone, text.due))
}

/** A text's whole life by the patient's clock: due, and the exclusive end. */
export function lifeOf(patient: Patient, id: string, clinic: Clinic = HARBOUR): string {
  const text = find(computePlan(patient, clinic), id)
  if (text === undefined) return '-'
  return `${localDateTimeAt(patient.zone, text.due)} until ${localDateTimeAt(patient.zone, text.endsAt)}`
}

/** Ids of the texts that will go, in order. */
export const idsOf = (patient: Patient, clinic: Clinic = HARBOUR): readonly string[] =>
  computePlan(patient, clinic)
    .filter(({ skip }) => skip === undefined)
    .map(({ id }) => id)

export function withEntry(patient: Patient, id: string, entry: LedgerEntry): Patient {
  return { ...patient, ledger: { ...patient.ledger, [textId(id)]: entry } }
}

/** An entry of the ledger that stands where the text was planned. */
export function settled(
  patient: Patient,
  id: string,
  state: TextState = 'delivered',
  clinic: Clinic = HARBOUR,
  more: Partial<LedgerEntry> = {},
): Patient {
  const { due, says } = textOf(patient, clinic, id)
  const attempts = [{ id: attemptId('a'), state: 'sent' as const, claimedAt: due, sentAt: due }]
  return withEntry(patient, id, {
    state,
    due,
    at: due,
    attempts: state === 'skipped' ? [] : attempts,
    ...(says && { says }),
    ...more,
  })
}

/** Writes everything planned before `now` into the ledger as delivered, or as skipped where the plan says so. */
export function deliveredUntil(patient: Patient, now: Instant, clinic: Clinic = HARBOUR): Patient {
  return computePlan(patient, clinic)
    .filter(({ id, due }) => due < now && patient.ledger[id] === undefined)
    .reduce(
      (before, { id, skip }) =>
        skip === undefined ? settled(before, id, 'delivered', clinic) : skipped(before, id, skip, clinic),
      patient,
    )
}

export const skipped = (
  patient: Patient,
  id: string,
  reason: SkipReason,
  clinic: Clinic = HARBOUR,
): Patient => settled(patient, id, 'skipped', clinic, { reason })

/** The patient with one injection of her first course changed, as a clinic's move or mark does it. */
export function changeInjection(patient: Patient, number: number, change: Partial<Injection>): Patient {
  const courses = patient.courses.map((course) =>
    course.number === 1
      ? {
          ...course,
          injections: course.injections.map((one) => (one.number === number ? { ...one, ...change } : one)),
        }
      : course,
  )
  return { ...patient, courses }
}
