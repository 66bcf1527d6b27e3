import { CALLS, type Call } from '../../functions/openapi/document.ts'
import { ENROLMENT, EXAMPLE } from '../../functions/openapi/examples.ts'
import { type Journey, journeyFrom, type Person } from '../journeys/journey.ts'

export const keyOf = ({ route }: Call): string => `${route.method} ${route.path}`

export const CALL_BY_KEY = new Map(CALLS.map((call) => [keyOf(call), call]))

export interface Said {
  readonly status: number
  readonly type: string
  readonly body: unknown
}

/** The service at ten in the morning, as `npm start` has it, with a second clinic on a key of its own. */
export const startService = (): Promise<Journey> => journeyFrom('2026-11-23T10:00')

let enrolments = 0

/** The patient of the examples: enrolled, texted, with an open escalation and an open task. */
export async function examplePatient(here: Journey): Promise<Person> {
  enrolments += 1
  const patient = await here.enrol({
    ...ENROLMENT,
    reference: `example-${enrolments}`,
    mobile: `+614915${String(70_000 + enrolments).padStart(5, '0')}`,
  })
  await patient.writes('fever and the spot is weeping')
  await patient.writes('zorbolex ok?')
  await patient.writes('purple elephants dance')
  await patient.writes('im pregnant')
  return patient
}

/** An example's path with what stands in for the examples' ids. */
export function pathFor({ route: { path }, operation: { example } }: Call, patient: string): string {
  const query = example?.query === undefined ? '' : `?${example.query}`
  const item = /^\/v1\/(escalations|tasks)\//.test(path) ? `${patient}.1` : patient
  const id = path.startsWith('/v1/protocols/') ? EXAMPLE.protocol : item
  return `${path.replace('{id}', id).replace('{course}', '1').replace('{injection}', '1')}${query}`
}

/** Makes a call on the wire, as its documentation says to. */
export async function make(
  { cloud }: Journey,
  { route }: Pick<Call, 'route'>,
  path: string,
  body: unknown,
  key: string | null = cloud.key,
): Promise<Said> {
  const isCsv = route.body === 'csv'
  const response = await fetch(`${cloud.url}${path}`, {
    method: route.method,
    headers: {
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': isCsv ? 'text/csv' : 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  return { status: response.status, type, body: type.includes('json') ? JSON.parse(text) : text }
}
