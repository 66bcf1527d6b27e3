import middy from '@middy/core'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeReceiveReply } from '../../functions/handlers/receive-reply.ts'
import { makeRecordDelivery } from '../../functions/handlers/record-delivery.ts'
import type { Answer, WebhookEvent } from '../../functions/http/api-event.ts'
import { problemJson } from '../../functions/middleware/problem-json.ts'
import { twilioSignature } from '../../functions/middleware/twilio-signature.ts'
import { twilioSignatures } from '../../lib/adapters/twilio/signatures.ts'
import { callbackNews, callbackUrl } from '../../lib/adapters/twilio/status-callback.ts'
import { attemptId, textId } from '../../lib/patient/identifiers.ts'
import type { WebhookSignatures } from '../../lib/ports/webhook-signatures.ts'
import { ANN } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { CONTEXT, webhookEvent } from './events.ts'
import { fail, type World, world } from './fakes.ts'

const TOKEN = '12345'
const PUBLIC_URL = 'https://texts.example.org'
const INBOUND = '/webhooks/twilio/inbound'
const STATUS = '/webhooks/twilio/status'

const signaturesAt = (publicUrl: string): WebhookSignatures => {
  const values = { twilioAccountSid: 'AC1', twilioAuthToken: TOKEN, phoneHashKey: 'k' }
  const secrets = { current: async () => values, refreshed: async () => values }
  return twilioSignatures({ secrets, publicUrl })
}

/** A form signed as Twilio signs it: over the address it was given and every field. */
function signed(path: string, fields: Readonly<Record<string, string>>, query = '') {
  const url = `${PUBLIC_URL}${path}${query === '' ? '' : `?${query}`}`
  const form = new URLSearchParams(fields).toString()
  return webhookEvent({ path, query, form, signature: getExpectedTwilioSignature(TOKEN, url, { ...fields }) })
}

const inbound = (body: string) =>
  signed(INBOUND, {
    MessageSid: 'SM00000000000000000000000000000001',
    From: ANN.mobile,
    To: HARBOUR.sender,
    Body: body,
    FromCity: '',
  })

let here: World

beforeEach(async () => {
  here = await world({ signatures: signaturesAt(PUBLIC_URL) })
  here.touched.length = 0
})

describe('a signature', () => {
  // Printed in Twilio's documentation of webhook security.
  const PUBLISHED = {
    path: '/myapp.php',
    query: 'foo=1&bar=2',
    form: 'CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212',
    signature: '0/KCTR6DLpKmkAf8muzZqo1nDgQ=',
  }

  const letThrough = (event: WebhookEvent) =>
    middy<WebhookEvent, Answer>()
      .use(problemJson(here.services))
      .use(twilioSignature({ ...here.services, signatures: signaturesAt('https://mycompany.com') }))
      .handler(async ({ fields }) => ({ statusCode: 200, body: JSON.stringify(fields) }))(event, CONTEXT)

  it('as Twilio publishes it is genuine', async () => {
    const answer = await letThrough(webhookEvent(PUBLISHED))

    expect(answer.statusCode).toBe(200)
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ From: '+12349013030', Digits: '1234' })
  })

  it.each([
    ['a field was changed', { form: PUBLISHED.form.replace('1234&', '1235&') }],
    ['a blank field was added', { form: `${PUBLISHED.form}&Body=` }],
    ['the query was changed', { query: 'foo=1&bar=3' }],
    ['the path was changed', { path: '/myapp2.php' }],
  ])('is wrong when %s', async (_, change) => {
    const answer = await letThrough(webhookEvent({ ...PUBLISHED, ...change }))

    expect(answer.statusCode).toBe(403)
  })

  it('is taken over every value of a repeated field, and over blanks', async () => {
    const url = 'https://mycompany.com/myapp.php'
    const signature = getExpectedTwilioSignature(TOKEN, url, { Body: ' a+b ', Media: ['1', '2'], Blank: '' })

    const answer = await letThrough(
      webhookEvent({ path: '/myapp.php', form: 'Media=2&Body=+a%2Bb+&Media=1&Blank=', signature }),
    )

    expect(JSON.parse(answer.body ?? '')).toEqual({ Media: ['2', '1'], Body: ' a+b ', Blank: '' })
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['wrong', '0/KCTR6DLpKmkAf8muzZqo1nDgQ='],
  ])('that is %s is refused by both webhooks, counted, and nothing is read or written', async (_, signature) => {
    const form = 'MessageSid=SM1&From=%2B61491570006&To=%2B61480000000&Body=STOP'
    const event = (path: string) =>
      webhookEvent({ path, form, ...(signature === undefined ? {} : { signature }) })

    const answers = [
      await makeReceiveReply(here.services)(event(INBOUND), CONTEXT),
      await makeRecordDelivery(here.services)(event(STATUS), CONTEXT),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
    expect(here.metrics).toEqual(['InboundRejected', 'InboundRejected'])
    expect(here.touched).toEqual([])
  })

  it('made for another host counts for nothing, whatever the request says its host is', async () => {
    const fields = { MessageSid: 'SM1', From: ANN.mobile, To: HARBOUR.sender, Body: 'C' }
    const signature = getExpectedTwilioSignature(TOKEN, `https://evil.example${INBOUND}`, fields)
    const event = webhookEvent({ path: INBOUND, form: new URLSearchParams(fields).toString(), signature })
    event.headers.host = 'evil.example'
    event.headers['x-forwarded-host'] = 'evil.example'

    const answer = await makeReceiveReply(here.services)(event, CONTEXT)

    expect(answer.statusCode).toBe(403)
  })
})

describe('a reply', () => {
  it('is answered in TwiML', async () => {
    const answer = await makeReceiveReply(here.services)(inbound('thanks'), CONTEXT)

    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ 'content-type': 'text/xml' })
    expect(answer.body).toMatch(/^<Response(\/>|>)/)
  })

  it('without a message id is refused, though signed', async () => {
    const answer = await makeReceiveReply(here.services)(
      signed(INBOUND, { From: ANN.mobile, To: HARBOUR.sender, Body: 'C' }),
      CONTEXT,
    )

    expect(answer.statusCode).toBe(400)
  })

  it('that breaks us is a 500, so that Twilio tries again, and gives nothing away', async () => {
    const services = {
      ...here.services,
      clinics: { ...here.services.clinics, clinicOfSender: fail },
      phones: { ...here.services.phones, patients: fail, optOut: fail, recordOptOut: fail },
    }

    const answer = await makeReceiveReply(services)(inbound('my back hurts'), CONTEXT)

    expect(answer.statusCode).toBe(500)
    expect(JSON.stringify([answer, here.lines])).not.toMatch(/491570006|my back hurts/)
    expect(here.lines.join()).toContain('"error":"TypeError"')
  })
})

describe('a status callback', () => {
  const OWNER = { patientId: ANN.id, textId: textId('R1@1.1.1'), attemptId: attemptId('attempt-1') }
  const [query = ''] = callbackUrl('', OWNER).split('?').at(-1)?.split('#') ?? []
  const FIELDS = { MessageSid: 'SM1', MessageStatus: 'delivered', To: ANN.mobile }

  it('about no text of ours is answered 204 and changes nothing', async () => {
    const answer = await makeRecordDelivery(here.services)(signed(STATUS, FIELDS, 'campaign=7'), CONTEXT)

    expect(answer).toEqual({ statusCode: 204 })
    expect(here.touched).toEqual(['texting.callbackNews'])
  })

  it('about a patient nobody has is answered 204 too', async () => {
    const texting = { ...here.services.texting, callbackNews }

    const answer = await makeRecordDelivery({ ...here.services, texting })(
      signed(STATUS, FIELDS, query),
      CONTEXT,
    )

    expect(answer).toEqual({ statusCode: 204 })
    expect(here.touched).toContain('patients.read')
  })
})
