import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { clinicView } from '../../functions/http/clinic-view.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { NEWEST_PROTOCOL } from '../../lib/protocol/released.ts'
import { ROUTES, type Route } from '../../lib/routes.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { makeWholeApi } from '../functions/api.ts'
import { apiEvent, CONTEXT } from '../functions/events.ts'
import { type World, world } from '../functions/fakes.ts'
import { SENT_TO_ZARA, ZARA } from './zara.ts'

export const API_ROUTES: readonly Route[] = ROUTES.filter(
  (route) => route.function === 'clinic-api' || route.function === 'import-patients',
)
export const keyOf = ({ method, path }: Route): string => `${method} ${path}`
export const isWrite = ({ method }: Route): boolean => method !== 'GET'

export const ENROLMENT = {
  reference: 'bea-1',
  mobile: '0491 570 156',
  injections: [{ at: '2026-12-01T10:00' }, { at: '2027-01-12T10:00' }],
  consent: { given: '2026-11-23', method: 'written' },
}

/** A body that each route accepts; an empty object where it needs none. A new route that needs one is to be added here. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /v1/patients': ENROLMENT,
  'PATCH /v1/patients/{id}': { belt: false },
  'POST /v1/patients/{id}/courses': { injections: [{ at: '2027-06-01T10:00' }] },
  'PUT /v1/patients/{id}/courses/{course}/injections/{injection}': { at: '2026-12-02T10:00' },
  'POST /v1/escalations/{id}/resolve': { outcome: 'phoned her' },
  'POST /v1/tasks/{id}/resolve': { outcome: 'phoned her' },
  'POST /v1/protocols/{id}/preview': { injections: [{ at: '2026-12-01T10:00' }] },
  'POST /v1/visits/move': { from: '2026-12-01', to: '2026-12-01', days: 7 },
  'PUT /v1/clinic': settingsOf(HARBOUR),
}

/** What a clinic gets as its settings, less what it need not send back. */
function settingsOf(clinic: Clinic): object {
  const { changed: _, holidaysUntil: __, ...settings } = clinicView(clinic)
  return settings
}

export const CSV = `Reference,Mobile,Given name,Label,Consent date,Consent method,Injection 1
bea-1,0491 570 156,Bea,Bea,23/11/2026,written,1/12/2026 10:00
`

export const bodyOf = (route: Route): object => BODIES[keyOf(route)] ?? {}

const textOf = (route: Route): string => (route.body === 'csv' ? CSV : JSON.stringify(bodyOf(route)))

/** What `{id}` stands for on a path: Zara's own, and one of the same form that nobody has. */
const IDS: readonly (readonly [string, string, string])[] = [
  ['/v1/patients/{id}', ZARA.id, 'nobody-7Qx'],
  ['/v1/escalations/{id}', `${ZARA.id}.1`, 'nobody-7Qx.1'],
  ['/v1/tasks/{id}', `${ZARA.id}.1`, 'nobody-7Qx.1'],
]

/** The same where an `{id}` belongs to no clinic. */
const COMMON_IDS = new Map<string, string>([['/v1/protocols/{id}', NEWEST_PROTOCOL]])

const startOf = ({ path }: Route): string => path.slice(0, path.indexOf('{id}') + '{id}'.length)

export const namesAnId = (route: Route): boolean =>
  route.path.includes('{id}') && !COMMON_IDS.has(startOf(route))

/** @throws Error for a route of which nobody has said whose its id is */
export function pathOf(route: Route, whose: 'zara' | 'nobody' = 'zara'): string {
  const [, hers = '', none = ''] = IDS.find(([start]) => start === startOf(route)) ?? []
  if (namesAnId(route) && hers === '') throw new Error(`${route.path}: whose is its {id}? Say so in IDS`)
  return route.path
    .replace('{id}', COMMON_IDS.get(startOf(route)) ?? (whose === 'zara' ? hers : none))
    .replace('{course}', '1')
    .replace('{injection}', '1')
}

interface Call {
  readonly whose?: 'zara' | 'nobody'
  readonly key?: string | undefined
  /** Text in place of the route's own body. */
  readonly raw?: string
  readonly query?: string
}

export function callOf(route: Route, call: Call = {}): APIGatewayProxyEventV2 {
  const { whose, raw = textOf(route), query = '' } = call
  const contentType = route.body === 'csv' ? 'text/csv' : 'application/json'
  const body = isWrite(route) ? { raw, contentType } : {}
  return apiEvent(`${route.method} ${pathOf(route, whose)}`, {
    query,
    ...body,
    ...('key' in call && { key: call.key }),
  })
}

export interface Asked {
  readonly status: number
  readonly text: string
}

export async function ask({ services }: World, event: APIGatewayProxyEventV2): Promise<Asked> {
  const { statusCode = 0, body: text = '' } = await makeWholeApi(services)(event, CONTEXT)
  return { status: statusCode, text }
}

/** Two clinics, one of which has Zara. */
export async function worldWithZara(replaced: Parameters<typeof world>[0] = {}): Promise<World> {
  const here = await world(replaced)
  const { id, reference, mobile } = ZARA
  await here.services.patients.write(
    ZARA,
    { id, reference, state: 'active', openEscalations: 1, openTasks: 1 },
    0,
  )
  await here.services.clinics.claimReference(ZARA.clinicId, reference, id)
  await here.services.phones.link(mobile, id)
  await keepEvidence(here)
  here.touched.length = 0
  return here
}

async function keepEvidence({ services: { evidence } }: World): Promise<void> {
  for (const reply of ZARA.replies) await evidence.putReply(ZARA.id, reply)
  for (const change of ZARA.changes) await evidence.putChange(ZARA.id, change)
  await evidence.putSent(ZARA.id, SENT_TO_ZARA)
}

/** Calls that change nothing where they go. */
const READS = new Set([
  ...['read', 'readMany', 'readWithClinic', 'list', 'overdue', 'flaggedOverdue'].map(
    (call) => `patients.${call}`,
  ),
  ...['reply', 'replies', 'sent', 'changes'].map((call) => `evidence.${call}`),
  ...['known', 'optOut', 'patients', 'strangerId'].map((call) => `phones.${call}`),
  ...['clinic', 'clinicOfSender', 'apiKey', 'apiKeys'].map((call) => `clinics.${call}`),
  ...['escalationOfAlert', 'patientOfReference'].map((call) => `clinics.${call}`),
  ...['kind', 'wakes', 'list', 'used'].map((call) => `alarms.${call}`),
  ...['callbackNews', 'answerCallback', 'news', 'sentTo', 'accountActive'].map((call) => `texting.${call}`),
])

/** Everything that was changed, sent or set since the world began: calls that are no plain reads. */
export const written = ({ touched }: Pick<World, 'touched'>): readonly string[] =>
  touched.filter((call) => !READS.has(call))
