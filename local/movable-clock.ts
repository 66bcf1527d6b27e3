import type { Clock } from '../lib/ports/clock.ts'
import { after, type Instant, instant } from '../lib/time/instant.ts'

/** A clock that stands still until somebody moves it, and that knows what work is under way. */
export interface MovableClock extends Clock {
  /** Moves forward to `to` and wakes who slept until then. An earlier moment leaves the clock where it is. */
  set(to: Instant): void
  /** Counts `work` as in flight until it settles, and hands it back. */
  track<T>(work: Promise<T>): Promise<T>
  /** Settles once nothing is in flight, whatever became of it. */
  idle(): Promise<void>
}

interface Sleeper {
  readonly wakesAt: Instant
  readonly wake: () => void
}

/** @param startMs epoch milliseconds */
export function movableClock(startMs: number): MovableClock {
  let now = instant(startMs)
  const sleepers = new Set<Sleeper>()
  const inFlight = new Set<Promise<unknown>>()

  function set(to: Instant): void {
    if (to <= now) return
    now = to
    for (const sleeper of [...sleepers]) if (sleeper.wakesAt <= now) sleeper.wake()
  }

  function sleep(milliseconds: number): Promise<void> {
    const wakesAt = after(now, Math.max(0, Math.round(milliseconds)))
    return new Promise((resolve) => {
      // Whoever sleeps through real time has lived through it: the clock follows, or a loop of sleeps would never end.
      const timer = setTimeout(() => {
        set(wakesAt)
        sleeper.wake()
      }, milliseconds)
      const sleeper = {
        wakesAt,
        wake: () => {
          clearTimeout(timer)
          sleepers.delete(sleeper)
          resolve()
        },
      }
      sleepers.add(sleeper)
    })
  }

  function track<T>(work: Promise<T>): Promise<T> {
    inFlight.add(work)
    const settled = () => void inFlight.delete(work)
    work.then(settled, settled)
    return work
  }

  async function idle(): Promise<void> {
    while (inFlight.size > 0) await Promise.allSettled(inFlight)
  }

  return { now: () => now, sleep, set, track, idle }
}
