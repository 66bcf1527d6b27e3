import { changeInjection } from '../../lib/care/change-injection.ts'
import { changePatient } from '../../lib/care/change-patient.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { endSeries } from '../../lib/care/end-series.ts'
import { enrol } from '../../lib/care/enrol.ts'
import type { InjectionChange } from '../../lib/care/requests.ts'
import type { Services } from '../../lib/care/services.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import {
  type PatientId,
  type PhoneNumber,
  phoneNumber,
  type TextId,
  textIdParts,
} from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { DAY, HOUR, type Instant, instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { addDays, dateOf, localDate } from '../../lib/time/local-date.ts'
import { instantOf, localAt } from '../../lib/time/zone.ts'
import { mobileOf, type Person, replyTo, visitTime, zoneElsewhere } from './person.ts'
import type { Chance } from './random.ts'
import type { World } from './world.ts'

const ACTOR = { actor: 'front desk' }

/** One patient's course as she and her clinic live it, with whatever the world's faults make of it. */
export class Life {
  readonly #world: World
  readonly #person: Person
  readonly #chance: Chance
  readonly #id = { value: undefined as PatientId | undefined }
  readonly paused = { ever: false }
  readonly fewer = { ever: false }
  #mobile: PhoneNumber
  #queue: Promise<unknown> = Promise.resolve()
  #stopped = false

  constructor(world: World, person: Person, chance: Chance) {
    this.#world = world
    this.#person = person
    this.#chance = chance
    this.#mobile = phoneNumber(person.mobile)
  }

  get id(): PatientId | undefined {
    return this.#id.value
  }

  /** Everything she will live through, planned by the lot before it happens. */
  begin(): void {
    const { timeline } = this.#world
    timeline.at(this.#person.enrolsAt, () => void this.#enrol())
  }

  async #enrol(): Promise<void> {
    const { reference, mobile, label, timeZone, belt, visits, booked } = this.#person
    const request = {
      ...ACTOR,
      ...{ reference, mobile, timeZone, belt },
      ...(label && { label }),
      injections: visits.slice(0, booked).map((at) => ({ at })),
      consent: { given: localDate('2026-01-01'), method: 'written' as const },
    }
    const began = this.#world.timeline.now()
    const answer = await this.#world.ask(undefined, (services, clinic) => enrol(services, clinic, request))
    // Refused, for example because somebody on the same phone has said STOP meanwhile: there is no course then.
    if (answer?.kind !== 'done') return
    this.#id.value = answer.value.patient.id
    this.#world.learn(answer.value.patient.id, began)
    this.#planVisits()
    this.#planWhims()
  }

  #planVisits(): void {
    const { visits, booked } = this.#person
    const chance = this.#chance.for('visits')
    visits.forEach((at, index) => {
      const injection = index + 1
      const visit = this.#instantOf(at)
      if (index >= booked) {
        const before = this.#instantOf(visits[index - 1] ?? at)
        this.#at(before + chance.between(HOUR, visit - before - HOUR), () => this.#change({ injection, at }))
      }
      if (chance.often(0.3))
        this.#at(visit - chance.between(HOUR, 2 * DAY), () => this.#change({ injection, state: 'confirmed' }))
      if (chance.often(0.3))
        this.#at(visit + chance.between(HOUR, 2 * DAY), () => this.#change({ injection, state: 'given' }))
    })
    if (this.#world.luck.has('moves')) this.#planMoves(chance.for('moves'))
  }

  #planMoves(chance: Chance): void {
    const { visits } = this.#person
    visits.forEach((at, index) => {
      const injection = index + 1
      const visit = this.#instantOf(at)
      for (let moves = chance.pick([0, 0, 0, 1, 1, 2, 3]); moves > 0; moves -= 1)
        this.#at(visit - chance.between(HOUR, 20 * DAY), () => this.#move(injection, chance))
      if (chance.often(0.06)) {
        const when = visit - chance.between(HOUR, 10 * DAY)
        this.#at(when, () => this.#change({ injection, state: 'cancelled' }))
        if (chance.often(0.7))
          this.#at(when + chance.between(MINUTE, 5 * DAY), () => this.#move(injection, chance))
      }
      if (chance.often(0.06)) {
        const when = visit + chance.between(MINUTE, 2 * DAY)
        this.#at(when, () => this.#change({ injection, state: 'missed' }))
        if (chance.often(0.7))
          this.#at(when + chance.between(MINUTE, 5 * DAY), () => this.#move(injection, chance))
      }
    })
  }

  #planWhims(): void {
    const { luck } = this.#world
    const chance = this.#chance.for('whims')
    const someTime = () => this.#person.enrolsAt + chance.between(0, 120 * DAY)
    if (luck.has('changes')) this.#planChanges(chance.for('changes'), someTime)
    if (luck.has('zones') && chance.often(0.08))
      this.#at(someTime(), () =>
        this.#ask((services, clinic, id) =>
          changePatient(
            services,
            clinic,
            id,
            { ...ACTOR, timeZone: zoneElsewhere(chance) },
            { dryRun: false },
          ),
        ),
      )
    if (luck.has('numbers') && chance.often(0.15)) this.#at(someTime(), () => this.#changeNumber())
    if (luck.has('stop') && chance.often(0.12)) this.#at(someTime(), () => this.#stop(chance))
  }

  #planChanges(chance: Chance, someTime: () => number): void {
    if (chance.often(0.06)) {
      const when = someTime()
      this.#at(when, () => {
        this.paused.ever = true
        return this.#ask((services, clinic, id) => changeStanding(services, clinic, id, 'pause', ACTOR))
      })
      this.#at(when + chance.between(MINUTE, 10 * DAY), () =>
        this.#ask((services, clinic, id) => changeStanding(services, clinic, id, 'resume', ACTOR)),
      )
    }
    if (chance.often(0.05))
      this.#at(someTime(), () =>
        this.#ask((services, clinic, id) => endSeries(services, clinic, id, { ...ACTOR, course: 1 })),
      )
    if (chance.often(0.05))
      this.#at(someTime(), () => {
        this.fewer.ever = true
        return this.#ask((services, clinic, id) =>
          changePatient(services, clinic, id, { ...ACTOR, fewerTexts: true }, { dryRun: false }),
        )
      })
    if (chance.often(0.1)) this.#at(someTime(), () => this.#twoAtOnce(chance))
  }

  /** A text is just being sent: the worst moment for anything to change. */
  beingSent(): void {
    const { luck, timeline } = this.#world
    if (this.id === undefined) return
    const soon = luck.of('moves').between(0, 3 * SECOND)
    if (luck.strikes('moves', 0.004))
      timeline.in(
        soon,
        () =>
          void this.#inTurn(() =>
            this.#move(luck.of('moves').between(1, this.#person.visits.length), luck.of('moves')),
          ),
      )
    if (luck.strikes('stop', 0.002)) timeline.in(soon, () => void this.#stop(luck.of('stop')))
    if (luck.strikes('numbers', 0.001)) timeline.in(soon, () => void this.#inTurn(() => this.#changeNumber()))
  }

  /** A text of hers has arrived. */
  hears(text: TextId): void {
    const reply = replyTo(textIdParts(text).step, this.#chance.for(`reply to ${text}`))
    if (reply === undefined || this.#stopped) return
    if (reply.body === 'LESS') this.fewer.ever = true
    const { label } = this.#person
    this.#world.timeline.in(
      reply.after,
      () => void this.#world.text(this.#mobile, label ? `${label} ${reply.body}` : reply.body),
    )
  }

  async #stop(chance: Chance): Promise<void> {
    const { timeline } = this.#world
    const from = this.#mobile
    this.#stopped = true
    const word = chance.pick(['STOP', 'STOP', 'stop please', 'CANCEL', 'WRONG'])
    for (let tries = 0; tries < 10 && !(await this.#world.text(from, word)); tries += 1)
      await timeline.wait(HOUR)
    if (!chance.often(0.5)) return
    await timeline.wait(chance.between(10 * SECOND, 10 * DAY))
    for (let tries = 0; tries < 10 && !(await this.#world.text(from, 'START')); tries += 1)
      await timeline.wait(HOUR)
    this.#stopped = false
  }

  /** To a day between the injections around it, now and then within the hour. */
  async #move(injection: number, chance: Chance): Promise<void> {
    const { clinic, timeline } = this.#world
    const visits = this.#present()?.courses[0]?.injections ?? []
    const present = visits.find(({ number }) => number === injection)
    if (present === undefined) return
    const today = localAt(clinic.zone, timeline.now()).date
    const day = addDays(dateOf(present.at), chance.between(-10, 10))
    const at = visitTime(day <= today ? addDays(today, chance.between(0, 6)) : day, chance)
    await this.#change({ injection, at })
  }

  #changeNumber(): Promise<void> {
    const mobile = mobileOf(1000 + this.#chance.for('number').between(0, 8000))
    return this.#ask(async (services, clinic, id) => {
      const changed = await changePatient(services, clinic, id, { ...ACTOR, mobile }, { dryRun: false })
      if (changed.kind === 'done') this.#mobile = phoneNumber(mobile)
      return changed
    })
  }

  #change(asked: Omit<InjectionChange, 'actor' | 'course'>): Promise<void> {
    return this.#ask((services, clinic, id) =>
      changeInjection(services, clinic, id, { ...ACTOR, course: 1, ...asked }, { dryRun: false }),
    )
  }

  async #twoAtOnce(chance: Chance): Promise<void> {
    const injection = chance.between(1, this.#person.visits.length)
    await Promise.all([this.#move(injection, chance), this.#move(injection, chance)])
  }

  async #ask(call: (services: Services, clinic: Clinic, id: PatientId) => Promise<unknown>): Promise<void> {
    const { id } = this
    if (id !== undefined) await this.#world.ask(id, (services, clinic) => call(services, clinic, id))
  }

  /** The clinic does one thing about her after the other. */
  #inTurn(act: () => Promise<unknown>): Promise<unknown> {
    this.#queue = this.#queue.then(act)
    return this.#queue
  }

  #at(at: number, act: () => Promise<unknown>): void {
    this.#world.timeline.at(instant(at), () => void this.#inTurn(act))
  }

  #instantOf(at: Person['visits'][number]): Instant {
    return instantOf(this.#world.clinic.zone, at)
  }

  #present(): Patient | undefined {
    return this.id && this.#world.store.patients.get(this.id)?.patient
  }
}
