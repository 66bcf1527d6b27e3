import type { Clock } from '../../ports/clock.ts'
import { instant } from '../../time/instant.ts'

/** The machine's own clock: the one place that reads it. */
export const systemClock: Clock = {
  now: () => instant(Date.now()),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
}
