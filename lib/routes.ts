import type { Role } from './ports/clinic-register.ts'

export type FunctionName = 'clinic-api' | 'receive-reply' | 'record-delivery'
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Route {
  readonly method: Method
  readonly path: string
  readonly function: FunctionName
  /** Any one of these roles may call; `anyone` needs no key, `twilio` a signature. */
  readonly who: readonly Role[] | 'anyone' | 'twilio'
}

const CLINIC = ['clinic'] as const
const READERS = ['clinic', 'read'] as const

/** Every way in. Read by the API function, by the stack and by the local gateway. */
export const ROUTES = [
  { method: 'POST', path: '/v1/patients', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/patients', function: 'clinic-api', who: READERS },
  { method: 'GET', path: '/v1/patients/{id}', function: 'clinic-api', who: READERS },
  { method: 'PATCH', path: '/v1/patients/{id}', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/patients/{id}/plan', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/patients/{id}/courses', function: 'clinic-api', who: CLINIC },
  {
    method: 'PUT',
    path: '/v1/patients/{id}/courses/{course}/injections/{injection}',
    function: 'clinic-api',
    who: CLINIC,
  },
  { method: 'POST', path: '/v1/patients/{id}/pause', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/patients/{id}/resume', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/patients/{id}/end-series', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/patients/{id}/withdraw', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/escalations', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/escalations/{id}/acknowledge', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/escalations/{id}/resolve', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/tasks', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/tasks/{id}/acknowledge', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/tasks/{id}/resolve', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/health', function: 'clinic-api', who: 'anyone' },
  { method: 'POST', path: '/webhooks/twilio/inbound', function: 'receive-reply', who: 'twilio' },
  { method: 'POST', path: '/webhooks/twilio/status', function: 'record-delivery', who: 'twilio' },
] as const satisfies readonly Route[]
