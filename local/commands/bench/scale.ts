import type { Clinic } from '../../../lib/patient/clinic.ts'
import { NEWS_THROTTLE } from '../../../lib/routes.ts'
import { after, HOUR, MINUTE } from '../../../lib/time/instant.ts'
import { addDays, clockTime, joinDateTime, localDate } from '../../../lib/time/local-date.ts'
import { instantAt } from '../../../lib/time/zone.ts'
import { HARBOUR } from '../../../tests/fixtures/harbour.ts'
import { gather, importAll } from '../../../tests/simulation/herd/crowd.ts'
import { HerdWorld } from '../../../tests/simulation/herd/herd-world.ts'
import { countCalls } from './call-count.ts'
import type { Row } from './row.ts'

const SIZES = [100, 1_000, 10_000, 100_000] as const
const WITHIN_PERCENT = 10

/** Visits lie on so many days in a row: each day one patient in so many has her reminder, over an hour. */
const VISIT_DAYS = 20
const CLINIC: Clinic = { ...HARBOUR, spreadMinutes: 60 }
const TODAY = localDate('2026-11-24')
const TEN = clockTime('10:00')
/** Enough at once that a function more or less does not matter. */
const PARTS = {
  clinic: CLINIC,
  alarms: 'scheduler',
  atOnce: 10,
  segmentsPerSecond: 100,
  newsCalls: NEWS_THROTTLE,
} as const

/** Overdue without an alarm, for the sweep alone to find. */
const OVERDUE = 50

/** What the sweep asks every minute, whoever is there. */
const BEAT = ['patients.overdue', 'patients.flaggedOverdue', 'dailyMarks.read', 'replans.pending']
const KINDS = {
  reads: ['patients.read', 'patients.readWithClinic', 'phones.optOut'],
  writes: ['patients.write', 'evidence.putSent'],
  'vendor calls': ['alarms.set', 'texting.send'],
} as const

/** Counts calls, never time: a reminder each for some of the patients, and a sweep that finds the same few overdue. */
export async function scaleRow(sizes: readonly number[] = SIZES): Promise<Row> {
  const all: Work[] = []
  for (const patients of sizes) all.push(await workOf(patients))
  const names = Object.keys(all[0] ?? {})
  const spreads = names.map((name) => ({ name, values: all.map((work) => work[name] ?? 0) }))
  return {
    name: 'scale',
    measured: `calls and plans a text for ${sizes.join(', ')} patients of whom one in ${VISIT_DAYS} has a reminder, and the calls of sweeps that find ${OVERDUE} overdue`,
    figures: spreads.flatMap(({ name, values }) =>
      values.map((value, index) => ({
        name,
        value: Math.round(100 * value) / 100,
        unit: `with ${sizes[index]} patients`,
      })),
    ),
    limit: `each the same within ${WITHIN_PERCENT} % from ${sizes[0]} patients to ${sizes.at(-1)}`,
    passes: spreads.every(({ values }) => isFlat(values)),
  }
}

const isFlat = (values: readonly number[]): boolean =>
  Math.max(...values) <= Math.min(...values) * (1 + WITHIN_PERCENT / 100)

type Work = Readonly<Record<string, number>>

async function workOf(patients: number): Promise<Work> {
  const start = instantAt(CLINIC.zone, TODAY, TEN)
  const world = new HerdWorld({ ...PARTS, start: after(start, -MINUTE) })
  for (let day = 0; day < VISIT_DAYS; day += 1) {
    const visit = joinDateTime(addDays(TODAY, 7 + day), TEN)
    const share = patients / VISIT_DAYS
    gather({ clinic: CLINIC, patients: share, visit, now: after(start, -HOUR) }, world, day * share)
  }
  const half = after(start, 1.5 * HOUR)
  const calls = await countCalls({ plans: { file: '/lib/plan/compute-plan.ts', name: 'planOf' } }, () =>
    world.timeline.run(half),
  )
  const served = world.sender.taken.length
  const before = world.effects.length
  const perText = countsOf(world.effects, served)
  const visit = joinDateTime(addDays(TODAY, 9), TEN)
  importAll({ clinic: CLINIC, patients: OVERDUE, visit, now: half }, world, patients)
  await world.timeline.run(after(half, 5 * MINUTE))
  return {
    ...perText,
    'plans a text': calls('plans') / served,
    'calls of the sweeps a patient overdue': (world.effects.length - before) / OVERDUE,
  }
}

function countsOf(effects: readonly string[], texts: number): Work {
  const count = (names: readonly string[]) => effects.filter((name) => names.includes(name)).length
  const known = Object.entries(KINDS).map(
    ([kind, names]) => [`${kind} a text`, count(names) / texts] as const,
  )
  const others = effects.length - count([...BEAT, ...Object.values(KINDS).flat()])
  return { ...Object.fromEntries(known), 'other calls a text': others / texts }
}
