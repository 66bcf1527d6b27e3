import { acknowledge, resolveEscalation } from '../../lib/care/acknowledge.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { noteDelivery } from '../../lib/care/note-delivery.ts'
import type { Services } from '../../lib/care/services.ts'
import { sweep } from '../../lib/care/sweep.ts'
import { wake } from '../../lib/care/wake.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import {
  attemptId,
  type PatientId,
  type PhoneNumber,
  patientId,
  type textIdParts,
} from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { CallbackNews } from '../../lib/ports/texting.ts'
import { TIMEOUT_SECONDS } from '../../lib/settings.ts'
import {
  ceilMinute,
  DAY,
  HOUR,
  type Instant,
  instant,
  latest,
  MINUTE,
  SECOND,
} from '../../lib/time/instant.ts'
import { localDate } from '../../lib/time/local-date.ts'
import { isoOf } from '../../lib/time/zone.ts'
import { isStartWord, isStopWord } from './keywords.ts'
import type { Luck } from './luck.ts'
import { type CrashPoint, Processes, untilAnswered } from './processes.ts'
import type { Chance } from './random.ts'
import type { Fact, Keyword } from './story.ts'
import type { Timeline } from './timeline.ts'
import { alarmVendor } from './vendor-alarms.ts'
import { type StoreVendor, storeVendor } from './vendor-store.ts'
import { blockOf, type Message, type TwilioVendor, twilioVendor } from './vendor-twilio.ts'

export interface WorldParts {
  readonly clinic: Clinic
  readonly timeline: Timeline
  readonly luck: Luck
  readonly chance: Chance
  readonly alarmLimit: number
  readonly crash?: CrashPoint
  /** Breaks the product, to see whether the oracle notices. */
  readonly break?: (services: Services) => Services
  readonly withoutSweep?: boolean
}

/** How long Twilio waits before it calls a webhook again that failed, EventBridge before it runs a function again. */
const WEBHOOK_AGAIN = [SECOND, 3 * SECOND, 8 * SECOND]
const INVOKED_AGAIN = [MINUTE, 2 * MINUTE]
/** A member of staff tries again until there is an answer. */
const DESK_AGAIN = [
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  ...Array.from({ length: 12 }, () => HOUR),
]

/** One clinic with its patients, vendors and phones; the product runs in it as it would run at AWS. */
export class World {
  readonly clinic: Clinic
  readonly timeline: Timeline
  readonly luck: Luck
  readonly store: StoreVendor
  readonly twilio: TwilioVendor
  readonly processes: Processes
  readonly facts = new Map<PatientId, Fact[]>()
  readonly keywords: Keyword[] = []
  /** People who hear when a text arrives on their phone, or is about to be sent. */
  onArrival: (message: Message) => void = () => undefined
  onClaim: (patient: Patient) => void = () => undefined
  readonly #chance: Chance
  readonly #withoutSweep: boolean
  readonly #ticks = new Set<Instant>()
  #sweeping = false
  #inbound = 0

  constructor(parts: WorldParts) {
    const { clinic, timeline, luck, chance, alarmLimit, crash } = parts
    this.clinic = clinic
    this.timeline = timeline
    this.luck = luck
    this.#chance = chance.for('world')
    this.#withoutSweep = parts.withoutSweep ?? false
    this.store = storeVendor(timeline, luck)
    this.twilio = twilioVendor(timeline, luck, {
      callBack: (news) => this.#callBack(news),
      arrive: (message) => this.onArrival(message),
    })
    const alarms = alarmVendor(timeline, luck, alarmLimit, (whose) => {
      void this.#called(INVOKED_AGAIN, TIMEOUT_SECONDS['send-due-texts'], (services) => wake(services, whose))
    })
    const services = this.#services(alarms)
    this.processes = new Processes(timeline, luck, chance, parts.break?.(services) ?? services, crash)
    this.store.onWrite.push((patient, before) => this.#written(patient, before))
  }

  /** A call of the clinic's API, by one who tries until there is an answer. What it led to is then known. */
  async ask<T>(
    id: PatientId | undefined,
    call: (services: Services, clinic: Clinic) => Promise<T>,
  ): Promise<T | undefined> {
    const began = this.timeline.now()
    const ending = await untilAnswered(this.timeline, DESK_AGAIN, () =>
      this.processes.run(TIMEOUT_SECONDS['clinic-api'], async (services) => {
        const clinic = await services.clinics.clinic(this.clinic.id)
        if (clinic === undefined) throw new Error('the clinic is gone')
        return call(services, clinic)
      }),
    )
    if (id !== undefined) this.learn(id, began)
    return ending.kind === 'done' ? ending.value : undefined
  }

  /** The clinic looks at a patient. */
  learn(id: PatientId, began: Instant): void {
    const patient = this.store.patients.get(id)?.patient
    if (patient === undefined) return
    this.facts.set(id, [...(this.facts.get(id) ?? []), { began, known: this.timeline.now(), patient }])
  }

  /** A text from a phone to the clinic. Answers whether the service answered. */
  async text(from: PhoneNumber, body: string): Promise<boolean> {
    const { sender, keywordAnswers } = this.clinic
    const block = blockOf(sender, from)
    const [isOff, isOn] = [isStopWord(body), isStartWord(body)]
    if (keywordAnswers === 'twilio' && isOff === 'keyword') this.twilio.blocked.add(block)
    if (keywordAnswers === 'twilio' && isOn) this.twilio.blocked.delete(block)
    const inbound = { sid: `SMin${++this.#inbound}`, from, to: sender, body }
    const hear = () =>
      this.#called(WEBHOOK_AGAIN, TIMEOUT_SECONDS['receive-reply'], (services) =>
        hearReply(services, inbound),
      )
    const keyword: Keyword | undefined =
      isOff || isOn ? { mobile: from, kind: isOff ? 'off' : 'on', arrived: this.timeline.now() } : undefined
    if (keyword) this.keywords.push(keyword)
    const { kind } = await hear()
    if (kind === 'done' && keyword) keyword.answered = this.timeline.now()
    if (this.luck.strikes('redelivery', 0.1))
      this.timeline.in(this.luck.of('redelivery').between(0, 2 * HOUR), () => void hear())
    return kind === 'done'
  }

  #called<T>(again: readonly number[], timeout: number, call: (services: Services) => Promise<T>) {
    return untilAnswered(this.timeline, again, () => this.processes.run(timeout, call))
  }

  #callBack(news: CallbackNews): void {
    void this.#called(WEBHOOK_AGAIN, TIMEOUT_SECONDS['record-delivery'], (services) =>
      noteDelivery(services, news),
    )
  }

  #written(patient: Patient, before: Patient | undefined): void {
    this.#tickBy(patient.lookAt)
    const isNew = (id: string) => before?.ledger[textOf(id)]?.state !== 'sending'
    if (Object.entries(patient.ledger).some(([id, { state }]) => state === 'sending' && isNew(id)))
      this.onClaim(patient)
    for (const { seq } of patient.escalations.slice(before?.escalations.length ?? 0))
      this.#phoneHer(patient.id, seq)
  }

  /** Staff take an escalation on, call her, and settle it. */
  #phoneHer(id: PatientId, seq: number): void {
    const whose = { patientId: id, clinicId: this.clinic.id }
    const soon = this.#chance.between(MINUTE, 90 * MINUTE)
    this.timeline.in(
      soon,
      () => void this.ask(undefined, (services) => acknowledge(services, whose, seq, 'A')),
    )
    this.timeline.in(soon + this.#chance.between(HOUR, DAY), () => {
      void this.ask(undefined, (services) => resolveEscalation(services, whose, seq, { by: 'A' }))
    })
  }

  /** The sweep runs every minute. A minute in which nobody is overdue is left out: nothing would happen in it. */
  #tickBy(look: Instant | undefined): void {
    if (look === undefined || this.#withoutSweep) return
    const minute = ceilMinute(latest(look, instant(this.timeline.now() + 1)))
    if (this.#ticks.has(minute)) return
    this.#ticks.add(minute)
    this.timeline.at(minute, () => {
      this.#ticks.delete(minute)
      void this.#sweep()
    })
  }

  async #sweep(): Promise<void> {
    const isAway = this.luck.isAway('eventbridge', this.timeline.now())
    if (!this.#sweeping && !isAway && this.#nextLook() <= this.timeline.now()) {
      this.#sweeping = true
      await this.processes.run(TIMEOUT_SECONDS.sweep, sweep)
      this.#sweeping = false
    }
    const next = this.#nextLook()
    if (next <= this.timeline.now()) this.#tickBy(this.timeline.now())
  }

  #nextLook(): number {
    let next = Number.POSITIVE_INFINITY
    for (const { patient } of this.store.patients.values()) next = Math.min(next, patient.lookAt ?? next)
    return next
  }

  #services(alarms: Services['alarms']): Services {
    let names = 0
    const chance = this.#chance.for('names')
    const name = (kind: string) => `${kind}-${++names}-${Math.floor(chance.fraction() * 1e9).toString(36)}`
    const { storage } = this.store
    return {
      ...storage,
      clock: { now: () => this.timeline.now(), sleep: (ms) => this.timeline.wait(ms) },
      identities: {
        patient: () => patientId(name('p')),
        attempt: () => attemptId(name('a')),
        fraction: chance.fraction,
      },
      dailyMarks: {
        ...storage.dailyMarks,
        write: (mark) => storage.dailyMarks.write(mark),
        // Once in ten days is enough of it here.
        read: async () => {
          const day = localDate(isoOf(instant(this.timeline.now() - 3 * HOUR)).slice(0, 10))
          const isDay = Math.floor(this.timeline.now() / DAY) % 10 === 0
          return isDay ? storage.dailyMarks.read() : { day, part: 'done', openEscalations: 0 }
        },
      },
      alarms,
      texting: this.twilio.texting,
      signatures: { isGenuine: async () => true },
      alerts: { emailClinic: async () => true, pageOperators: async () => true },
      readiness: { missing: async () => [] },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      metrics: { add: () => undefined },
    }
  }
}

const textOf = (id: string) => id as Parameters<typeof textIdParts>[0]
