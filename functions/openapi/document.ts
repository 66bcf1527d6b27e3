import type * as z from 'zod/mini'
import { type Method, ROUTES, type Route } from '../../lib/routes.ts'
import type { Action } from '../api/action.ts'
import { ACTIONS, type CallOf } from '../api/actions.ts'
import { IMPORT_ACTIONS } from '../api/import-actions.ts'
import type { ApiFunction } from '../handlers/api.ts'
import { type JsonSchema, jsonSchema } from './json-schema.ts'
import { nameSchemas } from './names.ts'
import { OPERATIONS, type Operation } from './operations.ts'
import { type Definitions, pathParameters, queryParameters } from './parameters.ts'
import { PROBLEM } from './shapes.ts'

/** A documented call: the route, what it accepts, what it answers. */
export interface Call {
  readonly route: Route
  readonly operation: Operation
  readonly accepts: Action['accepts']
}

const ALL_ACTIONS = { ...ACTIONS, ...IMPORT_ACTIONS }

const isDocumented = (key: string): key is CallOf<ApiFunction> => Object.hasOwn(OPERATIONS, key)

/** Every call of the API, in the order of the routes. */
export const CALLS: readonly Call[] = ROUTES.flatMap((route: Route) => {
  const key = `${route.method} ${route.path}`
  if (!isDocumented(key)) return []
  const action: Action = ALL_ACTIONS[key]
  return [{ route, operation: OPERATIONS[key], accepts: action.accepts }]
})

/**
 * OpenAPI 3.1 of the clinic API. It is made when the project changes, not when somebody asks: the result stands in
 * `console/public`, from where the build takes it to the pages.
 */
export function openApi(): unknown {
  nameSchemas()
  const definitions: Definitions = new Map()
  const problem = jsonSchema(PROBLEM, definitions)
  const paths = pathsOf(CALLS, definitions)
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Texts through a course of prolotherapy',
      version: 'v1',
      description:
        'Visit times are the clinic’s wall clock (2026-12-01T10:00); what happened is in UTC. Lists page by `cursor`. Every write takes an optional `actor`, who at the clinic asks. An id of another clinic answers 404.',
    },
    servers: [{ url: '/' }],
    security: [{ apiKey: [] }],
    tags: [...new Set(CALLS.map(({ operation }) => operation.group))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'The clinic’s API key.' },
      },
      schemas: Object.fromEntries(definitions),
      responses: {
        Problem: {
          description: 'In words what is wrong (RFC 9457).',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    },
  }
  // Where OpenAPI keeps what JSON Schema keeps in each schema.
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/'))
}

function pathsOf(calls: readonly Call[], definitions: Definitions) {
  const paths: Record<string, Record<string, object>> = {}
  for (const call of calls) {
    const { path, method } = call.route
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(call, definitions) }
  }
  return paths
}

function operationOf({ route, operation, accepts }: Call, definitions: Definitions) {
  const { group, does, more, example } = operation
  return {
    operationId: operationId(route),
    tags: [group],
    summary: does,
    ...(more !== undefined && { description: more }),
    ...(route.who === 'anyone' && { security: [] }),
    parameters: [
      ...pathParameters(route),
      ...(accepts ? queryParameters(accepts.query, example?.query, definitions) : []),
    ],
    ...(accepts &&
      takesBody(route.method) && {
        requestBody: requestBody(route, accepts.body, example?.body, definitions),
      }),
    responses: responsesOf(route, operation, definitions),
  }
}

const takesBody = (method: Method): boolean => method !== 'GET'

/** `putPatientsCoursesInjections`: stable, for generated clients. */
const operationId = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path
    .replace(/^\/v1/, '')
    .split(/[/.-]/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? `By${capital(part.slice(1, -1))}` : capital(part)))
    .join('')}`

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const requestBody = (
  { body: kind }: Route,
  body: z.ZodMiniType,
  example: unknown,
  definitions: Definitions,
) => ({
  required: true,
  content: {
    [kind === 'csv' ? 'text/csv' : 'application/json']: {
      schema: jsonSchema(body, definitions),
      ...(example !== undefined && { example }),
    },
  },
})

function responsesOf(route: Route, operation: Operation, definitions: Definitions) {
  const { status = 200, answer, conflicts } = operation
  const success = { description: operation.does, content: contentOf(answer, definitions) }
  const refusals = [
    ...(route.who === 'anyone' ? [] : [401, 403]),
    ...(route.path.includes('{') ? [404] : []),
    ...(conflicts ? [409] : []),
    ...(takesBody(route.method) ? [400, 413, 415] : []),
    ...(route.who === 'anyone' ? [] : [422]),
  ]
  const problem = { $ref: '#/components/responses/Problem' }
  return {
    [status]: success,
    // A repeat of an enrolment, or of another call that found its work done.
    ...(status === 201 && { 200: success }),
    ...Object.fromEntries(refusals.map((code) => [code, problem])),
    default: problem,
  }
}

function contentOf(
  answer: Operation['answer'],
  definitions: Definitions,
): Readonly<Record<string, { readonly schema: JsonSchema }>> {
  return 'type' in answer && answer.type === 'text/csv'
    ? { 'text/csv': { schema: { type: 'string' } } }
    : { 'application/json': { schema: jsonSchema(answer, definitions) } }
}
