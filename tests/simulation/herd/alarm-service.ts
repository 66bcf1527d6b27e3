import type { Whose } from '../../../lib/care/change.ts'
import type { PatientId } from '../../../lib/patient/identifiers.ts'
import type { PatientAlarms } from '../../../lib/ports/patient-alarms.ts'
import { after, type Instant, instant, SECOND } from '../../../lib/time/instant.ts'
import type { Chance } from '../random.ts'
import type { Timeline } from '../timeline.ts'
import { Bucket } from './bucket.ts'
import { ASSUMED, PUBLISHED } from './limits.ts'

/** As the clients of both adapters are made: one more try for what may pass. */
const TRY_AGAIN_AFTER = SECOND / 10

/** EventBridge rules or Scheduler under their quotas: so many alarms, so many calls a second, so many firings a second. */
export class AlarmService {
  readonly #timeline: Timeline
  readonly #chance: Chance
  readonly #kind: PatientAlarms['kind']
  readonly #wake: (whose: Whose) => void
  readonly #armed = new Map<PatientId, Instant>()
  readonly calls: Bucket
  #firesNext: number
  readonly most: number
  full = 0

  constructor(
    timeline: Timeline,
    chance: Chance,
    kind: PatientAlarms['kind'],
    wake: (whose: Whose) => void,
    most: number = PUBLISHED[kind].alarms,
  ) {
    this.#timeline = timeline
    this.#chance = chance
    this.#kind = kind
    this.#wake = wake
    this.most = most
    this.calls = new Bucket(timeline, PUBLISHED[kind].callsPerSecond)
    this.#firesNext = timeline.now()
  }

  get hasRoom(): boolean {
    return this.#armed.size < this.most
  }

  /** Sets an alarm, for those who have had one from before. */
  put(whose: Whose, at: Instant): void {
    if (this.#armed.get(whose.patientId) === at) return
    this.#armed.set(whose.patientId, at)
    this.#timeline.at(after(at, this.#chance.between(0, 59 * SECOND)), () => this.#fire(whose, at))
  }

  #fire(whose: Whose, at: Instant): void {
    if (this.#armed.get(whose.patientId) !== at) return
    const turn = Math.max(this.#timeline.now(), this.#firesNext)
    this.#firesNext = turn + SECOND / PUBLISHED[this.#kind].firesPerSecond
    this.#timeline.at(instant(Math.ceil(turn)), () => this.#wake(whose))
  }

  async #call(count: number): Promise<boolean> {
    const { low, high } = ASSUMED.eventBridgeTakes
    await this.#timeline.wait(this.#chance.between(low, high))
    if (this.calls.take(count)) return true
    await this.#timeline.wait(TRY_AGAIN_AFTER)
    return this.calls.take(count)
  }

  get port(): PatientAlarms {
    return {
      kind: this.#kind,
      set: async ({ patientId, clinicId, at, first }) => {
        // A rule's target is a call of its own.
        if (!(await this.#call(first && this.#kind === 'rules' ? 2 : 1))) return 'unavailable'
        if (!this.#armed.has(patientId) && !this.hasRoom) {
          this.full += 1
          return 'full'
        }
        this.put({ patientId, clinicId }, at)
        return 'armed'
      },
      remove: async (patientId) => void this.#armed.delete(patientId),
      wakes: async (patientId) => (await this.#call(1)) && this.#armed.has(patientId),
      list: async () => ({ patients: [...this.#armed.keys()] }),
      used: async () => ({ count: this.#armed.size, limit: this.most }),
    }
  }
}
