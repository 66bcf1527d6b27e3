import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alertKey,
  apiKeyKey,
  breakerKey,
  changeKey,
  clinicKey,
  patientKey,
  referenceKey,
  replyKey,
  sentKey,
} from '../../lib/adapters/dynamodb/table.ts'
import { alarmName } from '../../lib/patient/alarm-name.ts'
import {
  isAttemptId,
  isClinicId,
  isPatientId,
  isPhoneNumber,
  isTextId,
  type PatientId,
} from '../../lib/patient/identifiers.ts'
import { apiEvent } from '../functions/events.ts'
import { API_ROUTES, ask, worldWithZara, written } from './calls.ts'
import { nastyText } from './hostile-values.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/).filter(isPatientId)
const clinic = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/).filter(isClinicId)
const attempt = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/).filter(isAttemptId)
const text = fc.stringMatching(/^[A-Z]\d[a-z]?@[1-9]\d?\.[1-9]\.[1-9]\d?$/).filter(isTextId)
const owner = fc.record({ patientId: id, textId: text, attemptId: attempt })

describe('an id', () => {
  it.each([
    '',
    ' ',
    'a b',
    'a\n',
    'a/b',
    '../a',
    'a%2fb',
    'a#b',
    'a:b',
    'a?b=c',
    'a&b',
    '{"S":"a"}',
    'é',
    'a'.repeat(41),
  ])('is none when it could be read as anything else: %j', (value) => {
    expect([isPatientId(value), isClinicId(value), isAttemptId(value), isTextId(value)]).not.toContain(true)
  })

  it.each([
    '+61491570006\n',
    '+61491570006 ',
    '+61 491',
    '61491570006',
    '+6149157000６',
    '+0491570006',
  ])('of a phone is none when it is not one number and nothing else: %j', (value) =>
    expect(isPhoneNumber(value)).toBe(false))

  it('in a path reaches no store unless it can be one', async () => {
    const here = await worldWithZara()
    const { patients } = here.services
    const read: string[] = []
    const noted = { ...patients, read: async (one: PatientId) => void read.push(one) }
    const services = { ...here.services, patients: noted }
    here.touched.length = 0
    const paths = API_ROUTES.filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/v1/patients/{id}'),
    )

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), nastyText, async ({ path }, value) => {
        const segment = encodeURIComponent(value.toWellFormed()) || '%20'
        const event = apiEvent(`GET ${path.replace('{id}', segment)}`)

        const { status } = await ask({ ...here, services }, { ...event, pathParameters: { id: value } })

        expect(status).toBe(404)
      }),
      { numRuns: 300 },
    )

    expect(read.filter((one) => !isPatientId(one))).toEqual([])
    expect(written(here)).toEqual([])
  })

  it('gives every item a key of its own, whatever a reference or a message id holds', () => {
    const kind = fc.oneof(
      fc
        .tuple(clinic, nastyText)
        .map(([owner, value]) => [referenceKey(owner, value), `${owner} ref ${value}`]),
      fc.tuple(clinic, fc.nat()).map(([owner, value]) => [alertKey(owner, value), `${owner} alert ${value}`]),
      fc.tuple(id, nastyText).map(([owner, value]) => [replyKey(owner, value), `${owner} reply ${value}`]),
      fc.tuple(id, fc.nat()).map(([owner, value]) => [changeKey(owner, value), `${owner} change ${value}`]),
      owner.map((one) => [
        sentKey(one.patientId, one.textId, one.attemptId),
        `${one.patientId} sent ${one.textId} ${one.attemptId}`,
      ]),
      id.map((one) => [patientKey(one), `${one} patient`]),
      clinic.map((one) => [clinicKey(one), `${one} clinic`]),
      clinic.map((one) => [breakerKey(one), `${one} breaker`]),
      fc.base64String().map((hash) => [apiKeyKey(hash), `key ${hash}`]),
    )

    fc.assert(
      fc.property(kind, kind, ([one, whose], [other, whoseOther]) => {
        expect(JSON.stringify(one) === JSON.stringify(other)).toBe(whose === whoseOther)
      }),
      { numRuns: 2_000 },
    )
  })

  it('names an alarm that vendors take, and no other patient’s', () => {
    fc.assert(
      fc.property(id, (one) => {
        expect(alarmName('prod', one)).toMatch(/^alarm-prod-[A-Za-z0-9_-]{1,40}$/)
      }),
    )
  })
})
