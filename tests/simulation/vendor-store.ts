import type { Clinic } from '../../lib/patient/clinic.ts'
import type { ClinicId, PatientId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { Overdue, PatientStore, PatientSummary } from '../../lib/ports/patient-store.ts'
import type { Breaker } from '../../lib/ports/sender-breakers.ts'
import { after, type Instant, MINUTE } from '../../lib/time/instant.ts'
import { memoryBreakers } from '../memory/breakers.ts'
import { memoryClinics } from '../memory/clinics.ts'
import { memoryDailyMarks } from '../memory/daily-marks.ts'
import { memoryEvidence } from '../memory/evidence.ts'
import { memoryPhones } from '../memory/phones.ts'
import { memoryReplans } from '../memory/replans.ts'
import type { Storage } from '../memory/store.ts'
import type { Luck } from './luck.ts'
import type { Timeline } from './timeline.ts'

interface Row {
  readonly patient: Patient
  readonly summary: PatientSummary
  /** What the index showed before, newest first: it may lag behind the table. */
  readonly looks: readonly { readonly until: Instant; readonly lookAt: Instant | undefined }[]
}

export interface StoreVendor {
  readonly storage: Storage
  /** What is truly stored, for those who look on from outside the simulated world. */
  readonly patients: ReadonlyMap<PatientId, Row>
  readonly onWrite: ((patient: Patient, before: Patient | undefined) => void)[]
}

/**
 * The table in memory with DynamoDB's semantics: a put wins only against the version it read, reads by key are
 * consistent, the index may lag. Documents are handed over as they are: they are never changed in place, and copying
 * them is most of what a simulation would do.
 */
export function storeVendor(timeline: Timeline, luck: Luck): StoreVendor {
  const clinics = new Map<ClinicId, Clinic>()
  const breakers = new Map<ClinicId, Breaker>()
  const rows = new Map<PatientId, Row>()
  const onWrite: StoreVendor['onWrite'] = []
  const patients: PatientStore = {
    read: async (id) => rows.get(id)?.patient,
    readMany: async (ids) => ids.flatMap((id) => rows.get(id)?.patient ?? []),
    async readWithClinic(id, clinicId) {
      const patient = rows.get(id)?.patient
      const clinic = clinics.get(clinicId)
      const breaker = breakers.get(clinicId)
      return { ...(patient && { patient }), ...(clinic && { clinic }), ...(breaker && { breaker }) }
    },
    async write(patient, summary, expected) {
      const before = rows.get(patient.id)
      if ((before?.patient.version ?? 0) !== expected) return 'conflict'
      const shown = before === undefined ? [] : [{ until: timeline.now(), lookAt: before.patient.lookAt }]
      rows.set(patient.id, { patient, summary, looks: [...shown, ...(before?.looks ?? [])].slice(0, 8) })
      for (const told of onWrite) told(patient, before?.patient)
      return 'written'
    },
    async remove(id, expected) {
      if (rows.get(id)?.patient.version !== expected) return 'conflict'
      rows.delete(id)
      return 'removed'
    },
    async list(clinicId, { state, cursor, limit }) {
      const found = [...rows.values()]
        .filter(({ patient }) => patient.clinicId === clinicId)
        .map(({ summary }) => summary)
        .filter(
          (one) => (state === undefined || one.state === state) && (cursor === undefined || one.id > cursor),
        )
        .sort((one, other) => (one.id < other.id ? -1 : 1))
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return { items, ...(found.length > limit && last && { cursor: last.id }) }
    },
    async overdue(until, limit, after) {
      const seenAt = timeSeen(timeline, luck)
      return [...rows.values()]
        .flatMap((row): readonly Overdue[] => {
          const { id: patientId, clinicId } = row.patient
          const lookAt = lookSeen(row, seenAt)
          return lookAt !== undefined && lookAt <= until ? [{ patientId, clinicId, lookAt }] : []
        })
        .sort(inOrderOfLook)
        .filter((one) => after === undefined || inOrderOfLook(after, one) < 0)
        .slice(0, limit)
    },
    async flaggedOverdue(until, limit) {
      const overdue = await patients.overdue(until, Number.POSITIVE_INFINITY)
      return overdue
        .filter(({ patientId }) => (rows.get(patientId)?.summary.openEscalations ?? 0) > 0)
        .slice(0, limit)
    },
  }
  const storage = {
    patients,
    evidence: memoryEvidence(),
    phones: memoryPhones(),
    clinics: memoryClinics(clinics),
    breakers: memoryBreakers(breakers),
    dailyMarks: memoryDailyMarks(),
    replans: memoryReplans(),
  }
  return { storage: faulty(storage, timeline, luck), patients: rows, onWrite }
}

function timeSeen(timeline: Timeline, luck: Luck): Instant {
  return luck.strikes('stale-index', 0.2)
    ? after(timeline.now(), -luck.of('stale-index').between(1, MINUTE))
    : timeline.now()
}

const lookSeen = ({ patient, looks }: Row, at: Instant): Instant | undefined => {
  const past = looks.findLast(({ until }) => until > at)
  return past === undefined ? patient.lookAt : past.lookAt
}

const inOrderOfLook = (one: Overdue, other: Overdue): number =>
  one.lookAt - other.lookAt ||
  (one.patientId < other.patientId ? -1 : Number(one.patientId > other.patientId))

export class StoreTrouble extends Error {}

function faulty(storage: Storage, timeline: Timeline, luck: Luck): Storage {
  const troubled = Object.entries(storage).map(([name, port]) => [
    name,
    new Proxy(port, {
      get(target, method: string) {
        const call = Reflect.get(target, method)
        return (...parameters: unknown[]) =>
          through(timeline, luck, method, () => call.apply(target, parameters))
      },
    }),
  ])
  return Object.fromEntries(troubled)
}

/** The SDK behind the adapter has tried three times already: what is left is rare, but it is left. */
async function through(
  timeline: Timeline,
  luck: Luck,
  method: string,
  call: () => Promise<unknown>,
): Promise<unknown> {
  if (luck.isAway('store', timeline.now())) {
    await timeline.wait(2000)
    throw new StoreTrouble('away')
  }
  if (!luck.strikes('store', 0.01)) return call()
  switch (luck.of('store').pick(['throttled', 'slow', 'answer lost', 'called a conflict'])) {
    case 'throttled':
      throw new StoreTrouble('throttled')
    case 'slow':
      await timeline.wait(luck.of('store').between(500, 6000))
      return call()
    case 'answer lost':
      await call()
      throw new StoreTrouble('answer lost')
    default: {
      const answer = await call()
      return method === 'write' ? 'conflict' : answer
    }
  }
}
