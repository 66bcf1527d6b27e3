import type { ROUTES, Route } from '../../lib/routes.ts'
import type { Action } from './action.ts'
import { finishSeries, startCourse, updateInjection, updateStanding } from './courses.ts'
import { showHealth } from './health.ts'
import { enrolPatient, listPatients, showPatient, showPlan, updatePatient } from './patients.ts'
import {
  closeEscalation,
  closeTask,
  listEscalations,
  listTasks,
  takeEscalation,
  takeTask,
} from './worklist.ts'

type KeyOf<R> = R extends Route & { readonly function: 'clinic-api' } ? `${R['method']} ${R['path']}` : never

/** A route without an action, or an action without a route, does not compile. */
export const ACTIONS = {
  'POST /v1/patients': enrolPatient,
  'GET /v1/patients': listPatients,
  'GET /v1/patients/{id}': showPatient,
  'PATCH /v1/patients/{id}': updatePatient,
  'GET /v1/patients/{id}/plan': showPlan,
  'POST /v1/patients/{id}/courses': startCourse,
  'PUT /v1/patients/{id}/courses/{course}/injections/{injection}': updateInjection,
  'POST /v1/patients/{id}/pause': updateStanding('pause'),
  'POST /v1/patients/{id}/resume': updateStanding('resume'),
  'POST /v1/patients/{id}/end-series': finishSeries,
  'POST /v1/patients/{id}/withdraw': updateStanding('withdraw'),
  'GET /v1/escalations': listEscalations,
  'POST /v1/escalations/{id}/acknowledge': takeEscalation,
  'POST /v1/escalations/{id}/resolve': closeEscalation,
  'GET /v1/tasks': listTasks,
  'POST /v1/tasks/{id}/acknowledge': takeTask,
  'POST /v1/tasks/{id}/resolve': closeTask,
  'GET /health': showHealth,
} as const satisfies Record<KeyOf<(typeof ROUTES)[number]>, Action>
