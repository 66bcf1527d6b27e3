import fc from 'fast-check'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { attemptId, patientId } from '../../lib/patient/identifiers.ts'
import type { Course, Injection, Patient } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { dueNow } from '../../lib/plan/due-now.ts'
import { nextLook } from '../../lib/plan/next-look.ts'
import type { Plan } from '../../lib/plan/plan.ts'
import { NEWEST_PROTOCOL } from '../../lib/protocol/released.ts'
import { DAY, type Instant, instant, MINUTE } from '../../lib/time/instant.ts'
import { addDays, clockTime, joinDateTime, localDate, minuteOfDay } from '../../lib/time/local-date.ts'
import { instantOf, localAt, zoneId } from '../../lib/time/zone.ts'
import { ANN } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

export interface Scene {
  readonly patient: Patient
  readonly clinic: Clinic
}

const ZONES = [
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Australia/Perth',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Europe/London',
  'Africa/Cairo',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
].map(zoneId)

/** First days of courses, many of them near a change of clocks. */
const FIRST_DAYS = [
  '2026-09-20',
  '2026-10-01',
  '2026-10-22',
  '2026-12-01',
  '2027-01-20',
  '2027-03-08',
  '2027-03-25',
]

const clinics: fc.Arbitrary<Clinic> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    start: fc.constantFrom('06:00', '08:00', '09:30'),
    end: fc.constantFrom('18:15', '20:00', '21:30'),
    spreadMinutes: fc.integer({ min: 0, max: 30 }),
    closed: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }),
    nsaidAfter: fc.constantFrom<'until-cleared' | number>('until-cleared', 7, 21, 28, 84),
    nsaidBefore: fc.constantFrom<'none' | number>('none', 1, 7, 14),
    baselinePain: fc.boolean(),
    secondReminder: fc.constantFrom<'two-days' | 'two-working-days'>('two-days', 'two-working-days'),
    physioRestartDay: fc.constantFrom(3, 10, 17),
  })
  .map(({ zone, start, end, spreadMinutes, closed, ...settings }) => ({
    ...HARBOUR,
    zone,
    spreadMinutes,
    textingHours: { start: clockTime(start), end: clockTime(end) },
    opening: { ...HARBOUR.opening, closedDays: closed.map((day) => addDays(localDate('2026-09-20'), day)) },
    protocolSettings: { ...HARBOUR.protocolSettings, ...settings },
  }))

interface CourseSeed {
  readonly first: string
  readonly shift: number
  readonly hour: number
  readonly gaps: readonly number[]
  readonly bookedDaysBefore: number
  readonly bookedMinute: number
  readonly moved: boolean
}

const courseSeeds: fc.Arbitrary<CourseSeed> = fc.record({
  first: fc.constantFrom(...FIRST_DAYS),
  shift: fc.integer({ min: 0, max: 14 }),
  hour: fc.integer({ min: 7 * 60, max: 20 * 60 }),
  gaps: fc.array(fc.integer({ min: 14, max: 60 }), { maxLength: 2 }),
  bookedDaysBefore: fc.integer({ min: -4, max: 30 }),
  bookedMinute: fc.integer({ min: 0, max: 1439 }),
  moved: fc.boolean(),
})

function courseFrom(seed: CourseSeed, number: number, clinic: Clinic): Course {
  const first = addDays(localDate(seed.first), seed.shift)
  const startedAt = instant(
    instantOf(
      clinic.zone,
      joinDateTime(addDays(first, -seed.bookedDaysBefore), minuteOfDay(seed.bookedMinute)),
    ),
  )
  let day = first
  const injections = [0, ...seed.gaps].map((gap, index): Injection => {
    day = addDays(day, gap)
    const at = joinDateTime(day, minuteOfDay(seed.hour))
    const isPast = instantOf(clinic.zone, at) <= startedAt
    const moves = seed.moved && index === 1
    return {
      number: index + 1,
      state: isPast ? 'given' : 'booked',
      at,
      visit: moves ? 2 : 1,
      changedAt: moves ? instant(startedAt + 3 * DAY + 7 * MINUTE) : startedAt,
    }
  })
  return {
    number,
    protocol: NEWEST_PROTOCOL,
    startedAt,
    belt: true,
    welcomes: number === 1 ? [{ number: 1, at: startedAt }] : [],
    injections,
  }
}

/** Patients in any zone with one or two courses, booked early, late or after the fact, none of whose texts went yet. */
export const scenes: fc.Arbitrary<Scene> = fc
  .record({
    clinic: clinics,
    elsewhere: fc.option(fc.constantFrom(...ZONES), { freq: 2, nil: undefined }),
    id: fc.integer({ min: 0, max: 1_000_000 }),
    seeds: fc.array(courseSeeds, { minLength: 1, maxLength: 2 }),
  })
  .map(({ clinic, elsewhere, id, seeds }) => ({
    clinic,
    patient: {
      ...ANN,
      id: patientId(`patient-${id}`),
      zone: elsewhere ?? clinic.zone,
      courses: seeds.map((seed, index) => courseFrom(seed, index + 1, clinic)),
    },
  }))

/** A patient after one look: what is due is skipped or delivered, and written down as a wake does it. */
export function looked({ patient, clinic }: Scene, plan: Plan, now: Instant): Patient {
  const { send, skips } = dueNow(plan, patient, clinic, now)
  const ledger = { ...patient.ledger }
  for (const { text, reason } of skips) {
    ledger[text.id] = {
      state: 'skipped',
      reason,
      due: text.due,
      at: now,
      attempts: [],
      ...(text.says && { says: text.says }),
    }
  }
  if (send === undefined) return { ...patient, ledger }
  const attempt = {
    id: attemptId('a'),
    state: 'delivered' as const,
    claimedAt: now,
    sentAt: now,
    finalAt: now,
  }
  ledger[send.id] = {
    state: 'delivered',
    due: send.due,
    at: now,
    attempts: [attempt],
    ...(send.says && { says: send.says }),
  }
  const { date } = localAt(patient.zone, now)
  const texts = patient.today?.date === date ? patient.today.texts : 0
  return { ...patient, ledger, today: { date, texts: texts + 1 } }
}

/** Every look of a patient until nothing is left, or `most` of them; each with the plan it was made from. */
export function* looksOf(scene: Scene, most = Number.POSITIVE_INFINITY) {
  let { patient } = scene
  let now = instant(Math.min(...patient.courses.map(({ startedAt }) => startedAt)))
  for (let look = 0; look < most; look += 1) {
    const plan = computePlan(patient, scene.clinic)
    const next = nextLook(plan, patient, scene.clinic, now)
    if (next === undefined) return
    now = instant(Math.max(now, next))
    const after = looked({ ...scene, patient }, plan, now)
    yield { plan, now, before: patient, after }
    patient = asked(after, scene.clinic, now)
  }
}

/** Staff were asked to book: the one look that is no text's. */
function asked(patient: Patient, clinic: Clinic, now: Instant): Patient {
  const courses = patient.courses.map((course) => ({
    ...course,
    injections: course.injections.map((one) =>
      instantOf(clinic.zone, one.at) + 34 * DAY < now ? { ...one, bookingAsked: true as const } : one,
    ),
  }))
  return { ...patient, courses }
}
