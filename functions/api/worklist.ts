import {
  acknowledge,
  acknowledgeTask,
  type Resolution,
  resolveEscalation,
  resolveTask,
} from '../../lib/care/acknowledge.ts'
import type { Whose } from '../../lib/care/change.ts'
import type { Outcome } from '../../lib/care/outcome.ts'
import type { Services } from '../../lib/care/services.ts'
import { escalationsOf, tasksOf, type Worklist, type WorklistQuery } from '../../lib/care/worklist.ts'
import type { Escalation } from '../../lib/patient/escalation.ts'
import { type ClinicId, isPatientId } from '../../lib/patient/identifiers.ts'
import type { Patient, Task } from '../../lib/patient/patient.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { jsonAnswer } from '../http/answer.ts'
import { doneValue, noSuchPatient } from '../http/problem.ts'
import { NOTHING, RESOLVE_BODY, STANDING_BODY, WORKLIST_QUERY } from '../http/schemas.ts'
import { escalationView, taskView } from '../http/worklist-view.ts'
import { type ClinicCall, clinicAction } from './action.ts'

/** Escalations and tasks are listed, taken on and resolved alike. */
interface WorkKind<T> {
  readonly list: (services: Services, clinicId: ClinicId, query: WorklistQuery) => Promise<Worklist<T>>
  readonly take: (services: Services, whose: Whose, seq: number, by: string) => Promise<Outcome<T>>
  readonly close: (
    services: Services,
    whose: Whose,
    seq: number,
    resolution: Resolution,
  ) => Promise<Outcome<T>>
  readonly view: (patient: Pick<Patient, 'id'> & Partial<Patient>, item: T, now: Instant) => object
}

const ESCALATIONS: WorkKind<Escalation> = {
  list: escalationsOf,
  take: acknowledge,
  close: resolveEscalation,
  view: escalationView,
}
const TASKS: WorkKind<Task> = { list: tasksOf, take: acknowledgeTask, close: resolveTask, view: taskView }

const listing = <T>({ list, view }: WorkKind<T>) =>
  clinicAction({
    body: NOTHING,
    query: WORKLIST_QUERY,
    run: async ({ services, clinic, query }) => {
      const { items, cursor } = await list(services, clinic.id, query)
      const now = services.clock.now()
      const views = items.map(({ patient, item }) => view(patient, item, now))
      return jsonAnswer(200, { items: views, ...(cursor && { cursor }) })
    },
  })

const taking = <T>({ take, view }: WorkKind<T>) =>
  clinicAction({
    body: STANDING_BODY,
    query: NOTHING,
    run: async (call) => {
      const { whose, seq } = itemIn(call)
      const item = doneValue(await take(call.services, whose, seq, call.body.actor))
      return jsonAnswer(200, view({ id: whose.patientId }, item, call.services.clock.now()))
    },
  })

const closing = <T>({ close, view }: WorkKind<T>) =>
  clinicAction({
    body: RESOLVE_BODY,
    query: NOTHING,
    run: async (call) => {
      const { whose, seq } = itemIn(call)
      const { actor: by, outcome } = call.body
      const resolution = { by, ...(outcome !== undefined && { outcome }) }
      const item = doneValue(await close(call.services, whose, seq, resolution))
      return jsonAnswer(200, view({ id: whose.patientId }, item, call.services.clock.now()))
    },
  })

export const listEscalations = listing(ESCALATIONS)
export const takeEscalation = taking(ESCALATIONS)
export const closeEscalation = closing(ESCALATIONS)
export const listTasks = listing(TASKS)
export const takeTask = taking(TASKS)
export const closeTask = closing(TASKS)

const ITEM_ID = /^([A-Za-z0-9_-]{1,40})\.([1-9]\d{0,5})$/

/** An item's id is its patient's and its number there. @throws RequestProblem 404 when it cannot be one */
function itemIn({ clinic, path: { id = '' } }: ClinicCall<unknown, unknown>): {
  readonly whose: Whose
  readonly seq: number
} {
  const [, patientId = '', seq] = ITEM_ID.exec(id) ?? []
  if (seq === undefined || !isPatientId(patientId)) throw noSuchPatient()
  return { whose: { patientId, clinicId: clinic.id }, seq: Number(seq) }
}
