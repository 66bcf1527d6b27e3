import { acknowledge, acknowledgeTask, resolveEscalation, resolveTask } from '../../lib/care/acknowledge.ts'
import { escalationsOf, tasksOf } from '../../lib/care/worklist.ts'
import { isPatientId, type PatientId } from '../../lib/patient/identifiers.ts'
import { jsonAnswer } from '../http/answer.ts'
import { doneValue, RequestProblem } from '../http/problem.ts'
import { NOTHING, RESOLVE_BODY, STANDING_BODY, WORKLIST_QUERY } from '../http/schemas.ts'
import { escalationView, taskView } from '../http/worklist-view.ts'
import { type ClinicCall, clinicAction } from './action.ts'

export const listEscalations = clinicAction({
  body: NOTHING,
  query: WORKLIST_QUERY,
  run: async ({ services, clinic, query }) => {
    const { items, cursor } = await escalationsOf(services, clinic.id, query)
    const now = services.clock.now()
    return jsonAnswer(200, {
      items: items.map(({ patient, item }) => escalationView(patient, item, now)),
      ...(cursor && { cursor }),
    })
  },
})

export const listTasks = clinicAction({
  body: NOTHING,
  query: WORKLIST_QUERY,
  run: async ({ services, clinic, query }) => {
    const { items, cursor } = await tasksOf(services, clinic.id, query)
    const now = services.clock.now()
    return jsonAnswer(200, {
      items: items.map(({ patient, item }) => taskView(patient, item, now)),
      ...(cursor && { cursor }),
    })
  },
})

export const takeEscalation = clinicAction({
  body: STANDING_BODY,
  query: NOTHING,
  run: async (call) => {
    const { patientId, seq } = itemIn(call)
    const escalation = doneValue(
      await acknowledge(call.services, whoseOf(call, patientId), seq, call.body.actor),
    )
    return jsonAnswer(200, escalationView({ id: patientId }, escalation, call.services.clock.now()))
  },
})

export const closeEscalation = clinicAction({
  body: RESOLVE_BODY,
  query: NOTHING,
  run: async (call) => {
    const { patientId, seq } = itemIn(call)
    const { actor: by, outcome } = call.body
    const resolution = { by, ...(outcome !== undefined && { outcome }) }
    const escalation = doneValue(
      await resolveEscalation(call.services, whoseOf(call, patientId), seq, resolution),
    )
    return jsonAnswer(200, escalationView({ id: patientId }, escalation, call.services.clock.now()))
  },
})

export const takeTask = clinicAction({
  body: STANDING_BODY,
  query: NOTHING,
  run: async (call) => {
    const { patientId, seq } = itemIn(call)
    const task = doneValue(
      await acknowledgeTask(call.services, whoseOf(call, patientId), seq, call.body.actor),
    )
    return jsonAnswer(200, taskView({ id: patientId }, task, call.services.clock.now()))
  },
})

export const closeTask = clinicAction({
  body: RESOLVE_BODY,
  query: NOTHING,
  run: async (call) => {
    const { patientId, seq } = itemIn(call)
    const { actor: by, outcome } = call.body
    const resolution = { by, ...(outcome !== undefined && { outcome }) }
    const task = doneValue(await resolveTask(call.services, whoseOf(call, patientId), seq, resolution))
    return jsonAnswer(200, taskView({ id: patientId }, task, call.services.clock.now()))
  },
})

const ITEM_ID = /^([A-Za-z0-9_-]{1,40})\.([1-9]\d{0,5})$/

/** An item's id is its patient's and its number there. @throws RequestProblem 404 when it cannot be one */
function itemIn({ path: { id = '' } }: ClinicCall<unknown, unknown>): {
  readonly patientId: PatientId
  readonly seq: number
} {
  const [, patientId = '', seq] = ITEM_ID.exec(id) ?? []
  if (seq === undefined || !isPatientId(patientId)) throw new RequestProblem(404, { detail: 'no such item' })
  return { patientId, seq: Number(seq) }
}

const whoseOf = ({ clinic }: ClinicCall<unknown, unknown>, patientId: PatientId) => ({
  patientId,
  clinicId: clinic.id,
})
