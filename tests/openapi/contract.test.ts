import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALLS, type Call, openApi } from '../../functions/openapi/document.ts'
import { clinicId, phoneNumber } from '../../lib/patient/identifiers.ts'
import { ROUTES } from '../../lib/routes.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { endJourneys, type Journey, type Person } from '../journeys/journey.ts'
import { examplePatient, keyOf, make, pathFor, type Said, startService } from './example-calls.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document that tests look into and fail where it is not as they say
const document: any = openApi()
const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema(document, 'api')

let here: Journey
/** Of calls that are refused, so that she stays as she is. */
let bea: Person
/** The build takes it to the pages. */
const OPENAPI_FILE = join(import.meta.dirname, '../../console/public/v1/openapi.json')
const OTHER_KEY = 'the-other-clinics-key'

beforeAll(async () => {
  here = await startService()
  bea = await examplePatient(here)
  const { clinics } = here.cloud.services
  const other = { ...HARBOUR, id: clinicId('other'), sender: phoneNumber('+61480000009') }
  await clinics.saveClinic(other)
  const hash = createHash('sha256').update(OTHER_KEY).digest('hex')
  await clinics.saveApiKey(hash, { clinicId: other.id, roles: ['clinic'] })
})
afterAll(endJourneys)

const pointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** What is wrong with an answer by its documentation; none when all is as it says. */
function problemsWith({ route }: Call, { status, type, body }: Said): readonly string[] {
  const method = route.method.toLowerCase()
  const { responses } = document.paths[route.path][method]
  const described = responses[status]
  if (described === undefined) return [`status ${status} is not described`]
  const media = type.split(';')[0] ?? ''
  const isProblem = described.$ref !== undefined
  const { content } = isProblem ? document.components.responses.Problem : described
  if (content[media] === undefined) return [`${media} is not described for ${status}`]
  const schema = isProblem
    ? 'api#/components/schemas/Problem'
    : `api#/paths/${[route.path, method, 'responses', String(status), 'content', media, 'schema'].map(pointer).join('/')}`
  const validate = ajv.compile({ $ref: schema })
  return validate(body)
    ? []
    : (validate.errors ?? []).map(
        (error) => `${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`,
      )
}

const each = CALLS.map((call) => [keyOf(call), call] as const)
const needsKey = each.filter(([, { route }]) => route.who !== 'anyone')
const ofPatient = each.filter(([, { route }]) => /\/(patients|escalations|tasks)\/\{id\}/.test(route.path))
const writes = needsKey.filter(([, { route }]) => route.method !== 'GET')

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document))

    expect(result).toEqual({ valid: true })
  })

  it('is what the schemas, routes and examples say (`npx vitest run tests/openapi -u` writes it)', async () => {
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(OPENAPI_FILE)
  })

  it('is what the service answers, to anyone', async () => {
    const { status, body } = await here.call('GET', '/v1/openapi.json', undefined, null)

    expect(status).toBe(200)
    expect(body).toEqual(document)
  })

  it('describes every call of the API, and each by an id of its own', () => {
    const routed = ROUTES.filter((route) => route.path.startsWith('/v1/') || route.path === '/health')
      .filter((route) => route.function !== 'console-pages')
      .map(({ method, path }) => `${method} ${path}`)
    const ids = Object.values<object>(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )

    expect(CALLS.map(keyOf).sort()).toEqual(routed.sort())
    expect(new Set(ids).size).toBe(routed.length)
  })

  it('says what a field expects in the words of its error', () => {
    const { properties } = document.paths['/v1/patients'].post.requestBody.content['application/json'].schema

    expect(properties.consent.properties.given).toEqual({
      type: 'string',
      description: 'an existing date like 2026-11-23',
    })
    expect(properties.injections.items.required).toEqual(['at'])
  })
})

describe('every documented call', () => {
  it.each(each)('%s answers as described', async (_, call) => {
    const patient = await examplePatient(here)

    const said = await make(here, call, pathFor(call, patient.id), call.operation.example?.body)

    expect([said.status, ...problemsWith(call, said)]).toEqual([call.operation.status ?? 200])
  })

  it.each(
    each.filter(([, { operation }]) => operation.example?.body !== undefined),
  )('%s has an example that is what it accepts', (key) => {
    const [method = '', path = ''] = key.split(' ')
    const { content } = document.paths[path][method.toLowerCase()].requestBody
    const [media = ''] = Object.keys(content)
    const place = [path, method.toLowerCase(), 'requestBody', 'content', media, 'schema']
      .map(pointer)
      .join('/')
    const validate = ajv.compile({ $ref: `api#/paths/${place}` })

    expect([validate(content[media].example), validate.errors]).toEqual([true, null])
  })

  it.each(needsKey)('%s without a key is refused as described', async (_, call) => {
    const said = await make(here, call, pathFor(call, bea.id), call.operation.example?.body, null)

    expect([said.status, ...problemsWith(call, said)]).toEqual([401])
  })

  it.each(ofPatient)('%s with another clinic’s key finds nothing', async (_, call) => {
    const said = await make(here, call, pathFor(call, bea.id), call.operation.example?.body, OTHER_KEY)

    expect([said.status, ...problemsWith(call, said)]).toEqual([404])
  })

  it.each(needsKey)('%s with a query it does not know is refused as described', async (_, call) => {
    const [path] = pathFor(call, bea.id).split('?')

    const said = await make(here, call, `${path}?colour=red`, call.operation.example?.body)

    expect([said.status, ...problemsWith(call, said)]).toEqual([422])
  })

  it.each(writes)('%s with a body that is none is refused as described', async (_, call) => {
    const said = await make(here, call, pathFor(call, bea.id), '{"broken"')

    expect(said.status).toBeGreaterThanOrEqual(400)
    expect(problemsWith(call, said)).toEqual([])
  })
})
