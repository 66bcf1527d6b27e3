import type { Services } from '../../lib/care/services.ts'
import { sweep } from '../../lib/care/sweep.ts'
import { wake } from '../../lib/care/wake.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import {
  attemptId,
  clinicId,
  type PatientId,
  type PhoneNumber,
  patientId,
  phoneNumber,
  textId,
} from '../../lib/patient/identifiers.ts'
import type { LedgerEntry } from '../../lib/patient/ledger.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { ArmOutcome } from '../../lib/ports/patient-alarms.ts'
import type { DeliveryNews, OutgoingText, SendOutcome } from '../../lib/ports/texting.ts'
import { after, ceilMinute, type Instant, MINUTE } from '../../lib/time/instant.ts'
import { ENROLLED } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { memoryStore, type Storage } from '../memory/store.ts'

export const OTHER_CLINIC: Clinic = {
  ...HARBOUR,
  id: clinicId('other'),
  name: 'Other Clinic',
  sender: phoneNumber('+61480000009'),
}

/** A message as the carrier has it. */
export interface CarrierMessage extends OutgoingText {
  readonly sid: string
  readonly createdAt: Instant
}

/**
 * How the next hand-over ends, first script first; `accepted` without one. `lost`: no answer and nothing went.
 * `silent`: it went, but no answer came.
 */
export type Script = SendOutcome | 'accepted' | 'lost' | 'silent'

/** The stopping of a process in the middle of its work. */
export class ProcessStopped extends Error {}

export interface World {
  readonly services: Services
  readonly store: Storage
  readonly clock: { now(): Instant; set(at: Instant): void; advance(ms: number): void }
  /** Everything that truly went, in order. */
  readonly carrier: readonly CarrierMessage[]
  readonly scripts: Script[]
  /** What the carrier says when asked about a message; nothing by default. */
  readonly news: Map<string, DeliveryNews>
  /** Look-ups end incomplete, and deletions unanswered, while set. */
  readonly lookUps: { incomplete: boolean }
  readonly alarms: Map<PatientId, Instant>
  /** Ends of the next settings of an alarm, `armed` without one. */
  readonly arming: ArmOutcome[]
  /** Every alarm set: when, and whether as the first. */
  readonly armed: { readonly at: Instant; readonly first: boolean }[]
  /** Calls of stores, carrier and alarms in order, `patients.write`. */
  readonly touched: string[]
  readonly lines: string[]
  readonly counted: string[]
  /** Stops the process at the so many-th effect from here, before or after it; a stopped process does nothing more. */
  stopAt(effect: number, moment: 'before' | 'after'): void
  /** How many effects there have been since `stopAt` or `restart`. */
  effects(): number
  restart(): void
  /** Something to happen right before the next call of this name, `patients.write`. */
  before(call: string, happen: () => Promise<unknown>): void
}

const PORTS = ['patients', 'evidence', 'phones', 'clinics', 'alarms', 'texting'] as const

/** Plain objects for every port, two clinics, Monday 23 Nov 2026 14:00 in Sydney. */
export async function makeWorld(clinic: Clinic = HARBOUR, replaced: Partial<Services> = {}): Promise<World> {
  const store = memoryStore()
  await store.clinics.saveClinic(clinic)
  await store.clinics.saveClinic(OTHER_CLINIC)
  let now = ENROLLED
  const clock = {
    now: () => now,
    set: (at: Instant) => {
      now = at
    },
    advance: (ms: number) => {
      now = after(now, ms)
    },
  }
  const carrier: CarrierMessage[] = []
  const scripts: Script[] = []
  const news: World['news'] = new Map()
  const lookUps = { incomplete: false }
  const alarms: World['alarms'] = new Map()
  const arming: ArmOutcome[] = []
  const armed: World['armed'] = []
  const touched: string[] = []
  const lines: string[] = []
  const counted: string[] = []
  const note =
    (level: string) =>
    (code: string, fields: object = {}) =>
      void lines.push(JSON.stringify({ level, code, ...fields }))
  const services: Services = {
    clock: {
      now: () => now,
      async sleep(ms) {
        clock.advance(Math.ceil(ms))
      },
    },
    identities: numbered(),
    ...store,
    alarms: {
      kind: 'rules',
      async set({ patientId: id, at, first }) {
        const outcome = arming.shift() ?? 'armed'
        if (outcome !== 'armed') return outcome
        armed.push({ at, first })
        alarms.set(id, at)
        return outcome
      },
      async remove(id) {
        alarms.delete(id)
      },
      wakes: async (id) => alarms.has(id),
      list: async () => ({ patients: [...alarms.keys()] }),
      used: async () => ({ count: alarms.size, limit: 300 }),
    },
    texting: {
      async send(text) {
        const script = scripts.shift() ?? 'accepted'
        const sid = `SM${carrier.length + 1}`
        if (script === 'accepted' || script === 'silent') carrier.push({ ...text, sid, createdAt: now })
        if (script === 'accepted') return { kind: 'accepted', sid }
        return script === 'silent' || script === 'lost' ? { kind: 'unknown' } : script
      },
      tell: async () => ({ kind: 'accepted', sid: 'SMstaff' }),
      async sentTo(mobile) {
        if (lookUps.incomplete) return { kind: 'incomplete' }
        const texts = carrier.filter(({ to }) => to === mobile)
        return {
          kind: 'complete',
          texts: texts.map(({ sid, body, createdAt }) => ({
            sid,
            body,
            createdAt,
            news: news.get(sid) ?? { state: 'sent' },
          })),
        }
      },
      news: async (sid) => news.get(sid),
      accountActive: async () => true,
      async deleteRecord(sid) {
        if (lookUps.incomplete) return 'unanswered'
        const place = carrier.findIndex((message) => message.sid === sid)
        if (place >= 0) carrier.splice(place, 1)
        return 'gone'
      },
      answerCallback: () => 'https://texts.example.org/webhooks/twilio/status',
      callbackNews: () => undefined,
    },
    signatures: { isGenuine: async () => true },
    alerts: { emailClinic: async () => true, pageOperators: async () => true },
    readiness: { missing: async () => [] },
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    metrics: {
      add: (name, value, kind = '') => {
        if (value > 0) counted.push(`${name} ${kind}`.trim())
      },
    },
    ...replaced,
  }
  const stopping = { at: Number.POSITIVE_INFINITY, moment: 'before', stopped: false, count: 0 }
  const befores = new Map<string, () => Promise<unknown>>()
  const watch = async (name: string, call: () => Promise<unknown>): Promise<unknown> => {
    if (stopping.stopped) throw new ProcessStopped(name)
    const happen = befores.get(name)
    befores.delete(name)
    await happen?.()
    touched.push(name)
    stopping.count += 1
    const isHere = stopping.count === stopping.at
    if (isHere && stopping.moment === 'before') {
      stopping.stopped = true
      throw new ProcessStopped(name)
    }
    const result = await call()
    if (isHere) {
      stopping.stopped = true
      throw new ProcessStopped(name)
    }
    return result
  }
  return {
    services: {
      ...services,
      ...Object.fromEntries(PORTS.map((port) => [port, watched(port, services[port], watch)])),
    },
    ...{ store, clock, carrier, scripts, news, lookUps, alarms, arming, armed, touched, lines, counted },
    stopAt(effect, moment) {
      Object.assign(stopping, { at: effect, moment, stopped: false, count: 0 })
    },
    effects: () => stopping.count,
    restart() {
      Object.assign(stopping, { at: Number.POSITIVE_INFINITY, stopped: false, count: 0 })
    },
    before(call, happen) {
      befores.set(call, happen)
    },
  }
}

/** A port whose every asynchronous call goes through `watch`. */
function watched<Port extends object>(
  name: string,
  port: Port,
  watch: (name: string, call: () => Promise<unknown>) => Promise<unknown>,
): Port {
  const isPlain = (method: string) => method === 'callbackNews' || method === 'answerCallback'
  return new Proxy(port, {
    get(target, method: string) {
      const value = Reflect.get(target, method)
      if (typeof value !== 'function' || isPlain(method)) return value
      return (...parameters: unknown[]) => watch(`${name}.${method}`, () => value.apply(target, parameters))
    },
  })
}

function numbered(): Services['identities'] {
  let last = 0
  const next = (kind: string) => `${kind}-${String(++last).padStart(14, '0')}`
  return { patient: () => patientId(next('p')), attempt: () => attemptId(next('a')), fraction: () => 0.5 }
}

/** The patient as stored. @throws Error when there is none */
export async function stored({ store }: World, id: PatientId): Promise<Patient> {
  const patient = await store.patients.read(id)
  if (patient === undefined) throw new Error(`no patient ${id}`)
  return patient
}

/** @throws Error when the text is not in the ledger */
export async function entryOf(world: World, id: PatientId, text: string): Promise<LedgerEntry> {
  const entry = (await stored(world, id)).ledger[textId(text)]
  if (entry === undefined) throw new Error(`no ${text} in the ledger`)
  return entry
}

export const taskIds = ({ tasks }: Patient): readonly string[] => tasks.map(({ id }) => id)

/** What went to a number, by text id, in order. */
export const sentTo = ({ carrier }: World, mobile: PhoneNumber): readonly string[] =>
  carrier.filter(({ to }) => to === mobile).map((message) => message.textId)

/** Sweeps in a row that may find somebody overdue before something must be wrong. */
const STUCK = 30

/** Lets time pass to `until`: alarms fire in their minute, the sweep runs in each minute in which a look is overdue. */
export async function passTime(world: World, until: Instant): Promise<void> {
  const { services, store, clock, alarms } = world
  let [inARow, swept] = [0, -1]
  for (;;) {
    const [next] = await store.patients.overdue(until, 1)
    const times = [...alarms.values(), ...(next === undefined ? [] : [next.lookAt])]
    const due = times.reduce((a, b) => (a <= b ? a : b), after(until, 1))
    if (due > until) break
    inARow = due <= clock.now() ? inARow + 1 : 0
    if (inARow > STUCK) throw new Error('a look stays overdue whatever the sweep does')
    if (due > clock.now()) clock.set(ceilMinute(due))
    else if (swept === clock.now()) clock.advance(MINUTE)
    swept = clock.now()
    await fireAlarms(world)
    await sweep(services)
  }
  if (clock.now() < until) clock.set(until)
}

async function fireAlarms({ services, store, clock, alarms }: World): Promise<void> {
  for (const [id, fires] of alarms) {
    if (fires > clock.now()) continue
    alarms.delete(id)
    const patient = await store.patients.read(id)
    if (patient) await wake(services, { patientId: id, clinicId: patient.clinicId })
  }
}
