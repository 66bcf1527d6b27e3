import type { PatientStore } from '../lib/ports/patient-store.ts'
import type { Replans } from '../lib/ports/replans.ts'
import { earliest, type Instant, instant, SECOND } from '../lib/time/instant.ts'
import type { MovableClock } from './movable-clock.ts'

/** Something that acts by itself when the clock passes. */
export interface Lively {
  nextEventAt(): number | undefined
  runDue(): Promise<void>
}

/** The rule of the sweep: its next boundary after the last firing, and its period, in milliseconds. */
export interface SweepRule {
  readonly dueAt: number
  readonly periodMs: number
}

export interface PassingTime {
  /** The next moment at which anything at all will happen; undefined when nothing is left to do. */
  nextMoment(): Promise<Instant | undefined>
  /** Lets everything happen that happens until `to`, each at its own moment. Callers take turns. */
  advanceTo(to: Instant): Promise<void>
  /** Does what is due now, without moving the clock. */
  runWork(): Promise<void>
}

const END_OF_TIME = instant(Date.UTC(9999, 0))
/** Something that stays due however often it runs must not stop the clock for ever. */
const ROUNDS_PER_MOMENT = 50

/**
 * Moves the clock from one moment that matters to the next.
 *
 * The sweep runs every minute in AWS. Here it stops only at the first of its minutes at or after the earliest `lookAt`:
 * a sweep reads who is overdue and does nothing when nobody is, so the minutes in between would change nothing, and
 * there are 260,000 of them in half a year. A `lookAt` that stays in the past makes every minute matter, as in AWS; so
 * does a clinic whose patients are to be replanned.
 * The daily pass goes with the first sweep after its hour, here as in AWS.
 */
export function passingTime(options: {
  readonly clock: MovableClock
  readonly lively: readonly Lively[]
  readonly sweepRule: () => SweepRule | undefined
  readonly patients: Pick<PatientStore, 'overdue'>
  readonly replans: Pick<Replans, 'pending'>
}): PassingTime {
  const { clock, lively, sweepRule, patients, replans } = options
  let turn: Promise<unknown> = Promise.resolve()

  const nextOf = ({ nextEventAt }: Lively): readonly Instant[] => {
    const at = nextEventAt()
    return at === undefined ? [] : [instant(at)]
  }

  async function runWork(): Promise<void> {
    for (let round = 0; round < ROUNDS_PER_MOMENT; round += 1) {
      for (const one of lively) await one.runDue()
      await clock.idle()
      if (lively.flatMap(nextOf).every((at) => at > clock.now())) return
    }
  }

  async function nextSweep(): Promise<readonly Instant[]> {
    const rule = sweepRule()
    const [oldest] = await patients.overdue(END_OF_TIME, 1)
    const work = [
      ...(oldest ? [oldest.lookAt] : []),
      ...(await replans.pending()).map(({ askedAt }) => askedAt),
    ]
    if (rule === undefined || work.length === 0) return []
    const { dueAt, periodMs } = rule
    const periods = Math.ceil(Math.max(0, earliest(...work) - dueAt) / periodMs)
    return [instant(dueAt + periods * periodMs)]
  }

  async function nextMoment(): Promise<Instant | undefined> {
    const moments = [...lively.flatMap(nextOf), ...(await nextSweep())]
    return moments.length === 0 ? undefined : earliest(...moments)
  }

  async function passUntil(to: Instant): Promise<void> {
    for (;;) {
      await runWork()
      const now = clock.now()
      if (now >= to) return
      const next = (await nextMoment()) ?? to
      clock.set(earliest(to, next > now ? next : instant(now + SECOND)))
    }
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  return {
    nextMoment,
    advanceTo: (to) => inTurn(() => passUntil(to)),
    runWork: () => inTurn(runWork),
  }
}
