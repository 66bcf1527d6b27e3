import { createServer, type Server } from 'node:http'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTwilio, type TwilioStandIn } from '../../../local/stand-ins/twilio.ts'

const START = Date.UTC(2026, 11, 1, 23) // 10:00 on 2 December in Sydney
const SENDER = '+61480000001'
const MOBILE = '+61491570006'
const MESSAGES = '/2010-04-01/Accounts/AC1/Messages.json'

let now = START
let twilio: TwilioStandIn

beforeEach(async () => {
  now = START
  twilio = await startTwilio({ now: () => now, accountSid: 'AC1', authToken: 'token' })
})
afterEach(async () => {
  await twilio.close()
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

describe('sending', () => {
  test('answers 201 with a message in the shape of Twilio', async () => {
    const { status, body } = await send({ To: MOBILE, From: SENDER, Body: 'Hello' })

    expect(status).toBe(201)
    expect(body).toMatchObject({
      sid: expect.stringMatching(/^SM[0-9a-f]{32}$/),
      status: 'queued',
      direction: 'outbound-api',
      date_created: 'Tue, 01 Dec 2026 23:00:00 +0000',
      date_sent: null,
      error_code: null,
      num_segments: '1',
    })
  })

  test.each([
    [21604, { From: SENDER, Body: 'x' }],
    [21603, { To: MOBILE, Body: 'x' }],
    [21602, { To: MOBILE, From: SENDER }],
    [21617, { To: MOBILE, From: SENDER, Body: 'x'.repeat(1601) }],
    [21211, { To: '0491570006', From: SENDER, Body: 'x' }],
    [21614, { To: '+61255501234', From: SENDER, Body: 'x' }],
    [21266, { To: SENDER, From: SENDER, Body: 'x' }],
    [21624, { To: MOBILE, From: SENDER, Body: 'x', ValidityPeriod: '36001' }],
    [21624, { To: MOBILE, From: SENDER, Body: 'x', ValidityPeriod: '0' }],
    [21609, { To: MOBILE, From: SENDER, Body: 'x', StatusCallback: 'http://bad_host/x' }],
    [20001, { To: MOBILE, From: SENDER, Body: 'x', Colour: 'red' }],
    [21211, { To: '+15005550001', From: SENDER, Body: 'x' }],
    [21612, { To: '+15005550002', From: SENDER, Body: 'x' }],
    [21408, { To: '+15005550003', From: SENDER, Body: 'x' }],
    [21610, { To: '+15005550004', From: SENDER, Body: 'x' }],
    [21614, { To: '+15005550009', From: SENDER, Body: 'x' }],
    [21212, { To: MOBILE, From: '+15005550001', Body: 'x' }],
    [21606, { To: MOBILE, From: '+15005550007', Body: 'x' }],
    [21611, { To: MOBILE, From: '+15005550008', Body: 'x' }],
  ])('is refused with %i for %o', async (code, form) => {
    const { status, body } = await send(form)

    expect(status).toBe(400)
    expect(body).toMatchObject({ code, status: 400, more_info: `https://www.twilio.com/docs/errors/${code}` })
    expect(twilio.messages()).toEqual([])
  })

  test('takes a body of 1,600 characters and a validity of 36,000 seconds', async () => {
    const { status } = await send({
      To: MOBILE,
      From: SENDER,
      Body: 'x'.repeat(1600),
      ValidityPeriod: '36000',
    })

    expect(status).toBe(201)
  })

  test('needs the credentials of the account', async () => {
    const { status, body } = await api('POST', MESSAGES, {}, 'AC1:wrong')

    expect(status).toBe(401)
    expect(body).toMatchObject({ code: 20003 })
  })

  test('is refused while the account is suspended', async () => {
    twilio.account('suspended')

    const { body } = await send({ To: MOBILE, From: SENDER, Body: 'x' })
    const account = await api('GET', '/2010-04-01/Accounts/AC1.json')

    expect(body).toMatchObject({ code: 10001 })
    expect(account.body).toMatchObject({ sid: 'AC1', status: 'suspended' })
  })
})

describe('the rest of the API', () => {
  test.each([
    ['GET', '/2010-04-01/Accounts/AC1/Messages/SM0.json', 404, 20404],
    ['GET', '/2010-04-01/Accounts/AC2.json', 404, 20404],
    ['POST', '/2010-04-01/Accounts/AC1/Calls.json', 404, 20404],
    ['DELETE', MESSAGES, 405, 20004],
    ['POST', '/2010-04-01/Accounts/AC1.json', 405, 20004],
    ['GET', `${MESSAGES}?DateSent=2026-12-01`, 400, 20001],
    ['GET', `${MESSAGES}?PageToken=PAx`, 400, 20006],
  ])('%s %s is refused with %i and %i', async (method, path, status, code) => {
    const answer = await api(method, path)

    expect(answer).toMatchObject({ status, body: { code, status } })
  })

  test('a list goes from page to page, newest first, unmoved by what arrives meanwhile', async () => {
    for (const Body of ['1', '2', '3']) await send({ To: MOBILE, From: SENDER, Body })

    const first = await api('GET', `${MESSAGES}?To=${encodeURIComponent(MOBILE)}&PageSize=2`)
    await send({ To: MOBILE, From: SENDER, Body: '4' })
    const second = await api('GET', String(first.body.next_page_uri))

    expect(bodiesOf(first.body)).toEqual(['3', '2'])
    expect(bodiesOf(second.body)).toEqual(['1'])
    expect(second.body.next_page_uri).toBeNull()
  })

  test('answers 503 to everything while Twilio is down', async () => {
    twilio.down(true)

    expect(await api('GET', MESSAGES)).toMatchObject({ status: 503, body: { code: 20503 } })
  })
})

describe('time', () => {
  test('moves a message from queued to sent to delivered, and only as the clock does', async () => {
    await send({ To: MOBILE, From: SENDER, Body: 'x' })

    await twilio.runDue()
    expect(statuses()).toEqual(['queued'])
    expect(twilio.nextEventAt()).toBe(START + 1000)
    await passes(1000)
    expect(statuses()).toEqual(['sent'])
    await passes(1000)
    expect(statuses()).toEqual(['delivered'])
    expect(twilio.nextEventAt()).toBeUndefined()
  })

  test('does everything that a jump of the clock passes over', async () => {
    await send({ To: MOBILE, From: SENDER, Body: 'x' })

    await passes(86_400_000)

    expect(twilio.phone(MOBILE)).toEqual([
      { at: START + 1000, direction: 'to-phone', body: 'x', other: SENDER, status: 'delivered' },
    ])
  })

  test('expires what is still queued when its validity ends', async () => {
    twilio.stall(true)
    await send({ To: MOBILE, From: SENDER, Body: 'late', ValidityPeriod: '600' })
    await send({ To: MOBILE, From: SENDER, Body: 'in time', ValidityPeriod: '1200' })

    await passes(601_000)
    twilio.stall(false)
    await passes(2000)

    expect(twilio.messages()).toMatchObject([
      { body: 'late', status: 'failed', errorCode: 30036, updatedAt: START + 600_000 },
      { body: 'in time', status: 'delivered' },
    ])
    expect(twilio.phone(MOBILE).map(({ body }) => body)).toEqual(['in time'])
  })

  test('survives a restart by its snapshot', async () => {
    await send({ To: MOBILE, From: SENDER, Body: 'x' })
    await twilio.receive('+61491570156', SENDER, 'STOP')
    const saved: unknown = JSON.parse(JSON.stringify(twilio.snapshot()))
    const other = await startTwilio({ now: () => now, accountSid: 'AC1', authToken: 'token' })

    other.restore(saved)
    now += 2000
    await other.runDue()

    expect(other.messages().map(({ status }) => status)).toEqual(['delivered', 'received', 'delivered'])
    await other.close()
  })

  test('refuses a snapshot that is not its own', () => {
    expect(() => twilio.restore({ rules: [] })).toThrow('expected the state of a snapshot of its own')
  })
})

describe('status callbacks', () => {
  test.each([
    ['normal', ['sent', 'delivered']],
    ['lost', []],
    ['doubled', ['sent', 'sent', 'delivered', 'delivered']],
    ['reordered', ['delivered', 'sent']],
  ] as const)('are %s on request', async (mode, expected) => {
    const calls = await hear(() => ({ status: 204 }))
    twilio.callbacks(mode)
    await send({ To: MOBILE, From: SENDER, Body: 'x', StatusCallback: `${calls.url}/s?a=1#rc=3` })

    await passes(10_000)

    expect(calls.heard.map(({ fields }) => fields.MessageStatus)).toEqual(expected)
  })

  test('are signed over the address without its fragment', async () => {
    const calls = await hear(() => ({ status: 204 }))
    await send({ To: MOBILE, From: SENDER, Body: 'x', StatusCallback: `${calls.url}/s?a=1#rc=3` })

    await passes(1000)

    const [call] = calls.heard
    expect(call?.path).toBe('/s?a=1')
    expect(validateRequest('token', call?.signature ?? '', `${calls.url}/s?a=1`, call?.fields ?? {})).toBe(
      true,
    )
  })

  test.each([
    ['#rc=3&rp=ct,rt,5xx', 4],
    ['#rc=3', 1],
    ['', 1],
  ])('that meet a 500 are tried as "%s" says: %i times', async (fragment, tries) => {
    const calls = await hear(() => ({ status: 500 }))
    await send({ To: MOBILE, From: SENDER, Body: 'x', StatusCallback: `${calls.url}/s${fragment}` })

    await passes(1000)

    expect(calls.heard).toHaveLength(tries)
  })

  test('carry the code of a delivery that failed', async () => {
    const calls = await hear(() => ({ status: 204 }))
    twilio.deliveryFails(MOBILE, 30003)
    await send({ To: MOBILE, From: SENDER, Body: 'x', StatusCallback: `${calls.url}/s` })

    await passes(2000)

    expect(calls.heard.at(-1)?.fields).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30003' })
    expect(twilio.phone(MOBILE)).toEqual([])
  })
})

describe('a text from a phone', () => {
  test('reaches the webhook signed, and the answers show on the phone in order', async () => {
    const calls = await hear(() => ({
      status: 200,
      type: 'text/xml',
      body: '<?xml version="1.0"?><Response><Message>It&apos;s &lt;fine&gt; &amp; &#x2018;ok&#8217;</Message><Message><Body>Second</Body></Message></Response>',
    }))
    twilio.setInboundUrl(`${calls.url}/in#rc=3&rp=ct,rt,5xx`)

    const replies = await twilio.receive(MOBILE, SENDER, ' Hi there\n')

    expect(replies).toEqual(["It's <fine> & ‘ok’", 'Second'])
    expect(twilio.phone(MOBILE)).toMatchObject([
      { direction: 'from-phone', body: ' Hi there\n', other: SENDER },
      { direction: 'to-phone', body: "It's <fine> & ‘ok’", other: SENDER },
      { direction: 'to-phone', body: 'Second', other: SENDER },
    ])
    const [call] = calls.heard
    expect(call?.fields).toMatchObject({
      From: MOBILE,
      To: SENDER,
      Body: ' Hi there\n',
      NumMedia: '0',
      ToCity: '',
    })
    expect(validateRequest('token', call?.signature ?? '', `${calls.url}/in`, call?.fields ?? {})).toBe(true)
  })

  test('is reported again with the same sid after a 500', async () => {
    const calls = await hear((n) =>
      n === 1 ? { status: 500 } : xml('<Response><Message>ok</Message></Response>'),
    )
    twilio.setInboundUrl(`${calls.url}/in#rc=3&rp=ct,rt,5xx`)

    const replies = await twilio.receive(MOBILE, SENDER, 'hi')

    expect(replies).toEqual(['ok'])
    expect(new Set(calls.heard.map(({ fields }) => fields.MessageSid)).size).toBe(1)
    expect(calls.heard).toHaveLength(2)
  })

  test('is answered with the words of a text/plain answer, as at Twilio', async () => {
    const calls = await hear(() => ({ status: 200, type: 'text/plain; charset=utf-8', body: 'OK' }))
    twilio.setInboundUrl(`${calls.url}/in`)

    expect(await twilio.receive(MOBILE, SENDER, 'hi')).toEqual(['OK'])
  })

  test.each([
    ['an empty response', xml('<Response/>')],
    ['JSON', { status: 200, type: 'application/json', body: '{"Message":"no"}' }],
    ['a 403', { status: 403, type: 'text/xml', body: '<Response><Message>no</Message></Response>' }],
  ])('shows nothing after %s', async (_, answer) => {
    const calls = await hear(() => answer)
    twilio.setInboundUrl(`${calls.url}/in`)

    expect(await twilio.receive(MOBILE, SENDER, 'hi')).toEqual([])
  })

  test('gets an answer whose delivery is reported where the answer asks for it', async () => {
    const calls = await hear((_, path) =>
      path === '/in'
        ? xml(`<Response><Message statusCallback="${calls.url}/s?a=1&amp;b=2">Ring us</Message></Response>`)
        : { status: 204 },
    )
    twilio.setInboundUrl(`${calls.url}/in`)

    await twilio.receive(MOBILE, SENDER, 'hi')
    await passes(1000)

    expect(calls.heard.at(-1)).toMatchObject({ path: '/s?a=1&b=2', fields: { MessageStatus: 'delivered' } })
  })
})

describe('keywords', () => {
  test.each([
    'STOP',
    'stopall',
    ' Unsubscribe ',
    'CANCEL',
    'end',
    'Quit',
    'REVOKE',
    'OptOut',
  ])('%s blocks the pair, is answered by Twilio, and silences our own answer', async (word) => {
    const calls = await hear(() => xml('<Response><Message>ours</Message></Response>'))
    twilio.setInboundUrl(`${calls.url}/in`)

    const replies = await twilio.receive(MOBILE, SENDER, word)

    expect(replies).toEqual([expect.stringContaining('unsubscribed')])
    expect(calls.heard).toHaveLength(1)
    const { body } = await send({ To: MOBILE, From: SENDER, Body: 'x' })
    expect(body).toMatchObject({ code: 21610 })
  })

  test('only the whole message counts, and only the pair is blocked', async () => {
    await twilio.receive(MOBILE, SENDER, 'Stop please')
    expect((await send({ To: MOBILE, From: SENDER, Body: 'x' })).status).toBe(201)

    await twilio.receive(MOBILE, SENDER, 'STOP')
    expect((await send({ To: MOBILE, From: '+61480000002', Body: 'x' })).status).toBe(201)
  })

  test.each(['START', 'unstop', 'Yes'])('%s frees the pair again', async (word) => {
    await twilio.receive(MOBILE, SENDER, 'STOP')

    const replies = await twilio.receive(MOBILE, SENDER, word)

    expect(replies).toEqual([expect.stringContaining('re-subscribed')])
    expect((await send({ To: MOBILE, From: SENDER, Body: 'x' })).status).toBe(201)
  })

  test('YES of somebody who never stopped is left to us; HELP is answered', async () => {
    expect(await twilio.receive(MOBILE, SENDER, 'YES')).toEqual([])
    expect(await twilio.receive(MOBILE, SENDER, 'help')).toEqual([expect.stringContaining('Reply STOP')])
  })
})

const servers: Server[] = []

interface Heard {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly signature: string
}
interface Said {
  readonly status: number
  readonly type?: string
  readonly body?: string
}

function xml(body: string): Said {
  return { status: 200, type: 'text/xml', body }
}

/** A webhook of ours; `say` gets the number of the call, from 1, and its path. */
async function hear(say: (n: number, path: string) => Said) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    heard.push({
      path: request.url ?? '',
      fields,
      signature: String(request.headers['x-twilio-signature']),
    })
    const { status, type = 'text/xml', body = '' } = say(heard.length, request.url ?? '')
    response.writeHead(status, { 'content-type': type, connection: 'close' }).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { heard, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` }
}

async function api(method: string, path: string, form?: Record<string, string>, credentials = 'AC1:token') {
  const response = await fetch(twilio.url + path, {
    method,
    headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const send = (form: Record<string, string>) => api('POST', MESSAGES, form)
const bodiesOf = (list: Record<string, unknown>) =>
  (list.messages as { body: string }[]).map(({ body }) => body)
const statuses = () => twilio.messages().map(({ status }) => status)

async function passes(milliseconds: number): Promise<void> {
  now += milliseconds
  await twilio.runDue()
}
