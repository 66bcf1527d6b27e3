import type { Role } from './ports/clinic-register.ts'

export type FunctionName =
  | 'clinic-api'
  | 'import-patients'
  | 'receive-reply'
  | 'record-delivery'
  | 'console-pages'
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Route {
  readonly method: Method
  readonly path: string
  readonly function: FunctionName
  /** Any one of these roles may call; `anyone` needs no key, `twilio` a signature. */
  readonly who: readonly Role[] | 'anyone' | 'twilio'
  /** What a caller sends, where it is not JSON. */
  readonly body?: 'csv'
}

const CLINIC = ['clinic'] as const
const READERS = ['clinic', 'read'] as const
const OPERATORS = ['ops'] as const

/** Calls a second, and at once, of each route: far above what a clinic or its patients send, and below what would hurt. */
export const THROTTLE = { rateLimit: 100, burstLimit: 200 } as const

/**
 * News of deliveries comes twice a text, as fast as senders send, and all at once for texts that expire together. Twilio
 * does not call again with news that was turned away.
 */
export const NEWS_THROTTLE = { rateLimit: 1000, burstLimit: 2000 } as const

/** The way in from texting patients, whose failures page a person: it has metrics of its own. */
export const INBOUND = { method: 'POST', path: '/webhooks/twilio/inbound' } as const
/** The way in for news of deliveries. */
export const NEWS = { method: 'POST', path: '/webhooks/twilio/status' } as const

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
  { method: 'GET', path: '/v1/patients/{id}/replies', function: 'clinic-api', who: READERS },
  { method: 'GET', path: '/v1/patients/{id}/history', function: 'clinic-api', who: READERS },
  { method: 'GET', path: '/v1/patients/{id}/evidence', function: 'clinic-api', who: READERS },
  { method: 'GET', path: '/v1/patients/{id}/export', function: 'clinic-api', who: READERS },
  { method: 'DELETE', path: '/v1/patients/{id}', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/imports', function: 'import-patients', who: CLINIC, body: 'csv' },
  { method: 'GET', path: '/v1/imports/template', function: 'import-patients', who: READERS },
  { method: 'GET', path: '/v1/escalations', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/escalations/{id}/acknowledge', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/escalations/{id}/resolve', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/tasks', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/tasks/{id}/acknowledge', function: 'clinic-api', who: CLINIC },
  { method: 'POST', path: '/v1/tasks/{id}/resolve', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/protocols', function: 'clinic-api', who: READERS },
  { method: 'GET', path: '/v1/protocols/{id}', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/protocols/{id}/preview', function: 'clinic-api', who: READERS },
  { method: 'POST', path: '/v1/visits/move', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/clinic', function: 'clinic-api', who: READERS },
  { method: 'PUT', path: '/v1/clinic', function: 'clinic-api', who: CLINIC },
  { method: 'GET', path: '/v1/today', function: 'clinic-api', who: READERS },
  { method: 'GET', path: '/v1/ops/summary', function: 'clinic-api', who: OPERATORS },
  { method: 'GET', path: '/v1/openapi.json', function: 'console-pages', who: 'anyone' },
  { method: 'GET', path: '/health', function: 'clinic-api', who: 'anyone' },
  { method: 'GET', path: '/', function: 'console-pages', who: 'anyone' },
  { method: 'GET', path: '/docs', function: 'console-pages', who: 'anyone' },
  { method: 'GET', path: '/console/{file+}', function: 'console-pages', who: 'anyone' },
  { ...INBOUND, function: 'receive-reply', who: 'twilio' },
  { ...NEWS, function: 'record-delivery', who: 'twilio' },
] as const satisfies readonly Route[]
