import { noteDelivery } from '../../../lib/care/note-delivery.ts'
import type { Services } from '../../../lib/care/services.ts'
import { sweep } from '../../../lib/care/sweep.ts'
import { wake } from '../../../lib/care/wake.ts'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import type { CallbackNews } from '../../../lib/ports/texting.ts'
import { TIMEOUT_SECONDS } from '../../../lib/settings.ts'
import { after, type Instant, MINUTE, SECOND } from '../../../lib/time/instant.ts'
import { Luck } from '../luck.ts'
import { Processes } from '../processes.ts'
import { chance } from '../random.ts'
import { Timeline } from '../timeline.ts'
import { AlarmService } from './alarm-service.ts'
import { AsyncFunction } from './async-function.ts'
import { Bucket } from './bucket.ts'
import { servicesOf } from './herd-services.ts'
import { Sender } from './sender.ts'
import { PatientTable } from './table.ts'

export interface HerdParts {
  readonly clinic: Clinic
  readonly start: Instant
  readonly alarms: 'rules' | 'scheduler'
  /** Reserved concurrency of the function that alarms wake. */
  readonly atOnce: number
  readonly segmentsPerSecond: number
  /** The API's throttle for news of deliveries. */
  readonly newsCalls: { readonly rateLimit: number; readonly burstLimit: number }
}

export interface Sample {
  readonly at: Instant
  /** Milliseconds of all runs. */
  readonly functionBusy: number
  readonly sweepBusy: number
  readonly alarmCalls: number
  readonly lookWrites: number
  readonly clinicWrites: number
}

const SAMPLED_EVERY = 10 * SECOND

/** One clinic in a world where nothing fails but every published limit holds. Its product is the real one. */
export class HerdWorld {
  readonly parts: HerdParts
  readonly clinic: Clinic
  readonly timeline: Timeline
  readonly table: PatientTable
  readonly sender: Sender
  readonly alarms: AlarmService
  readonly texts: AsyncFunction<Parameters<typeof wake>[1]>
  readonly callbacks: Bucket
  readonly counted = new Map<string, number>()
  /** Texts that the sweep sent, and milliseconds that it ran. */
  readonly swept = { texts: 0, busy: 0, longest: 0, runs: 0 }
  readonly samples: Sample[] = []
  /** When staff were told of a red flag. */
  readonly staffTold: Instant[] = []
  readonly #processes: Processes
  #sweeping = false

  constructor(parts: HerdParts) {
    const { clinic, start, alarms, atOnce, segmentsPerSecond, newsCalls } = parts
    this.parts = parts
    this.clinic = clinic
    const lot = chance('herd')
    this.timeline = new Timeline(start)
    this.table = new PatientTable(this.timeline, clinic)
    this.callbacks = new Bucket(this.timeline, newsCalls.rateLimit, newsCalls.burstLimit)
    this.sender = new Sender(this.timeline, lot.for('twilio'), segmentsPerSecond, (news) =>
      this.#callBack(news),
    )
    this.texts = new AsyncFunction(this.timeline, lot.for('lambda'), atOnce, (whose) =>
      this.#processes.run(TIMEOUT_SECONDS['send-due-texts'], (services) => wake(services, whose)),
    )
    this.alarms = new AlarmService(this.timeline, lot.for('alarms'), alarms, (whose) =>
      this.texts.invoke(whose),
    )
    const nothingFails = new Luck([], lot, start, start)
    this.#processes = new Processes(
      this.timeline,
      nothingFails,
      lot,
      servicesOf(this, lot.for('jitter').fraction),
    )
    this.timeline.at(after(start, MINUTE), () => this.#tick())
    this.#keepSample()
  }

  /** What has been used of the limits so far. */
  sample(): Sample {
    return {
      at: this.timeline.now(),
      functionBusy: this.texts.busy,
      sweepBusy: this.swept.busy,
      alarmCalls: this.alarms.calls.taken,
      lookWrites: this.table.lookWrites.taken,
      clinicWrites: this.table.clinicWrites.taken,
    }
  }

  /** Calls of stores and vendors so far, by name such as `patients.write`. */
  get effects(): readonly string[] {
    return this.#processes.effects
  }

  #keepSample(): void {
    this.samples.push(this.sample())
    this.timeline.in(SAMPLED_EVERY, () => this.#keepSample())
  }

  /** The sweep runs every minute, one at a time. */
  #tick(): void {
    this.timeline.in(MINUTE, () => this.#tick())
    if (!this.#sweeping) void this.#sweep()
  }

  async #sweep(): Promise<void> {
    this.#sweeping = true
    const began = this.timeline.now()
    await this.#processes.run(TIMEOUT_SECONDS.sweep, (services) => sweep(this.#countingSends(services)))
    const took = this.timeline.now() - began
    this.swept.busy += took
    this.swept.longest = Math.max(this.swept.longest, took)
    this.swept.runs += 1
    this.#sweeping = false
  }

  #countingSends(services: Services): Services {
    const { texting } = services
    const send: typeof texting.send = (text, timeoutMs) => {
      this.swept.texts += 1
      return texting.send(text, timeoutMs)
    }
    return { ...services, texting: { ...texting, send } }
  }

  /** Twilio does not call again what the API turned away: to it that is an answer. */
  #callBack(news: CallbackNews): void {
    if (!this.callbacks.take()) return
    void this.#processes.run(TIMEOUT_SECONDS['record-delivery'], (services) => noteDelivery(services, news))
  }
}
