import type { Timeline } from '../timeline.ts'

/** So many a second and no more; what is left of a second can be used in the next. */
export class Bucket {
  readonly #timeline: Timeline
  readonly #perSecond: number
  readonly #burst: number
  #left: number
  #filledAt: number
  taken = 0
  refused = 0

  constructor(timeline: Timeline, perSecond: number, burst = perSecond) {
    this.#timeline = timeline
    this.#perSecond = perSecond
    this.#burst = burst
    this.#left = burst
    this.#filledAt = timeline.now()
  }

  take(count = 1): boolean {
    const now = this.#timeline.now()
    const gained = ((now - this.#filledAt) / 1000) * this.#perSecond
    this.#left = Math.min(this.#burst, this.#left + gained)
    this.#filledAt = now
    if (this.#left < count) {
      this.refused += 1
      return false
    }
    this.#left -= count
    this.taken += count
    return true
  }
}
