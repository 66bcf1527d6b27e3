import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { World } from '../functions/fakes.ts'
import { written } from './calls.ts'
import { nastyText } from './hostile-values.ts'
import {
  eventOf,
  guardedWorld,
  INBOUND,
  OWNER,
  post,
  queryOf,
  STATUS,
  sid,
  TWIML,
  type Webhook,
} from './webhooks.ts'

const NAMES = ['MessageSid', 'MessageStatus', 'From', 'To', 'Body', 'ErrorCode', 'NumMedia', '__proto__', '']
const value = fc.oneof(
  nastyText,
  fc.constantFrom(sid(1), '+61491573087', '+61480000000', 'STOP', '30005', 'failed'),
)
const wellFormed = value.map((text) => text.toWellFormed())
const fields = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...NAMES),
    nastyText.map((text) => text.toWellFormed()),
  ),
  fc.oneof(wellFormed, fc.array(wellFormed, { minLength: 2, maxLength: 3 })),
  { maxKeys: 8 },
)

/** What must hold of every answer to Twilio, or to whoever plays Twilio. */
async function postRudely(here: World, event: ReturnType<typeof eventOf>): Promise<number> {
  const { touched, lines } = here
  touched.length = 0
  lines.length = 0
  const { statusCode = 0, headers = {}, body = '' } = await post(here, event)
  expect([200, 204, 400, 403, 413], `${statusCode} ${lines.join()}`).toContain(statusCode)
  if (statusCode === 200) {
    expect(headers['content-type']).toBe('text/xml')
    expect(body).toMatch(TWIML)
  }
  if (statusCode >= 400) {
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status: statusCode })
    expect(written(here)).toEqual([])
  }
  expect(body).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules/)
  return statusCode
}

describe.each([
  ['a text from a patient', INBOUND],
  ['a report on a text', STATUS],
] as const)('%s', (_, webhook) => {
  it('with any fields under a genuine signature is answered in good form', async () => {
    const here = await guardedWorld()

    await fc.assert(
      fc.asyncProperty(fields, fc.boolean(), async (more, isWhole) => {
        const all = isWhole ? { ...webhook.fields, ...more } : more

        await postRudely(here, eventOf({ ...webhook, fields: all }))
      }),
      { numRuns: 400 },
    )
  })

  it('with any body without a genuine signature is refused', async () => {
    const here = await guardedWorld()
    const signature = fc.oneof(nastyText, fc.base64String())

    await fc.assert(
      fc.asyncProperty(nastyText, signature, fc.boolean(), async (form, forged, isBase64) => {
        const event = { ...eventOf(webhook, { form, signature: forged }), isBase64Encoded: isBase64 }

        expect(await postRudely(here, event)).toBeOneOf([403, 413])
      }),
      { numRuns: 300 },
    )
  })

  it('of more than 64 KB is refused before its signature is looked at', async () => {
    const here = await guardedWorld()
    const large: Webhook = { ...webhook, fields: { ...webhook.fields, Body: 'x'.repeat(70_000) } }

    expect(await postRudely(here, eventOf(large))).toBe(413)
  })
})

describe('a genuine report', () => {
  it('with any parameters in its address is answered 204 and breaks nothing', async () => {
    const here = await guardedWorld()
    const name = fc.constantFrom('patient', 'text', 'attempt', 'escalation', '__proto__', 'x')
    const pairs = fc.array(fc.tuple(name, wellFormed), { maxLength: 5 })
    const query = pairs.map((all) => all.map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join('&'))

    await fc.assert(
      fc.asyncProperty(query, fc.boolean(), async (extra, isOurs) => {
        const address = isOurs ? `${queryOf(OWNER)}&${extra}` : extra

        expect(await postRudely(here, eventOf({ ...STATUS, query: address }))).toBe(204)
      }),
      { numRuns: 400 },
    )
  })
})
