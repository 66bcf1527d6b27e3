import type { Instant } from '../../../lib/time/instant.ts'
import type { Ending } from '../processes.ts'
import type { Chance } from '../random.ts'
import type { Timeline } from '../timeline.ts'
import { ASSUMED, PUBLISHED } from './limits.ts'

interface Queued<E> {
  readonly event: E
  readonly since: Instant
  readonly throttled: number
  readonly failed: number
}

/** A Lambda function called asynchronously: so many run at once, the rest waits in Lambda's own queue and comes again. */
export class AsyncFunction<E> {
  readonly #timeline: Timeline
  readonly #chance: Chance
  readonly #atOnce: number
  readonly #run: (event: E) => Promise<Ending<unknown>>
  #running = 0
  #warm = 0
  /** Milliseconds of all runs together. */
  busy = 0
  throttled = 0
  failed = 0
  /** Events that grew too old or failed for the last time. */
  dropped = 0

  constructor(
    timeline: Timeline,
    chance: Chance,
    atOnce: number,
    run: (event: E) => Promise<Ending<unknown>>,
  ) {
    this.#timeline = timeline
    this.#chance = chance
    this.#atOnce = atOnce
    this.#run = run
  }

  invoke(event: E): void {
    void this.#try({ event, since: this.#timeline.now(), throttled: 0, failed: 0 })
  }

  async #try(queued: Queued<E>): Promise<void> {
    if (this.#timeline.now() - queued.since > PUBLISHED.eventLives) this.dropped += 1
    else if (this.#running >= this.#atOnce) this.#throttle(queued)
    else await this.#start(queued)
  }

  #throttle(queued: Queued<E>): void {
    const { first, longest } = PUBLISHED.throttledAgain
    this.throttled += 1
    const wait = Math.min(longest, first * 2 ** queued.throttled)
    this.#again(wait * (0.75 + this.#chance.fraction() / 2), { ...queued, throttled: queued.throttled + 1 })
  }

  async #start(queued: Queued<E>): Promise<void> {
    this.#running += 1
    const began = this.#timeline.now()
    if (this.#running > this.#warm) {
      this.#warm = this.#running
      await this.#timeline.wait(ASSUMED.coldStart)
    }
    const { kind } = await this.#run(queued.event)
    this.#running -= 1
    this.busy += this.#timeline.now() - began
    if (kind === 'done') return
    this.failed += 1
    const wait = PUBLISHED.failedAgain[queued.failed]
    if (wait === undefined) this.dropped += 1
    else this.#again(wait, { ...queued, failed: queued.failed + 1 })
  }

  #again(wait: number, queued: Queued<E>): void {
    this.#timeline.in(wait, () => void this.#try(queued))
  }
}
