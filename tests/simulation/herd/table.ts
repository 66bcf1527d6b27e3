import { isDeepStrictEqual } from 'node:util'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import type { PatientId } from '../../../lib/patient/identifiers.ts'
import type { Patient } from '../../../lib/patient/patient.ts'
import type { Overdue, PatientStore, PatientSummary } from '../../../lib/ports/patient-store.ts'
import type { Timeline } from '../timeline.ts'
import { Bucket } from './bucket.ts'
import { PUBLISHED } from './limits.ts'

/** Waits of the SDK before its second and third try. */
const SDK_TRIES_AGAIN = [50, 100]

export class Throttled extends Error {
  override readonly name = 'ProvisionedThroughputExceededException'
}

export interface Row {
  readonly patient: Patient
  readonly summary: PatientSummary
}

/**
 * The table in memory for very many patients of one clinic. All looks stand in one partition of their index, a clinic's
 * summaries in one of theirs, and a partition takes so many writes a second. What is read is a document of its own, as
 * from the wire.
 */
export class PatientTable {
  readonly #timeline: Timeline
  readonly #clinic: Clinic
  readonly #looks: Overdue[] = []
  readonly rows = new Map<PatientId, Row>()
  readonly lookWrites: Bucket
  readonly clinicWrites: Bucket

  constructor(timeline: Timeline, clinic: Clinic) {
    this.#timeline = timeline
    this.#clinic = clinic
    this.lookWrites = new Bucket(timeline, PUBLISHED.partitionWritesPerSecond)
    this.clinicWrites = new Bucket(timeline, PUBLISHED.partitionWritesPerSecond)
  }

  /** Stores a patient from before the run. */
  put(row: Row): void {
    const { patient } = row
    this.#remove(this.rows.get(patient.id)?.patient)
    this.rows.set(patient.id, row)
    const look = lookOf(patient)
    if (look !== undefined) this.#looks.splice(this.#place(look), 0, look)
  }

  #remove(patient: Patient | undefined): void {
    const look = patient && lookOf(patient)
    if (look !== undefined) this.#looks.splice(this.#place(look), 1)
  }

  /** Where a look stands, or would stand, in the order of the index. */
  #place(look: Overdue): number {
    let [low, high] = [0, this.#looks.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const there = this.#looks[middle]
      if (there !== undefined && inOrder(there, look) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** A changed look is one entry less in its index and one more; a changed summary takes the place of the one before. */
  async #writeIndexes({ patient, summary }: Row): Promise<void> {
    const before = this.rows.get(patient.id)
    const isMoved = before?.patient.lookAt !== patient.lookAt
    const looks = [before?.patient.lookAt, patient.lookAt].filter((at) => at !== undefined).length
    await this.#pay(this.lookWrites, isMoved ? looks : 0)
    const isSame = before !== undefined && isDeepStrictEqual(before.summary, summary)
    await this.#pay(this.clinicWrites, isSame ? 0 : 1)
  }

  async #pay(partition: Bucket, units: number): Promise<void> {
    for (const wait of SDK_TRIES_AGAIN) {
      if (partition.take(units)) return
      await this.#timeline.wait(wait)
    }
    if (!partition.take(units))
      throw new Throttled('a partition of an index takes no more writes this second')
  }

  get port(): PatientStore {
    return {
      read: async (id) => copyOf(this.rows.get(id)?.patient),
      readMany: async (ids) => ids.flatMap((id) => copyOf(this.rows.get(id)?.patient) ?? []),
      readWithClinic: async (id) => {
        const patient = copyOf(this.rows.get(id)?.patient)
        return { clinic: this.#clinic, ...(patient && { patient }) }
      },
      write: async (patient, summary, expected) => {
        await this.#writeIndexes({ patient, summary })
        const before = this.rows.get(patient.id)?.patient
        if ((before?.version ?? 0) !== expected) return 'conflict'
        this.put({ patient, summary })
        return 'written'
      },
      remove: async (id) => {
        this.#remove(this.rows.get(id)?.patient)
        this.rows.delete(id)
        return 'removed'
      },
      list: async () => ({ items: [] }),
      overdue: async (until, limit, after) => {
        const start = after === undefined ? 0 : this.#place(after)
        const page = this.#looks.slice(start, start + limit + 1)
        return page
          .filter((look) => look.lookAt <= until && (after === undefined || inOrder(after, look) < 0))
          .slice(0, limit)
      },
      flaggedOverdue: async (until, limit) =>
        this.#looks
          .filter(({ lookAt }) => lookAt <= until)
          .filter(({ patientId }) => (this.rows.get(patientId)?.summary.openEscalations ?? 0) > 0)
          .slice(0, limit),
    }
  }
}

const copyOf = (patient: Patient | undefined): Patient | undefined => patient && { ...patient }

const lookOf = ({ id: patientId, clinicId, lookAt }: Patient): Overdue | undefined =>
  lookAt === undefined ? undefined : { patientId, clinicId, lookAt }

const inOrder = (one: Overdue, other: Overdue): number =>
  one.lookAt - other.lookAt ||
  (one.patientId < other.patientId ? -1 : Number(one.patientId > other.patientId))
