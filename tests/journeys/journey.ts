import { makeSendDueTexts } from '../../functions/handlers/send-due-texts.ts'
import type { Log } from '../../lib/ports/log.ts'
import type { Metrics } from '../../lib/ports/metrics.ts'
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud.ts'
import { sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { CONTEXT } from '../functions/events.ts'
import { arrivedAt } from './phone.ts'

/** A text as the API shows it. */
export interface Row {
  readonly id: string
  readonly local: string
  readonly utc: string
  readonly state: string
  readonly reason?: string
  readonly body: string
}

export interface Answered {
  readonly status: number
  readonly type: string | null
  /** Whatever JSON came: tests look into it and fail where it is not as they say. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the wire
  readonly body: any
}

/** The clinic's service with its patients' phones and a clock; all times by Sydney's wall clock. */
export interface Journey {
  readonly cloud: Cloud
  until(local: string): Promise<void>
  /** A call of the clinic API. `key` replaces the clinic's own; `null` sends none. A text `body` goes as it is. */
  call(method: string, path: string, body?: unknown, key?: string | null): Promise<Answered>
  enrol(enrolment?: object): Promise<Person>
  /** The patient's alarm fires once more, now. */
  wake(patient: Person): Promise<void>
  /** Sum of a metric so far. */
  counted(metric: string, kind?: string): number
}

/** A patient with her phone. */
export interface Person {
  readonly id: string
  readonly mobile: string
  /** Her alarm's rule. */
  readonly rule: string
  /** The plan that the enrolment answered. */
  readonly preview: readonly Row[]
  /** Texts of the plan on her phone from `since` on: `2026-11-24T10:00 Harbour Sports Med: your visit is ...`. */
  texts(since?: string): readonly string[]
  /** The same as `2026-11-24T10:00 R1@1.1.1`. */
  got(since?: string): readonly string[]
  /** Writes to the clinic; the answers on her phone. */
  writes(text: string): Promise<readonly string[]>
  /** Changes one injection of her first course. */
  injection(number: number, change: object): Promise<Answered>
  post(command: 'pause' | 'resume' | 'end-series' | 'withdraw'): Promise<Answered>
  patch(change: object): Promise<Answered>
  plan(): Promise<readonly Row[]>
  /** What became of each text: `delivered`, `skipped: missed`, or `nowhere`. */
  became(...ids: readonly string[]): Promise<readonly string[]>
  /** Kinds of her open tasks. */
  tasks(): Promise<readonly string[]>
}

export const ANN = {
  reference: 'ann-001',
  mobile: '0491 570 006',
  givenName: 'Ann',
  injections: VISITS.map((at) => ({ at })),
  consent: { given: '2026-11-23', method: 'written' },
}

const open: Cloud[] = []

export async function journeyFrom(at: string, options: Partial<CloudOptions> = {}): Promise<Journey> {
  const { metrics, counted } = counting()
  const observe = { log: silence, metrics }
  const cloud = await startCloud({ startAt: sydney(at), clinic: HARBOUR, observe, ...options })
  open.push(cloud)
  const call = caller(cloud)
  const wakeUp = makeSendDueTexts(cloud.services)
  return {
    cloud,
    call,
    counted,
    until: (local) => cloud.advanceTo(sydney(local)),
    enrol: async (enrolment = ANN) => {
      const { status, body } = await call('POST', '/v1/patients', enrolment)
      if (status > 201) throw new Error(`enrolment refused: ${JSON.stringify(body)}`)
      return person(cloud, call, body)
    },
    wake: ({ id: patientId }) => wakeUp({ patientId, clinicId: cloud.clinic.id }, CONTEXT),
  }
}

/** Ends every journey begun; for `afterEach`. */
export async function endJourneys(): Promise<void> {
  await Promise.all(open.splice(0).map((cloud) => cloud.close()))
}

const silence: Log = { info: () => {}, warn: () => {}, error: () => {} }

function counting() {
  const counts = new Map<string, number>()
  const nameOf = (metric: string, kind?: string) => (kind === undefined ? metric : `${metric} ${kind}`)
  const count = (name: string, value: number) => counts.set(name, (counts.get(name) ?? 0) + value)
  const metrics: Metrics = {
    add: (metric, value, kind) => {
      count(metric, value)
      if (kind !== undefined) count(nameOf(metric, kind), value)
    },
  }
  return { metrics, counted: (metric: string, kind?: string) => counts.get(nameOf(metric, kind)) ?? 0 }
}

const caller =
  ({ url, key: own }: Cloud): Journey['call'] =>
  async (method, path, body, key = own) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type')
    return { status: response.status, type, body: text === '' ? undefined : JSON.parse(text) }
  }

function person(cloud: Cloud, call: Journey['call'], { patient, plan: preview }: Answered['body']): Person {
  const { id }: { readonly id: string } = patient
  const path = `/v1/patients/${id}`
  const self = {
    // Where her phone is now: a change of number is a change of phone.
    mobile: String(patient.mobile),
  }
  const plan = async (): Promise<readonly Row[]> => (await call('GET', `${path}/plan`)).body.items
  const arrived = (since = '') => arrivedAt(cloud, self.mobile).filter(({ local }) => local >= since)
  return {
    id,
    get mobile() {
      return self.mobile
    },
    rule: `alarm-local-${id}`,
    preview,
    texts: (since) => arrived(since).map(({ local, body }) => `${local} ${body}`),
    got: (since) => arrived(since).map((text) => `${text.local} ${text.id}`),
    writes: (text) => cloud.twilio.receive(self.mobile, cloud.clinic.sender, text),
    injection: (number, change) => call('PUT', `${path}/courses/1/injections/${number}`, change),
    post: (command) => call('POST', `${path}/${command}`, {}),
    patch: async (change) => {
      const answered = await call('PATCH', path, change)
      if (answered.status === 200) self.mobile = answered.body.patient.mobile
      return answered
    },
    plan,
    became: async (...ids) => {
      const rows = await plan()
      return ids.map((id) => wordsOf(rows.find((row) => row.id === id)))
    },
    tasks: async () => (await call('GET', path)).body.tasks.map(({ kind }: { kind: string }) => kind),
  }
}

function wordsOf(row: Row | undefined): string {
  if (row === undefined) return 'nowhere'
  return row.reason === undefined ? row.state : `${row.state}: ${row.reason}`
}
