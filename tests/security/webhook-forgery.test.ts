import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  eventOf,
  guardedWorld,
  INBOUND,
  post,
  postOf,
  STATUS,
  signatureOf,
  urlOf,
  type Webhook,
} from './webhooks.ts'
import { ZARA } from './zara.ts'

const BOTH = [
  ['a text from a patient', INBOUND, STATUS],
  ['a report on a text', STATUS, INBOUND],
] as const

/** Calls that Twilio never made, by what is wrong with each. */
function forgeries(
  webhook: Webhook,
  other: Webhook,
): readonly (readonly [string, ReturnType<typeof eventOf>])[] {
  const { form } = postOf(webhook)
  const genuine = signatureOf(webhook)
  const signedFor = (url: string) => eventOf(webhook, { signature: signatureOf(webhook, undefined, url) })
  const url = urlOf(webhook)
  const first = form.slice(0, form.indexOf('&'))
  const unsigned = eventOf(webhook)
  delete unsigned.headers['x-twilio-signature']
  return [
    ['without a signature', unsigned],
    ['with an empty signature', eventOf(webhook, { signature: '' })],
    ['with a signature cut short', eventOf(webhook, { signature: genuine.slice(0, -1) })],
    ['with the signature twice', eventOf(webhook, { signature: `${genuine},${genuine}` })],
    ['with a signature of spaces', eventOf(webhook, { signature: ' '.repeat(28) })],
    ['signed by another token', eventOf(webhook, { signature: signatureOf(webhook, 'another-token') })],
    ['signed by an empty token', eventOf(webhook, { signature: signatureOf(webhook, '') })],
    ['with a hash that needs no token', eventOf(webhook, { signature: hashOf(`${url}${form}`) })],
    ['signed for another host', signedFor(url.replace('texts.', 'evil.'))],
    ['signed for http', signedFor(url.replace('https', 'http'))],
    ['signed for another path', signedFor(url.replace('/webhooks', ''))],
    ['signed for the other webhook', eventOf(webhook, { signature: signatureOf(other) })],
    ['with a field changed', eventOf(webhook, { form: form.replace('SM', 'SX') })],
    ['with a field added', eventOf(webhook, { form: `${form}&ErrorCode=30005` })],
    ['with a blank field added', eventOf(webhook, { form: `${form}&Extra=` })],
    ['with a field missing', eventOf(webhook, { form: form.slice(first.length + 1) })],
    ['with a second value for a field', eventOf(webhook, { form: `${form}&MessageSid=SM2` })],
    ['with a field named __proto__', eventOf(webhook, { form: `${form}&__proto__=x` })],
    ['with a parameter added to its address', eventOf(webhook, { query: `${webhook.query}&patient=other` })],
    ['with a body that was not decoded', { ...eventOf(webhook), isBase64Encoded: false }],
    ['with no body', eventOf(webhook, { form: '' })],
  ]
}

const hashOf = (text: string): string => createHash('sha1').update(text).digest('base64')

describe.each(BOTH)('%s', (_, webhook, other) => {
  it.each(forgeries(webhook, other))('%s is refused; nothing is read or written', async (_name, event) => {
    const here = await guardedWorld()

    const { statusCode } = await post(here, event)

    expect(statusCode).toBe(403)
    expect(here.touched).toEqual([])
    expect(here.metrics).toEqual(['InboundRejected'])
    expect(await here.services.patients.read(ZARA.id)).toEqual(ZARA)
  })

  it.each([
    'x-twilio-signature',
    'X-Twilio-Signature',
    'X-TWILIO-SIGNATURE',
  ])('that is genuine is heard, whatever the case of its header: %s', async (name) => {
    const here = await guardedWorld()
    const event = eventOf(webhook)
    const { 'x-twilio-signature': signature = '', ...headers } = event.headers

    const { statusCode } = await post(here, { ...event, headers: { ...headers, [name]: signature } })

    expect(statusCode).toBeLessThan(300)
    expect(await here.services.patients.read(ZARA.id)).not.toEqual(ZARA)
  })
})
