import { request } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import { type Gateway, startGateway } from '../../local/gateway.ts'

const NOW = Date.parse('2026-11-22T23:00:00Z')
const open: Gateway[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((gateway) => gateway.close()))
})

/** A gateway whose functions answer `result` and keep what they were called with. */
async function gatewayAnswering(result: unknown = { statusCode: 204 }) {
  const calls: { functionName: string; event: APIGatewayProxyEventV2 }[] = []
  const gateway = await startGateway({
    now: () => NOW,
    invoke: async (functionName, event) => {
      calls.push({ functionName, event: event as APIGatewayProxyEventV2 })
      if (result instanceof Error) throw result
      return result
    },
  })
  open.push(gateway)
  const eventOf = async (path: string, init?: RequestInit) => {
    await fetch(`${gateway.url}${path}`, init)
    const call = calls.at(-1)
    if (call === undefined) throw new Error('no function was called')
    return { functionName: call.functionName, ...call.event }
  }
  return { ...gateway, calls, eventOf }
}

describe('the event of a request', () => {
  it('carries a form base64-encoded, as an HTTP API does', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/webhooks/twilio/inbound', {
      method: 'POST',
      body: new URLSearchParams({ Body: 'I took 2 & it é hurts', From: '+61491570006' }),
    })

    expect(event.functionName).toBe('receive-reply')
    expect(event.routeKey).toBe('POST /webhooks/twilio/inbound')
    expect(event.isBase64Encoded).toBe(true)
    expect(Buffer.from(event.body ?? '', 'base64').toString()).toBe(
      'Body=I+took+2+%26+it+%C3%A9+hurts&From=%2B61491570006',
    )
  })

  it('carries JSON as text', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/v1/patients', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{"givenName":"Zoë"}',
    })

    expect(event.functionName).toBe('clinic-api')
    expect(event.body).toBe('{"givenName":"Zoë"}')
    expect(event.isBase64Encoded).toBe(false)
  })

  it('carries a body of an unnamed type base64-encoded', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/v1/patients', { method: 'POST', body: new Uint8Array([0, 255]) })

    expect(event).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  })

  it('has no body when the request has none', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/health')

    expect(event).not.toHaveProperty('body')
    expect(event.isBase64Encoded).toBe(false)
  })

  it('keeps path and query as received, and joins repeated names with commas', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/v1/patients/a%2Db/plan?x=1&y=a%20b&x=2')

    expect(event).toMatchObject({
      rawPath: '/v1/patients/a%2Db/plan',
      rawQueryString: 'x=1&y=a%20b&x=2',
      queryStringParameters: { x: '1,2', y: 'a b' },
      pathParameters: { id: 'a-b' },
      routeKey: 'GET /v1/patients/{id}/plan',
    })
  })

  it('gives a greedy parameter all that is left of the path', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/console/fonts/a%20b.woff2')

    expect(event).toMatchObject({
      functionName: 'console-pages',
      pathParameters: { file: 'fonts/a b.woff2' },
      routeKey: 'GET /console/{file+}',
    })
  })

  it('has lower-case headers, joined when repeated, and cookies of their own', async () => {
    const { url, calls } = await gatewayAnswering()

    await new Promise((resolve) => {
      const headers = { 'X-Twilio-Signature': 'abc=', 'X-Many': ['one', 'two'], Cookie: 'a=1; b=2' }
      request(`${url}/health`, { headers }, (response) => response.resume().on('end', resolve)).end()
    })
    const event = calls.at(-1)?.event

    expect(event?.headers).toMatchObject({ 'x-twilio-signature': 'abc=', 'x-many': 'one,two' })
    expect(event?.headers).not.toHaveProperty('cookie')
    expect(event?.cookies).toEqual(['a=1', 'b=2'])
  })

  it('tells the time of the movable clock, the method and the stage', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/v1/clinic', { method: 'PUT' })

    expect(event.version).toBe('2.0')
    expect(event.requestContext).toMatchObject({
      stage: '$default',
      domainName: 'localhost',
      timeEpoch: NOW,
      time: '22/Nov/2026:23:00:00 +0000',
      http: { method: 'PUT', path: '/v1/clinic', protocol: 'HTTP/1.1' },
    })
  })

  it('goes to the clinic API when no route is its own', async () => {
    const { eventOf } = await gatewayAnswering()

    const event = await eventOf('/webhooks/twilio/other')

    expect(event).toMatchObject({ functionName: 'clinic-api', routeKey: '$default' })
  })
})

describe("a function's result", () => {
  it('comes back with status, headers, cookies and body', async () => {
    const { url } = await gatewayAnswering({
      statusCode: 422,
      headers: { 'Content-Type': 'application/problem+json', 'X-Number': 4 },
      cookies: ['a=1', 'b=2'],
      body: '{"title":"no"}',
    })

    const response = await fetch(`${url}/v1/patients`)

    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('x-number')).toBe('4')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.text()).toBe('{"title":"no"}')
  })

  it('is decoded when it is base64', async () => {
    const { url } = await gatewayAnswering({ statusCode: 200, body: 'w6k=', isBase64Encoded: true })

    const response = await fetch(`${url}/`)

    expect(await response.text()).toBe('é')
  })

  it('is the JSON of a 200 when it has no status code', async () => {
    const { url } = await gatewayAnswering({ ok: true })

    const response = await fetch(`${url}/`)

    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ok: true })
  })

  it('is a bare 500 when the function throws', async () => {
    const { url } = await gatewayAnswering(new Error('the patient Ann'))

    const response = await fetch(`${url}/`)

    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ message: 'Internal Server Error' })
  })
})

describe('a body over 10 MB', () => {
  it('is refused with 413 and calls nobody', async () => {
    const { url, calls } = await gatewayAnswering()

    const response = await fetch(`${url}/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    })

    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({ message: 'Request Entity Too Large' })
    expect(calls).toEqual([])
  })
})
