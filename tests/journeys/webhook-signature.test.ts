import { afterEach, describe, expect, it } from 'vitest'
import { endJourneys, journeyFrom } from './journey.ts'

afterEach(endJourneys)

const MESSAGE = { MessageSid: 'SM1', From: '+61491570006', To: '+61480000000', Body: 'STOP' }

describe.each([
  ['/webhooks/twilio/inbound', MESSAGE],
  [
    '/webhooks/twilio/status?patient=p&text=R1-1-1-1&attempt=a',
    { MessageSid: 'SM1', MessageStatus: 'delivered' },
  ],
])('a call of %s', (path, fields) => {
  it.each([
    ['with a wrong signature', { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
    ['without a signature', {}],
  ])('%s is refused, and nothing is read or written', async (_name, headers) => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    here.cloud.dynamodb.resetCounts()

    const response = await fetch(`${here.cloud.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields),
    })

    expect(response.status).toBe(403)
    expect(here.cloud.dynamodb.counts()).toEqual({})
    expect(here.counted('InboundRejected')).toBe(1)
    await here.until('2026-11-24T12:00')
    expect(ann.got('2026-11-24')).toEqual(['2026-11-24T10:00 R1@1.1.1'])
  })
})

it('hears the same words with the right signature', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()

  await ann.writes('STOP')
  await here.until('2026-11-24T12:00')

  expect(ann.got('2026-11-24')).toEqual([])
})
