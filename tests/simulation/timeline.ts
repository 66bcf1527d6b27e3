import { after, type Instant } from '../../lib/time/instant.ts'

interface Happening {
  readonly at: Instant
  readonly order: number
  readonly happen: () => void
}

/** More happenings at one instant than any real world has. */
const STUCK = 100_000

/**
 * The world's time: what is to happen, in order. Nothing waits for a real clock; a year passes as fast as its happenings
 * can be worked off. Those of one instant happen in the order in which they were planned, so that a run repeats exactly.
 */
export class Timeline {
  #now: Instant
  #order = 0
  #atThisInstant = 0
  readonly #heap: Happening[] = []

  constructor(start: Instant) {
    this.#now = start
  }

  now(): Instant {
    return this.#now
  }

  at(at: Instant, happen: () => void): void {
    this.#push({ at: at < this.#now ? this.#now : at, order: this.#order++, happen })
  }

  in(milliseconds: number, happen: () => void): void {
    this.at(after(this.#now, Math.max(0, Math.round(milliseconds))), happen)
  }

  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.in(milliseconds, resolve))
  }

  /** Lets time pass until nothing is left to happen before `end`. */
  async run(end: Instant): Promise<void> {
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#pop()
      this.#atThisInstant = next.at === this.#now ? this.#atThisInstant + 1 : 0
      if (this.#atThisInstant > STUCK)
        throw new Error(`time stands still at ${this.#now}: one thing leads to another for ever`)
      this.#now = next.at
      next.happen()
      // What follows from it runs in microtasks: all of it is done before the next thing happens.
      await new Promise(setImmediate)
    }
    this.#now = end
  }

  #push(happening: Happening): void {
    const heap = this.#heap
    let place = heap.push(happening) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!isBefore(heap, place, parent)) return
      swap(heap, place, parent)
      place = parent
    }
  }

  #pop(): void {
    const heap = this.#heap
    swap(heap, 0, heap.length - 1)
    heap.pop()
    for (let place = 0; ; ) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      let first = place
      if (left < heap.length && isBefore(heap, left, first)) first = left
      if (right < heap.length && isBefore(heap, right, first)) first = right
      if (first === place) return
      swap(heap, place, first)
      place = first
    }
  }
}

function isBefore(heap: readonly Happening[], one: number, other: number): boolean {
  const [a, b] = [heap[one], heap[other]]
  return a !== undefined && b !== undefined && (a.at - b.at || a.order - b.order) < 0
}

function swap(heap: Happening[], one: number, other: number): void {
  const [a, b] = [heap[one], heap[other]]
  if (a === undefined || b === undefined) return
  heap[one] = b
  heap[other] = a
}
