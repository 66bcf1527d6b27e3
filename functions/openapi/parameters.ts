import type * as z from 'zod/mini'
import type { Route } from '../../lib/routes.ts'
import { EXAMPLE } from './examples.ts'
import { type JsonSchema, jsonSchema } from './json-schema.ts'

/** Schemas that others refer to, by name. */
export type Definitions = Map<string, JsonSchema>

const PLACES: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  patients: { description: 'The patient’s id.', example: EXAMPLE.patient },
  escalations: { description: 'The escalation’s id.', example: `${EXAMPLE.patient}.1` },
  tasks: { description: 'The task’s id.', example: `${EXAMPLE.patient}.1` },
  protocols: { description: 'The protocol version.', example: EXAMPLE.protocol },
  courses: { description: 'The course’s number, from 1.', example: '1' },
  injections: { description: 'The injection’s number, from 1.', example: '1' },
}

export const pathParameters = ({ path }: Route) =>
  [...path.matchAll(/([\w-]+)\/\{(\w+)\}/g)].map(([, place = '', name]) => ({
    name,
    in: 'path',
    required: true,
    ...PLACES[place],
    schema: { type: 'string' },
  }))

export function queryParameters(query: z.ZodMiniType, example = '', definitions: Definitions) {
  const { properties = {}, required = [] } = jsonSchema(query, definitions)
  const shown = new URLSearchParams(example)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(shown.has(name) && { example: shown.get(name) }),
  }))
}
