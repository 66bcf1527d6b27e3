import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { twilioSignatures } from '../../lib/adapters/twilio/signatures.ts'
import { twilioTexting } from '../../lib/adapters/twilio/texting.ts'
import { attemptId, patientId, phoneNumber, textId } from '../../lib/patient/identifiers.ts'
import type { Secrets } from '../../lib/ports/secrets.ts'
import type { OutgoingText, Texting } from '../../lib/ports/texting.ts'
import { startTwilio, type TwilioStandIn } from '../../local/stand-ins/twilio.ts'

const START = Date.UTC(2026, 11, 1, 23, 0, 0, 500) // 10:00 on 2 December in Sydney
const SENDER = phoneNumber('+61480000001')
const MOBILE = phoneNumber('+61491570006')
const VALUES = { twilioAccountSid: 'AC0123', twilioAuthToken: 'the-token', phoneHashKey: 'key' }
const secrets: Secrets = { current: async () => VALUES, refreshed: async () => VALUES }

const text: OutgoingText = {
  from: SENDER,
  to: MOBILE,
  body: "Harbour Clinic: it's time & 100% fine + more?",
  validitySeconds: 3600,
  patientId: patientId('patient-1'),
  textId: textId('F1@1.2.1'),
  attemptId: attemptId('attempt_1'),
}

let now = START
let twilio: TwilioStandIn
let texting: Texting
let webhooks: Webhooks

beforeEach(async () => {
  now = START
  webhooks = await listenForWebhooks()
  twilio = await startTwilio({ now: () => now, accountSid: 'AC0123', authToken: 'the-token', pageCap: 3 })
  texting = twilioTexting({ secrets, publicUrl: webhooks.url, baseUrl: twilio.url })
})
afterEach(async () => {
  await Promise.all([twilio.close(), webhooks.close()])
})

describe('asking for the account', () => {
  test('tells an active one from a suspended one, and sends nothing', async () => {
    const active = await texting.accountActive()
    twilio.account('suspended')
    const suspended = await texting.accountActive()

    expect([active, suspended]).toEqual([true, false])
    expect(twilio.messages()).toEqual([])
  })

  test('an account whose token Twilio does not know may not send', async () => {
    const wrong = { ...VALUES, twilioAuthToken: 'forgotten' }
    const stranger: Secrets = { current: async () => wrong, refreshed: async () => wrong }

    const answer = await twilioTexting({
      secrets: stranger,
      publicUrl: webhooks.url,
      baseUrl: twilio.url,
    }).accountActive()

    expect(answer).toBe(false)
  })

  test('has no answer when Twilio gives none', async () => {
    await twilio.close()

    expect(await texting.accountActive()).toBeUndefined()
  })
})

describe('handing over a text', () => {
  test('is accepted with a sid, and Twilio has it word for word', async () => {
    const outcome = await texting.send(text, 8000)

    const [message] = twilio.messages()
    expect(outcome).toEqual({ kind: 'accepted', sid: message?.sid })
    expect(message).toMatchObject({ from: SENDER, to: MOBILE, body: text.body, status: 'queued' })
    expect(message?.statusCallback).toBe(
      `${webhooks.url}/webhooks/twilio/status?patient=patient-1&text=F1-1-2-1&attempt=attempt_1#rc=3&rp=ct,rt,5xx`,
    )
  })

  test.each([
    ['retry', { status: 429, code: 20429 }],
    ['number', { status: 400, code: 21614 }],
    ['opt-out', { status: 400, code: 21610 }],
    ['operators', { status: 400, code: 21606 }],
    ['operators', { status: 400, code: 99999 }],
    ['never', { status: 400, code: 21617 }],
  ] as const)('is refused as %s by %o', async (failure, fault) => {
    twilio.nextSend(fault)

    const outcome = await texting.send(text, 8000)

    expect(outcome).toEqual({ kind: 'refused', failure, code: fault.code })
    expect(twilio.messages()).toEqual([])
  })

  test('is refused for a landline and after STOP by what Twilio itself knows', async () => {
    await twilio.receive(MOBILE, SENDER, 'stop')

    const stopped = await texting.send(text, 8000)
    const landline = await texting.send({ ...text, to: phoneNumber('+61255501234') }, 8000)

    expect(stopped).toEqual({ kind: 'refused', failure: 'opt-out', code: 21610 })
    expect(landline).toEqual({ kind: 'refused', failure: 'number', code: 21614 })
  })

  test('with a token that Twilio no longer knows is refused, and the next one uses the new token', async () => {
    let token = 'old-token'
    const rotated: Secrets = {
      current: async () => ({ ...VALUES, twilioAuthToken: token }),
      async refreshed() {
        token = VALUES.twilioAuthToken
        return { ...VALUES, twilioAuthToken: token }
      },
    }
    const withOldToken = twilioTexting({ secrets: rotated, publicUrl: webhooks.url, baseUrl: twilio.url })

    const first = await withOldToken.send(text, 8000)
    const second = await withOldToken.send(text, 8000)

    expect(first).toEqual({ kind: 'refused', failure: 'operators', code: 20003, account: true })
    expect(second.kind).toBe('accepted')
  })

  test('to a port where nobody listens is refused to retry', async () => {
    await twilio.close()

    expect(await texting.send(text, 8000)).toEqual({ kind: 'refused', failure: 'retry' })
  })

  test.each([
    'hang-after-accept',
    'reset-after-accept',
  ] as const)('is unknown after %s, and a look-up finds it', async (fault) => {
    twilio.nextSend(fault)

    const outcome = await texting.send(text, 200)

    expect(outcome).toEqual({ kind: 'unknown' })
    expect(await texting.sentTo(MOBILE)).toMatchObject({
      kind: 'complete',
      texts: [{ body: text.body, sid: twilio.messages()[0]?.sid, news: { state: 'pending' } }],
    })
  })

  test.each([
    'reset-before',
    '500',
    { code: 20503, status: 503 },
  ] as const)('is unknown after %o, and a look-up finds nothing', async (fault) => {
    twilio.nextSend(fault)

    const outcome = await texting.send(text, 8000)

    expect(outcome).toEqual({ kind: 'unknown' })
    expect(await texting.sentTo(MOBILE)).toEqual({ kind: 'complete', texts: [] })
  })

  test.each([
    ['a page of HTML', 200, '<html>busy</html>'],
    ['a 2xx without a sid', 201, '{}'],
    ['an HTML error', 404, '<html>no</html>'],
    ['an HTML 502', 502, '<html>bad gateway</html>'],
  ])('is unknown after %s', async (_, status, body) => {
    const proxy = await serve(status, body)
    const through = twilioTexting({ secrets, publicUrl: webhooks.url, baseUrl: proxy.url })

    const outcome = await through.send(text, 8000)

    expect(outcome).toEqual({ kind: 'unknown' })
    expect(proxy.requests()).toBe(1)
    await proxy.close()
  })

  test('leaves no connection open for a function that is frozen to find dead', async () => {
    const vendor = await serve(201, '{"sid":"SM1"}')
    const through = twilioTexting({ secrets, publicUrl: webhooks.url, baseUrl: vendor.url })

    await through.send(text, 8000)

    expect(vendor.connectionHeaders()).toEqual(['close'])
    await vendor.close()
  })

  test.each([
    '429',
    '500',
    'reset-before',
    { status: 400, code: 21211 },
  ] as const)('gives back neither number, body nor credentials after %o', async (fault) => {
    twilio.nextSend(fault)

    const outcome = await texting.send(text, 8000)

    expect(Object.keys(outcome).filter((key) => !['kind', 'failure', 'code'].includes(key))).toEqual([])
    expect(JSON.stringify(outcome)).not.toMatch(/\+614|Harbour|token|Basic|AC0123/)
  })
})

describe('looking up what went to a number', () => {
  test('follows every page and leaves out other numbers', async () => {
    for (let n = 1; n <= 8; n += 1) await texting.send({ ...text, body: `text ${n}` }, 8000)
    await texting.send({ ...text, to: phoneNumber('+61491570156') }, 8000)

    const found = await texting.sentTo(MOBILE)

    const bodies = found.kind === 'complete' ? found.texts.map(({ body }) => body).sort() : []
    expect(bodies).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `text ${n}`))
  })

  test('never dates a text before the moment it was handed over', async () => {
    await texting.send(text, 8000)

    const found = await texting.sentTo(MOBILE)

    expect(found).toMatchObject({ texts: [{ createdAt: START + 499 }] }) // Twilio says 10:00:00, we 10:00:00.999
  })

  test('is incomplete while Twilio is down, and when the connection is refused', async () => {
    await texting.send(text, 8000)

    twilio.down(true)
    expect(await texting.sentTo(MOBILE)).toEqual({ kind: 'incomplete' })

    await twilio.close()
    expect(await texting.sentTo(MOBILE)).toEqual({ kind: 'incomplete' })
  })

  test('is incomplete when one page of many is missing', async () => {
    const vendor = await serve(200, JSON.stringify({ messages: [], next_page_uri: '/2010-04-01/gone' }), 404)
    const looking = twilioTexting({ secrets, publicUrl: webhooks.url, baseUrl: vendor.url })

    expect(await looking.sentTo(MOBILE)).toEqual({ kind: 'incomplete' })
    expect(vendor.requests()).toBe(2)
    await vendor.close()
  })

  test('takes credentials to no other address that a page may name', async () => {
    const stranger = await serve(200, JSON.stringify({ messages: [] }))
    const meta = { next_page_url: `${stranger.url}/page` }
    const vendor = await serve(200, JSON.stringify({ messages: [], meta }))
    const looking = twilioTexting({ secrets, publicUrl: webhooks.url, baseUrl: vendor.url })

    expect(await looking.sentTo(MOBILE)).toEqual({ kind: 'incomplete' })
    expect(stranger.requests()).toBe(0)
    await Promise.all([vendor.close(), stranger.close()])
  })

  test('is incomplete when a message has no date', async () => {
    const vendor = await serve(
      200,
      JSON.stringify({ messages: [{ sid: 'SM1', body: 'x', date_created: null }] }),
    )
    const looking = twilioTexting({ secrets, publicUrl: webhooks.url, baseUrl: vendor.url })

    expect(await looking.sentTo(MOBILE)).toEqual({ kind: 'incomplete' })
    await vendor.close()
  })
})

describe('news of a text', () => {
  test('moves from pending to sent to delivered with the clock', async () => {
    const outcome = await texting.send(text, 8000)
    const sid = outcome.kind === 'accepted' ? outcome.sid : ''

    expect(await texting.news(sid)).toEqual({ state: 'pending' })
    await passes(1000)
    expect(await texting.news(sid)).toEqual({ state: 'sent' })
    await passes(1000)
    expect(await texting.news(sid)).toEqual({ state: 'delivered' })
  })

  test('tells why a text was not delivered', async () => {
    twilio.deliveryFails(MOBILE, 30005)
    const outcome = await texting.send(text, 8000)
    await passes(2000)

    const news = await texting.news(outcome.kind === 'accepted' ? outcome.sid : '')

    expect(news).toEqual({ state: 'undelivered', failure: 'number', code: 30005 })
  })

  test('cannot be had of a message nobody knows, nor while Twilio is down', async () => {
    expect(await texting.news('SM0')).toBeUndefined()
    twilio.down(true)
    expect(await texting.news('SM0')).toBeUndefined()
  })

  test('comes by signed callbacks that say whose text it is', async () => {
    const outcome = await texting.send(text, 8000)
    await passes(2000)

    const calls = webhooks.calls()
    const news = calls.map(({ path, fields }) => texting.callbackNews(path.split('?')[1] ?? '', fields))
    const { patientId, textId, attemptId } = text
    const sid = outcome.kind === 'accepted' ? outcome.sid : ''
    expect(news).toEqual([
      { patientId, textId, attemptId, sid, news: { state: 'sent' } },
      { patientId, textId, attemptId, sid, news: { state: 'delivered' } },
    ])
    const signatures = twilioSignatures({ secrets, publicUrl: webhooks.url })
    for (const { path, fields, signature } of calls) {
      expect(await signatures.isGenuine(path, fields, signature)).toBe(true)
      expect(await signatures.isGenuine(path, { ...fields, MessageStatus: 'failed' }, signature)).toBe(false)
    }
  })
})

describe('an alert to staff', () => {
  test('is reported on where it says whose it is, and not otherwise', async () => {
    const owner = { patientId: text.patientId, escalation: 2, rung: 1, to: 'B' } as const
    const { from, to, body } = text
    await texting.tell({ from, to, body }, owner)
    await texting.tell({ from, to, body })
    await passes(2000)

    const news = webhooks
      .calls()
      .map(({ path, fields }) => texting.callbackNews(path.split('?')[1] ?? '', fields))

    expect(news).toEqual([
      { ...owner, news: { state: 'sent' } },
      { ...owner, news: { state: 'delivered' } },
    ])
  })
})

describe('deleting the carrier’s own record', () => {
  test('waits until a text is delivered, then removes it for good; again is no error', async () => {
    const outcome = await texting.send(text, 8000)
    const sid = outcome.kind === 'accepted' ? outcome.sid : ''
    const early = await texting.deleteRecord(sid)
    await passes(2000)

    const deletions = [await texting.deleteRecord(sid), await texting.deleteRecord(sid)]

    expect(early).toBe('not-yet')
    expect(deletions).toEqual(['gone', 'gone'])
    expect(twilio.messages()).toEqual([])
    expect(await texting.sentTo(MOBILE)).toEqual({ kind: 'complete', texts: [] })
  })

  test('takes in what she wrote, too', async () => {
    twilio.setInboundUrl(`${webhooks.url}/inbound`)
    await twilio.receive(MOBILE, SENDER, 'my back hurts')
    const [inbound] = twilio.messages()

    expect(await texting.deleteRecord(inbound?.sid ?? '')).toBe('gone')
    expect(twilio.messages()).toEqual([])
  })

  test('is unanswered while Twilio is down, and nobody takes the record for gone', async () => {
    twilio.down(true)

    expect(await texting.deleteRecord('SM0')).toBe('unanswered')
  })
})

async function passes(milliseconds: number): Promise<void> {
  now += milliseconds
  await twilio.runDue()
}

interface Call {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly signature: string
}
interface Webhooks {
  readonly url: string
  calls(): readonly Call[]
  close(): Promise<void>
}

async function listenForWebhooks(): Promise<Webhooks> {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    const signature = String(request.headers['x-twilio-signature'])
    calls.push({ path: request.url ?? '', fields, signature })
    response.writeHead(204).end()
  })
  return { ...(await started(server)), calls: () => calls }
}

/** A server that says the same to everybody; `then` is the status from the second request on. */
async function serve(status: number, body: string, then = status) {
  let requests = 0
  const connectionHeaders: (string | undefined)[] = []
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    requests += 1
    connectionHeaders.push(request.headers.connection)
    response.writeHead(requests === 1 ? status : then, { 'content-type': 'text/html' }).end(body)
  })
  return { ...(await started(server)), requests: () => requests, connectionHeaders: () => connectionHeaders }
}

async function started(server: ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
