import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../lib/ports/clock.ts'
import { type Instant, instant } from '../../lib/time/instant.ts'

/** The machine's clock and a difference to it: processes with the same difference have the same time. */
export interface OffsetClock extends Clock {
  offset(): number
  /** @param offset milliseconds, forward only */
  shift(offset: number): void
}

/** @param start the first moment it shows; the machine's own time when absent */
export function offsetClock(start?: Instant): OffsetClock {
  let offset = start === undefined ? 0 : start - Date.now()
  return {
    now: () => instant(Date.now() + offset),
    sleep: async (milliseconds) => {
      await sleep(milliseconds)
    },
    offset: () => offset,
    shift: (to) => {
      offset = to
    },
  }
}
