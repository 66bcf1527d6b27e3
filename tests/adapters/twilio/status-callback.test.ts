import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  callbackNews,
  callbackUrl,
  deliveryNews,
  parseCallbackQuery,
} from '../../../lib/adapters/twilio/status-callback.ts'
import { attemptId, patientId, textId } from '../../../lib/patient/identifiers.ts'

const owner = {
  patientId: patientId('p4t_1-ENT'),
  textId: textId('F1@1.2.1'),
  attemptId: attemptId('aB-_9'),
}
const queryOf = (url: string): string => url.slice(url.indexOf('?') + 1, url.indexOf('#'))

describe('the status callback address', () => {
  test('carries patient, text and attempt, and asks Twilio to try again', () => {
    const url = callbackUrl('https://texts.example', owner)

    expect(url).toBe(
      'https://texts.example/webhooks/twilio/status?patient=p4t_1-ENT&text=F1-1-2-1&attempt=aB-_9#rc=3&rp=ct,rt,5xx',
    )
  })

  test('has only URL-safe characters in its query and reads back as it was, whatever the ids', () => {
    const opaque = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
    const text = fc.stringMatching(/^[A-Z][0-9][a-z]?@[1-9]\d?\.[1-9]\d?\.[1-9]\d?$/)

    fc.assert(
      fc.property(opaque, text, opaque, (patient, step, attempt) => {
        const made = {
          patientId: patientId(patient),
          textId: textId(step),
          attemptId: attemptId(attempt),
        }
        const query = queryOf(callbackUrl('https://texts.example', made))
        expect(query).toMatch(/^[A-Za-z0-9_=&-]+$/)
        expect(parseCallbackQuery(query)).toEqual(made)
      }),
    )
  })

  test.each([
    '',
    'patient=p1&text=F1-1-2-1',
    'patient=p1&text=F1-1-2&attempt=a1',
    'patient=p%2F1&text=F1-1-2-1&attempt=a1',
  ])('is not one of ours with the query "%s"', (query) => {
    expect(parseCallbackQuery(query)).toBeUndefined()
  })
})

describe('news of a delivery', () => {
  test.each([
    ['accepted', 'pending'],
    ['scheduled', 'pending'],
    ['queued', 'pending'],
    ['sending', 'pending'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
    ['some status of next year', 'pending'],
    ['constructor', 'pending'],
  ] as const)('of status %s is %s', (status, state) => {
    expect(deliveryNews(status, undefined)).toEqual({ state })
  })

  test.each(['undelivered', 'failed', 'canceled'])('of status %s carries class and code', (status) => {
    expect(deliveryNews(status, 30005)).toEqual({ state: 'undelivered', failure: 'number', code: 30005 })
  })

  test('of a failure without a code says later', () => {
    expect(deliveryNews('failed', undefined)).toEqual({ state: 'undelivered', failure: 'later' })
  })
})

describe('a status callback', () => {
  const query = queryOf(callbackUrl('https://texts.example', owner))

  test('names its text, its sid and what happened', () => {
    const news = callbackNews(query, { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' })

    expect(news).toEqual({
      ...owner,
      sid: 'SM1',
      news: { state: 'undelivered', failure: 'later', code: 30003 },
    })
  })

  test.each([
    [{ MessageStatus: 'sent' }],
    [{ MessageSid: 'SM1' }],
    [{ MessageSid: '', MessageStatus: 'sent' }],
    [{ MessageSid: ['SM1', 'SM2'], MessageStatus: 'sent' }],
  ])('without one sid and one status is not one of ours', (fields) => {
    expect(callbackNews(query, fields)).toBeUndefined()
  })
})
