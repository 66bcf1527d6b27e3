import type { Escalation } from '../patient/escalation.ts'
import { isOpen } from '../patient/escalation.ts'
import type { ClinicId, PatientId } from '../patient/identifiers.ts'
import type { Patient, Task } from '../patient/patient.ts'
import type { PatientSummary } from '../ports/patient-store.ts'
import type { Services } from './services.ts'

export interface WorklistQuery {
  readonly state: 'open' | 'resolved'
  readonly cursor?: PatientId
  /** Most patients whose items one page holds. */
  readonly limit: number
}

/** One thing a person has to do, with the patient it is about. */
export interface WorkItem<T> {
  readonly patient: Patient
  readonly item: T
}

export interface Worklist<T> {
  readonly items: readonly WorkItem<T>[]
  readonly cursor?: PatientId
}

/** A clinic's escalations, patient by patient; the summaries say which documents are worth opening. */
export const escalationsOf = (
  services: Services,
  clinicId: ClinicId,
  query: WorklistQuery,
): Promise<Worklist<Escalation>> =>
  worklist(
    services,
    clinicId,
    query,
    ({ openEscalations }) => openEscalations,
    ({ escalations }) => escalations,
  )

export const tasksOf = (
  services: Services,
  clinicId: ClinicId,
  query: WorklistQuery,
): Promise<Worklist<Task>> =>
  worklist(
    services,
    clinicId,
    query,
    ({ openTasks }) => openTasks,
    ({ tasks }) => tasks,
  )

async function worklist<T extends Escalation | Task>(
  { patients }: Services,
  clinicId: ClinicId,
  { state, cursor, limit }: WorklistQuery,
  openIn: (summary: PatientSummary) => number,
  itemsOf: (patient: Patient) => readonly T[],
): Promise<Worklist<T>> {
  const page = await patients.list(clinicId, { limit, ...(cursor && { cursor }) })
  const worth = page.items.filter((summary) => state === 'resolved' || openIn(summary) > 0)
  const documents = await Promise.all(worth.map(({ id }) => patients.read(id)))
  const items = documents.flatMap((patient) =>
    patient === undefined
      ? []
      : itemsOf(patient)
          .filter((item) => isOpen(item) === (state === 'open'))
          .map((item) => ({ patient, item })),
  )
  return { items, ...(page.cursor && { cursor: page.cursor }) }
}
