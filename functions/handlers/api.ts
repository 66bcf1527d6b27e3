import middy, { type MiddyfiedHandler } from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpRouter from '@middy/http-router'
import type { Services } from '../../lib/care/services.ts'
import { ROUTES, type Route } from '../../lib/routes.ts'
import type { Action } from '../api/action.ts'
import type { Answer, ApiEvent } from '../http/api-event.ts'
import { RequestProblem } from '../http/problem.ts'
import { apiKey } from '../middleware/api-key.ts'
import { csvBody } from '../middleware/csv-body.ts'
import { jsonBody } from '../middleware/json-body.ts'
import { logRun } from '../middleware/log-run.ts'
import { problemJson } from '../middleware/problem-json.ts'

/** The functions that answer the clinic API between them. */
export type ApiFunction = 'clinic-api' | 'import-patients'

const isOfApi = (route: Route): boolean =>
  route.function === 'clinic-api' || route.function === 'import-patients'
const API_ROUTES: readonly Route[] = ROUTES.filter(isOfApi)

/** The requests that one function answers, as the route table says. */
export function makeApi(services: Services, name: ApiFunction, actions: Readonly<Record<string, Action>>) {
  // Built once per cold start.
  const actionByKey = new Map(Object.entries(actions))
  const routes = API_ROUTES.filter((route) => route.function === name).map((route) => ({
    method: route.method,
    path: route.path,
    handler: makeRoute(services, route, actionByKey.get(keyOf(route))),
  }))
  return middy<ApiEvent, Answer>()
    .use(logRun(services))
    .use(problemJson(services))
    .use(httpHeaderNormalizer())
    .handler(httpRouter<ApiEvent, Answer>({ routes, notFoundResponse: refuseUnrouted }))
}

function makeRoute(
  services: Services,
  route: Route,
  action: Action | undefined,
): MiddyfiedHandler<ApiEvent, Answer> {
  const key = keyOf(route)
  if (action === undefined || route.who === 'twilio')
    throw new Error(`route ${key}: not one of the clinic API`)
  const chain = middy<ApiEvent, Answer>().before(({ event }) => {
    event.routeKey = key
  })
  if (route.who !== 'anyone') chain.use(apiKey({ clinics: services.clinics, roles: route.who }))
  if (route.method !== 'GET') chain.use(route.body === 'csv' ? csvBody() : jsonBody())
  // Run per event.
  return chain.handler((event) => action(services, event))
}

/** The router knows only that nothing fits; a path that other methods reach is a 405, which must name them. */
function refuseUnrouted({ method, path }: { readonly method: string; readonly path: string }): never {
  const allowed = API_ROUTES.filter((route) => patternOf(route).test(path)).map((route) => route.method)
  if (allowed.length === 0) throw new RequestProblem(404, { detail: 'there is nothing at this path' })
  const allow = allowed.join(', ')
  const detail = `${method} is not possible here; expected ${allow}`
  throw new RequestProblem(405, { detail, headers: { allow } })
}

const keyOf = ({ method, path }: Route): string => `${method} ${path}`

const patternOf = ({ path }: Route): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`)
