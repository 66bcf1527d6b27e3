import { isPatient, isReply } from '../../../lib/adapters/dynamodb/stored.ts'
import { isReported } from '../../../lib/care/keep-reply.ts'
import type { Services } from '../../../lib/care/services.ts'
import { packedSize, storedSize } from './stored-size.ts'

const STORES = ['patients', 'evidence', 'phones', 'clinics', 'breakers', 'dailyMarks', 'replans'] as const
/** Calls of stores that read; every other writes. */
const READS = new Set([
  ...[
    'read',
    'readMany',
    'readWithClinic',
    'list',
    'overdue',
    'optOut',
    'patients',
    'reply',
    'replies',
    'answerReports',
    'sent',
  ],
  ...['changes', 'clinic', 'clinicOfSender', 'patientOfReference', 'escalationOfAlert', 'apiKey', 'pending'],
])

/** Bytes: what stands beside the value in an item, a log line, a metric's line and a request to Twilio. */
const BESIDE = { item: 120, logLine: 180, metricLine: 260, request: 700 } as const
const WRITE_UNIT = 1024
const READ_UNIT = 4096

/** What a run used of what AWS sells by use. */
export class Meter {
  /** Of up to 1 KB each, in the table and in its indexes. */
  tableWrites = 0
  /** Consistent ones of up to 4 KB each. */
  tableReads = 0
  logBytes = 0
  /** What stays for good: texts as sent, replies, changes. */
  evidenceBytes = 0
  /** The patient's document as it was written last. */
  documentBytes = 0
  /** Answers whose delivery the carrier reports. */
  answersReported = 0
  /** To Twilio. */
  sentBytes = 0
  readonly #calls = new Map<string, number>()
  readonly #indexed = new Map<string, { readonly lookAt: number | undefined; readonly summary: string }>()

  /** How often a port was called, `patients.write`. */
  calls(name: string): number {
    return this.#calls.get(name) ?? 0
  }

  /** The same services, with every call of a store or vendor and every line of the log on the meter. */
  metered(services: Services): Services {
    const store = (name: string) => (method: string, given: readonly unknown[], answer: unknown) => {
      if (name === 'evidence' && method === 'putReply') this.#noteAnswer(given)
      if (name === 'patients' && method === 'write') this.#writePatient(given)
      else if (READS.has(method)) this.tableReads += readsOf(answer)
      else {
        const size = BESIDE.item + storedSize(given)
        this.tableWrites += units(size, WRITE_UNIT)
        if (name === 'evidence') this.evidenceBytes += size
      }
    }
    const send = (_: string, [text]: readonly unknown[]) => {
      this.sentBytes += BESIDE.request + bytes(text)
    }
    const line = (code: string, fields: object = {}) => {
      this.logBytes += BESIDE.logLine + bytes({ code, ...fields })
    }
    return {
      ...services,
      ...Object.fromEntries(STORES.map((name) => [name, this.#watched(name, services[name], store(name))])),
      alarms: this.#watched('alarms', services.alarms, () => undefined),
      alerts: this.#watched('alerts', services.alerts, () => undefined),
      texting: this.#watched('texting', services.texting, send),
      log: { info: line, warn: line, error: line },
      metrics: {
        add: (name, _, kind = '') => {
          this.logBytes += BESIDE.metricLine + 2 * (name.length + kind.length)
        },
      },
    }
  }

  #noteAnswer([, reply]: readonly unknown[]): void {
    if (isReply(reply) && isReported(reply.answer)) this.answersReported += 1
  }

  /** A moved look leaves its index and enters it anew; a changed summary takes the place of the one before. */
  #writePatient([patient, summary]: readonly unknown[]): void {
    if (!isPatient(patient)) return
    const shown = JSON.stringify(summary)
    const size = BESIDE.item + storedSize(summary)
    const before = this.#indexed.get(patient.id)
    this.documentBytes = packedSize(patient)
    this.tableWrites += units(size + this.documentBytes, WRITE_UNIT)
    if (before?.lookAt !== patient.lookAt) this.tableWrites += before === undefined ? 1 : 2
    if (before?.summary !== shown) this.tableWrites += units(size, WRITE_UNIT)
    this.#indexed.set(patient.id, { lookAt: patient.lookAt, summary: shown })
  }

  #watched<Port extends object>(
    name: string,
    port: Port,
    note: (method: string, given: readonly unknown[], answer: unknown) => void,
  ): Port {
    return new Proxy(port, {
      get: (target, method: string) => {
        const call: unknown = Reflect.get(target, method)
        if (typeof call !== 'function') return call
        return (...given: readonly unknown[]) => {
          const key = `${name}.${method}`
          this.#calls.set(key, this.calls(key) + 1)
          const answer: unknown = Reflect.apply(call, target, given)
          if (answer instanceof Promise) void answer.then((value: unknown) => note(method, given, value))
          return answer
        }
      },
    })
  }
}

/** Patient, clinic and breaker are three items, absent ones cost as much as small ones. */
function readsOf(answer: unknown): number {
  if (isPatient(answer)) return units(packedSize(answer), READ_UNIT)
  if (typeof answer === 'object' && answer !== null && 'patient' in answer && isPatient(answer.patient))
    return readsOf(answer.patient) + 2
  return units(storedSize(answer), READ_UNIT)
}

const units = (size: number, unit: number): number => Math.max(1, Math.ceil(size / unit))
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')
