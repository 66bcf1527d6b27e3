import { createHash } from 'node:crypto'
import type { Services } from '../../lib/care/services.ts'
import { attemptId, clinicId, patientId, phoneNumber } from '../../lib/patient/identifiers.ts'
import type { ApiKey, Role } from '../../lib/ports/clinic-register.ts'
import type { OutgoingText } from '../../lib/ports/texting.ts'
import { ENROLLED } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { memoryStore } from '../memory/store.ts'
import { KEY } from './events.ts'

export interface World {
  readonly services: Services
  /** Every call of a store, the carrier or an alarm, `patients.read`. */
  readonly touched: string[]
  /** Log lines as JSON. */
  readonly lines: string[]
  readonly metrics: string[]
  readonly sent: OutgoingText[]
}

/** Two clinics, keys of each role, Monday 23 Nov 2026 14:00 in Sydney. */
export async function world(replaced: Partial<Services> = {}): Promise<World> {
  const touched: string[] = []
  const lines: string[] = []
  const metrics: string[] = []
  const sent: OutgoingText[] = []
  const store = memoryStore()
  await store.clinics.saveClinic(HARBOUR)
  await store.clinics.saveClinic(OTHER)
  await store.clinics.saveApiKey(hashOf(KEY), keyOf('clinic', 'ops'))
  await store.clinics.saveApiKey(hashOf('read-key'), keyOf('read'))
  await store.clinics.saveApiKey(hashOf('ops-key'), keyOf('ops'))
  await store.clinics.saveApiKey(hashOf('other-key'), { clinicId: OTHER.id, roles: ['clinic'] })
  const note =
    (level: string) =>
    (code: string, fields: object = {}) => {
      lines.push(JSON.stringify({ level, code, ...fields }))
    }
  const services: Services = {
    clock: { now: () => ENROLLED, sleep: async () => {} },
    identities: numberedIdentities(),
    ...store,
    alarms: {
      kind: 'rules',
      set: async () => 'armed',
      remove: async () => {},
      wakes: async () => true,
      list: async () => ({ patients: [] }),
      used: async () => ({ count: 0, limit: 300 }),
    },
    texting: {
      async send(text) {
        sent.push(text)
        return { kind: 'accepted', sid: `SM${sent.length}` }
      },
      tell: async () => ({ kind: 'accepted', sid: 'SMstaff' }),
      sentTo: async () => ({ kind: 'complete', texts: [] }),
      news: async () => undefined,
      accountActive: async () => true,
      deleteRecord: async () => 'gone',
      answerCallback: () => 'https://texts.example.org/webhooks/twilio/status?patient=ann&reply=SM1',
      callbackNews: () => undefined,
    },
    readiness: { missing: async () => [] },
    signatures: { isGenuine: async () => true },
    alerts: { emailClinic: async () => true, pageOperators: async () => true },
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    metrics: { add: (name) => metrics.push(name) },
    ...replaced,
  }
  return { services: counted(services, touched), touched, lines, metrics, sent }
}

export const OTHER = {
  ...HARBOUR,
  id: clinicId('other'),
  name: 'Other Clinic',
  sender: phoneNumber('+61480000009'),
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')
const keyOf = (...roles: readonly Role[]): ApiKey => ({ clinicId: HARBOUR.id, roles })

function numberedIdentities() {
  let last = 0
  const next = (kind: string) => `${kind}-${String(++last).padStart(14, '0')}`
  return { patient: () => patientId(next('p')), attempt: () => attemptId(next('a')), fraction: () => 0.5 }
}

const COUNTED = ['patients', 'evidence', 'phones', 'clinics', 'alarms', 'texting'] as const

function counted(services: Services, touched: string[]): Services {
  const wrapped = COUNTED.map((name) => [
    name,
    new Proxy(services[name], {
      get(port, method, receiver) {
        const value = Reflect.get(port, method, receiver)
        if (typeof value === 'function') touched.push(`${name}.${String(method)}`)
        return value
      },
    }),
  ])
  return { ...services, ...Object.fromEntries(wrapped) }
}

/** What an error may say that must never get out. */
export const INDISCREET = 'patient +61491570006 wrote "my back hurts"'
export const fail = async (): Promise<never> => {
  throw new TypeError(INDISCREET)
}
