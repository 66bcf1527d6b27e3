import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alertCallbackUrl,
  answerCallbackUrl,
  callbackNews,
  callbackUrl,
  parseCallbackQuery,
} from '../../lib/adapters/twilio/status-callback.ts'
import { attemptId, isAttemptId, isPatientId, isTextId, textId } from '../../lib/patient/identifiers.ts'
import { ZARA } from './zara.ts'

const opaque = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
const id = opaque.filter(isPatientId)
const text = fc.stringMatching(/^[A-Z]\d[a-z]?@[1-9]\d?\.[1-9]\.[1-9]\d?$/).filter(isTextId)
const owner = fc.record({ patientId: id, textId: text, attemptId: opaque.filter(isAttemptId) })

describe('the address Twilio reports to', () => {
  it('says whose text it is and nothing else, on our own host', () => {
    fc.assert(
      fc.property(owner, (one) => {
        const url = new URL(callbackUrl('https://texts.example.org', one))

        expect(`${url.origin}${url.pathname}`).toBe('https://texts.example.org/webhooks/twilio/status')
        expect([...url.searchParams.keys()]).toEqual(['patient', 'text', 'attempt'])
        expect(parseCallbackQuery(url.search.slice(1))).toEqual(one)
        expect(url.search).toMatch(/^\?[\w=&-]+$/)
      }),
    )
  })

  it('of an answer says whose it is and nothing else', () => {
    fc.assert(
      fc.property(id, fc.stringMatching(/^SM[0-9a-f]{32}$/), (patientId, reply) => {
        const url = new URL(answerCallbackUrl('https://texts.example.org', { patientId, reply }))
        const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' }

        expect([...url.searchParams]).toEqual([
          ['patient', patientId],
          ['reply', reply],
        ])
        expect(callbackNews(url.search.slice(1), fields)).toEqual({
          ...{ patientId, reply },
          news: { state: 'delivered' },
        })
      }),
    )
  })
})

describe('the address Twilio reports an alert to', () => {
  const alert = fc.record({
    patientId: id,
    escalation: fc.integer({ min: 1, max: 999_999 }),
    rung: fc.integer({ min: 0, max: 3 }),
    to: fc.constantFrom('A' as const, 'B' as const),
  })
  const fields = { MessageSid: 'SM1', MessageStatus: 'delivered' }

  it('says which rung of whose escalation it was, to whom of those on call, and nothing else', () => {
    fc.assert(
      fc.property(alert, (one) => {
        const url = new URL(alertCallbackUrl('https://texts.example.org', one))

        expect([...url.searchParams.keys()]).toEqual(['patient', 'escalation', 'rung', 'to'])
        expect(url.search).toMatch(/^\?[\w=&-]+$/)
        expect(callbackNews(url.search.slice(1), fields)).toEqual({ ...one, news: { state: 'delivered' } })
      }),
    )
  })

  it.each([
    'patient=p1&escalation=0&rung=0&to=A',
    'patient=p1&escalation=1&rung=4&to=A',
    'patient=p1&escalation=1&rung=10&to=A',
    'patient=p1&escalation=1&rung=0&to=C',
    'patient=p1&escalation=1&rung=0',
    'patient=p%2F1&escalation=1&rung=0&to=A',
  ])('is not one of ours with the query "%s"', (query) => {
    expect(callbackNews(query, fields)).toBeUndefined()
  })
})

describe('a message id in a report', () => {
  it.each([
    '../../Accounts',
    'SM1/../../AC2',
    'SM1?x=1',
    'SM1#',
    '%2e%2e%2f',
    '',
    'SM1\r\nHost: evil',
    '+61491570006',
  ])('is none when it could lead to another place at Twilio or say more than an id: %j', (sid) => {
    const report = { patientId: ZARA.id, textId: textId('R1@1.1.1'), attemptId: attemptId('a') }
    const { search } = new URL(callbackUrl('https://texts.example.org', report))

    const news = callbackNews(search.slice(1), { MessageSid: sid, MessageStatus: 'delivered' })

    expect(news).toBeUndefined()
  })
})
