import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROUTES } from '../../lib/routes.ts'
import { makeWholeApi } from '../functions/api.ts'
import { CONTEXT, gatewayEvent, KEY } from '../functions/events.ts'
import type { World } from '../functions/fakes.ts'
import { API_ROUTES, bodyOf, isWrite, keyOf, pathOf, worldWithZara, written } from './calls.ts'
import { nastyJson, nastyText, spoiled } from './hostile-values.ts'
import { ZARA } from './zara.ts'

const WRITES = API_ROUTES.filter((route) => isWrite(route) && route.body !== 'csv')
const PUBLIC = API_ROUTES.filter(({ who }) => who === 'anyone').map(keyOf)
const EXPECTED = [200, 201, 202, 204, 400, 401, 403, 404, 405, 409, 413, 415, 422]
/** Twice the largest body: a refusal may repeat what it refuses. */
const LONGEST_REFUSAL = 2 * 64 * 1024

/** What must hold of every answer, whoever asks and however. */
async function askRudely({ services, touched, lines }: World, event: APIGatewayProxyEventV2) {
  touched.length = 0
  lines.length = 0
  const asked = JSON.stringify(event).slice(0, 500)
  const answer = await makeWholeApi(services)(event, CONTEXT)
  const { statusCode: status = 0, headers = {}, body = '' } = answer
  expect(EXPECTED, `${asked} -> ${status} ${lines.join()}`).toContain(status)
  expect(body).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|\[object /)
  // The router has put the route's pattern there; none of a refusal that found no route.
  if (!PUBLIC.includes(event.routeKey)) expect(headers['cache-control']).toBe('no-store')
  if (status >= 400) {
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status })
    expect(headers['content-type']).toBe('application/problem+json')
    expect(written({ touched })).toEqual([])
    expect(body.length).toBeLessThan(LONGEST_REFUSAL)
  }
  expect(Object.values(headers).join()).not.toMatch(/[\r\n]/)
  return status
}

const authorised = (more: Readonly<Record<string, string>>) => ({
  authorization: `Bearer ${KEY}`,
  'content-type': 'application/json',
  ...more,
})

describe('a call of the clinic API', () => {
  it.each(
    WRITES.map((route) => [keyOf(route), route] as const),
  )('with one bad value in its body is refused or understood: %s', async (_, route) => {
    const here = await worldWithZara()
    const { method } = route
    const ask = (body: string) =>
      askRudely(here, gatewayEvent({ method, path: pathOf(route), headers: authorised({}), body }))

    await fc.assert(
      fc.asyncProperty(spoiled(bodyOf(route)), async (body) => void (await ask(body))),
      { numRuns: 120 },
    )
  })

  it('with any path, query, header and body is answered in good form', async () => {
    const here = await worldWithZara()
    const method = fc.oneof(
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', '__proto__'),
      fc.string({ minLength: 1, maxLength: 8 }),
    )
    const segment = fc.oneof(nastyText, fc.constantFrom('..', '.', '%2e%2e', 'zara-Xq7Lm2', '1'))
    const path = fc.oneof(
      fc.tuple(fc.constantFrom(...ROUTES), segment).map(([{ path }, id]) => path.replace(/\{\w+\}/g, id)),
      fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
    )
    const query = fc
      .array(fc.tuple(fc.constantFrom('limit', 'cursor', 'state', 'dryRun', '__proto__', 'q'), nastyText))
      .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`))
    const header = fc.constantFrom('content-type', 'authorization', 'x-forwarded-host', '__proto__', 'host')
    const headers = fc.array(fc.tuple(header, nastyText), { maxLength: 3 }).map(Object.fromEntries)
    const body = fc.option(fc.oneof(nastyJson, nastyText), { nil: undefined })

    await fc.assert(
      fc.asyncProperty(
        fc.tuple(method, path, query, headers, body, fc.boolean()),
        async ([method, path, query, headers, body, isBase64]) => {
          const call = { method, path, query: query.join('&'), headers: authorised(headers) }
          const event = gatewayEvent({ ...call, ...(body !== undefined && { body }) })

          await askRudely(here, { ...event, isBase64Encoded: isBase64 })
        },
      ),
      { numRuns: 1_500 },
    )
  })

  it('with thousands of fields that nobody knows is told of the first', async () => {
    const here = await worldWithZara()
    const fields = Array.from({ length: 6_000 }, (_, index) => `"k${index}":1`)
    const body = `{${fields.join(',')}}`

    const event = gatewayEvent({ method: 'POST', path: '/v1/patients', headers: authorised({}), body })

    expect(await askRudely(here, event)).toBe(422)
  })

  it.each([
    ['a value', '{"actor":"Kim \\ud83d"}'],
    ['a name', '{"\\udc00":1}'],
    ['a value deep inside', '{"x":[[{"y":"\\ud800\\ud800"}]]}'],
  ])('with half a character in %s is refused', async (_, body) => {
    const here = await worldWithZara()
    const path = `/v1/patients/${ZARA.id}/pause`

    const status = await askRudely(
      here,
      gatewayEvent({ method: 'POST', path, headers: authorised({}), body }),
    )

    expect(status).toBe(400)
  })

  it('whose parameters come twice is refused, not read as one of them', async () => {
    const here = await worldWithZara()
    // API Gateway joins the values of one name by commas.
    const event = gatewayEvent({ path: '/v1/patients', headers: authorised({}), query: 'limit=5' })

    for (const limit of ['5,100', '5,', ',5', '5,5'])
      expect(await askRudely(here, { ...event, queryStringParameters: { limit } })).toBe(422)
  })
})
