import type { Clinic } from '../../../lib/patient/clinic.ts'
import { computePlan } from '../../../lib/plan/compute-plan.ts'
import { NEWS_THROTTLE } from '../../../lib/routes.ts'
import { after, HOUR, type Instant, instant, MINUTE, SECOND } from '../../../lib/time/instant.ts'
import { addDays, clockTime, joinDateTime, localDate } from '../../../lib/time/local-date.ts'
import { instantAt } from '../../../lib/time/zone.ts'
import { HARBOUR } from '../../fixtures/harbour.ts'
import { gather, importAll, raiseFlag } from './crowd.ts'
import { type Due, idealWaits, type Outcome, outcomeOf } from './herd-figures.ts'
import { HerdWorld } from './herd-world.ts'
import { type LimitsUsed, limitsUsed } from './limits-used.ts'

export interface Herd {
  readonly patients: number
  readonly due: keyof typeof DUE
  /** Minutes over which the clinic's clock times are spread. */
  readonly spreadMinutes: number
  readonly alarms: 'rules' | 'scheduler'
  /** Reserved concurrency of the function that alarms wake. */
  readonly atOnce: number
  readonly segmentsPerSecond: number
}

export interface HerdFigures extends Outcome, LimitsUsed {
  /** Seconds by which a rung of the red flag's ladder was climbed late, at most. */
  readonly ladderLate: number
}

/** What a herd may be about: the step, the hour at which it falls due, and where the visit stands. */
const DUE = {
  /** A week before the visit, and until three days before. */
  reminder: { step: 'R1', time: '10:00', visitInDays: 7 },
  /** Ten days after, and until texting hours end: what does not go by then is not sent at all. */
  nudge: { step: 'X1', time: '17:30', visitInDays: -10 },
  /** Imported at this moment, each to be welcomed. */
  import: { step: 'W0', time: '10:00', visitInDays: 9 },
} as const

/** A Tuesday, far from a change of clocks. */
const TODAY = localDate('2026-11-24')
/** One patient's red flag was raised this long before. */
const FLAG_BEFORE = 5 * MINUTE
/** After the number could have been done, everything must settle within this. */
const SETTLES = 90 * MINUTE
/** What could not go in the evening is decided by the next morning. */
const UNTIL_MORNING = 15 * HOUR

/** Lives through a herd until everything about it is settled. */
export async function simulateHerd(herd: Herd): Promise<HerdFigures> {
  const { due, patients, segmentsPerSecond } = herd
  const { step, time, visitInDays } = DUE[due]
  const clinic: Clinic = { ...HARBOUR, spreadMinutes: herd.spreadMinutes }
  const start = instantAt(clinic.zone, TODAY, clockTime(time))
  const world = new HerdWorld({ ...herd, clinic, start: after(start, -MINUTE), newsCalls: NEWS_THROTTLE })
  const visit = joinDateTime(addDays(TODAY, visitInDays), clockTime('10:00'))
  const crowd = { clinic, patients, visit, now: due === 'import' ? start : after(start, -HOUR) }
  if (due === 'import') importAll(crowd, world)
  else gather(crowd, world)
  const dues = duesOf(world, clinic, step)
  const flag = after(start, -FLAG_BEFORE)
  raiseFlag({ ...crowd, visit: joinDateTime(addDays(TODAY, 60), clockTime('10:00')) }, flag, world)
  const idealMs = Math.max(...idealWaits(dues, segmentsPerSecond))
  await world.timeline.run(instant(start + (due === 'nudge' ? UNTIL_MORNING : Math.ceil(idealMs) + SETTLES)))
  return {
    ...outcomeOf(world, dues, segmentsPerSecond),
    ladderLate: latestRung(world, clinic, flag),
    ...limitsUsed(world, dues),
  }
}

function duesOf({ table }: HerdWorld, clinic: Clinic, step: string): readonly Due[] {
  return [...table.rows.values()].flatMap(({ patient }) =>
    computePlan(patient, clinic)
      .filter((text) => text.step.key === step)
      .map(({ id, due }) => ({ patient: patient.id, text: id, at: due })),
  )
}

/** The first rung was climbed when the flag was raised; the last pages the operators. */
function latestRung({ staffTold }: HerdWorld, { ladderMinutes }: Clinic, startsAt: Instant): number {
  const late = ladderMinutes.slice(1, -1).map((minutes, rung) => {
    const told = staffTold[rung]
    return told === undefined ? Number.POSITIVE_INFINITY : told - after(startsAt, minutes * MINUTE)
  })
  return Math.max(...late) / SECOND
}
