import type { Services } from '../../lib/care/services.ts'
import { after, type Instant, instant } from '../../lib/time/instant.ts'
import type { Luck } from './luck.ts'
import type { Chance } from './random.ts'
import type { Timeline } from './timeline.ts'

/** How the run of one function ended. A process that died answers nobody. */
export type Ending<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'died' }

/** A death chosen beforehand: at the so many-th effect of the whole run, before it happens or after. */
export interface CrashPoint {
  readonly effect: number
  readonly moment: 'before' | 'after'
}

const EFFECTS = [
  'patients',
  'evidence',
  'phones',
  'clinics',
  'breakers',
  'dailyMarks',
  'alarms',
  'texting',
  'alerts',
] as const
const WITHOUT_EFFECT = new Set(['callbackNews', 'answerCallback', 'kind'])
const NEVER = new Promise<never>(() => undefined)

/**
 * Runs functions as processes: each works on the services through its own wires, so that it can die between any two of
 * its effects, be stopped for slowness, and have a clock of its own. What it has done stays done.
 */
export class Processes {
  readonly #timeline: Timeline
  readonly #luck: Luck
  readonly #chance: Chance
  readonly #services: Services
  readonly #crash: CrashPoint | undefined
  /** Effects so far, of all processes, by name. */
  readonly effects: string[] = []

  constructor(timeline: Timeline, luck: Luck, chance: Chance, services: Services, crash?: CrashPoint) {
    this.#timeline = timeline
    this.#luck = luck
    this.#chance = chance.for('processes')
    this.#services = services
    this.#crash = crash
  }

  run<T>(timeoutSeconds: number, work: (services: Services) => Promise<T>): Promise<Ending<T>> {
    return new Promise((resolve) => {
      const process = { over: false }
      const end = (ending: Ending<T>) => {
        if (process.over) return
        process.over = true
        resolve(ending)
      }
      const die = () => end({ kind: 'died' })
      this.#timeline.in(timeoutSeconds * 1000, die)
      work(this.#wired(process, die)).then(
        (value) => end({ kind: 'done', value }),
        (error: unknown) => end({ kind: 'failed', error }),
      )
    })
  }

  #wired(process: { readonly over: boolean }, die: () => void): Services {
    const skew = this.#luck.has('skew') ? this.#luck.of('skew').between(-500, 500) : 0
    const now = (): Instant => instant(this.#services.clock.now() + skew)
    const sleep = async (milliseconds: number): Promise<void> => {
      await this.#timeline.wait(milliseconds)
      if (process.over) await NEVER
    }
    const effect = async (name: string, call: () => Promise<unknown>): Promise<unknown> => {
      if (process.over) return NEVER
      const number = this.effects.push(name)
      const fatal = this.#fatal(number)
      await this.#timeline.wait(this.#chance.between(1, 20))
      if (fatal === 'before') die()
      if (process.over) return NEVER
      const answer = await settled(call)
      if (fatal === 'after') die()
      if (process.over) return NEVER
      return answer()
    }
    const wires = EFFECTS.map((port) => [port, wired(port, this.#services[port], effect)])
    return { ...this.#services, ...Object.fromEntries(wires), clock: { now, sleep } }
  }

  #fatal(number: number): CrashPoint['moment'] | undefined {
    if (this.#crash?.effect === number) return this.#crash.moment
    if (!this.#luck.strikes('crash', 0.004)) return undefined
    return this.#luck.of('crash').often(0.5) ? 'before' : 'after'
  }
}

async function settled(call: () => Promise<unknown>): Promise<() => unknown> {
  try {
    const value = await call()
    return () => value
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** A port whose every call goes through `effect`. */
function wired<Port extends object>(
  name: string,
  port: Port,
  effect: (name: string, call: () => Promise<unknown>) => Promise<unknown>,
): Port {
  return new Proxy(port, {
    get(target, method: string) {
      const value = Reflect.get(target, method)
      if (typeof value !== 'function' || WITHOUT_EFFECT.has(method)) return value
      return (...parameters: unknown[]) => effect(`${name}.${method}`, () => value.apply(target, parameters))
    },
  })
}

/** Tries a call again after each wait, as whoever called does who got no answer. */
export async function untilAnswered<T>(
  timeline: Timeline,
  waits: readonly number[],
  call: () => Promise<Ending<T>>,
): Promise<Ending<T>> {
  let ending = await call()
  for (const wait of waits) {
    if (ending.kind === 'done') return ending
    await timeline.wait(wait)
    ending = await call()
  }
  return ending
}

export const later = (timeline: Timeline, milliseconds: number): Instant =>
  after(timeline.now(), milliseconds)
