import type { FunctionName, ROUTES, Route } from '../../lib/routes.ts'
import type { Action } from './action.ts'
import { showClinic, updateClinic } from './clinic.ts'
import { finishSeries, startCourse, updateInjection, updateStanding } from './courses.ts'
import { exportPatient, showEvidence } from './evidence.ts'
import { showHealth } from './health.ts'
import { showOps } from './ops.ts'
import { enrolPatient, erasePatient, listPatients, showPatient, showPlan, updatePatient } from './patients.ts'
import { listProtocols, previewProtocol, showProtocol } from './protocols.ts'
import { listHistory, listReplies } from './records.ts'
import { showToday } from './today.ts'
import { moveManyVisits } from './visits.ts'
import {
  closeEscalation,
  closeTask,
  listEscalations,
  listTasks,
  takeEscalation,
  takeTask,
} from './worklist.ts'

type KeyOf<R, F> = R extends Route & { readonly function: F } ? `${R['method']} ${R['path']}` : never

/** A call that this function answers, `GET /v1/patients`. */
export type CallOf<F extends FunctionName> = KeyOf<(typeof ROUTES)[number], F>

/** A route without an action, or an action without a route, does not compile. */
export const ACTIONS = {
  'POST /v1/patients': enrolPatient,
  'GET /v1/patients': listPatients,
  'GET /v1/patients/{id}': showPatient,
  'PATCH /v1/patients/{id}': updatePatient,
  'DELETE /v1/patients/{id}': erasePatient,
  'GET /v1/patients/{id}/plan': showPlan,
  'POST /v1/patients/{id}/courses': startCourse,
  'PUT /v1/patients/{id}/courses/{course}/injections/{injection}': updateInjection,
  'POST /v1/patients/{id}/pause': updateStanding('pause'),
  'POST /v1/patients/{id}/resume': updateStanding('resume'),
  'POST /v1/patients/{id}/end-series': finishSeries,
  'POST /v1/patients/{id}/withdraw': updateStanding('withdraw'),
  'GET /v1/patients/{id}/replies': listReplies,
  'GET /v1/patients/{id}/history': listHistory,
  'GET /v1/patients/{id}/evidence': showEvidence,
  'GET /v1/patients/{id}/export': exportPatient,
  'GET /v1/escalations': listEscalations,
  'POST /v1/escalations/{id}/acknowledge': takeEscalation,
  'POST /v1/escalations/{id}/resolve': closeEscalation,
  'GET /v1/tasks': listTasks,
  'POST /v1/tasks/{id}/acknowledge': takeTask,
  'POST /v1/tasks/{id}/resolve': closeTask,
  'GET /v1/protocols': listProtocols,
  'GET /v1/protocols/{id}': showProtocol,
  'POST /v1/protocols/{id}/preview': previewProtocol,
  'POST /v1/visits/move': moveManyVisits,
  'GET /v1/clinic': showClinic,
  'PUT /v1/clinic': updateClinic,
  'GET /v1/today': showToday,
  'GET /v1/ops/summary': showOps,
  'GET /health': showHealth,
} as const satisfies Record<CallOf<'clinic-api'>, Action>
