import type { Instant } from '../time/instant.ts'

/** The only source of time. `sleep` is here too because a movable clock must know who waits for it. */
export interface Clock {
  now(): Instant
  sleep(milliseconds: number): Promise<void>
}
