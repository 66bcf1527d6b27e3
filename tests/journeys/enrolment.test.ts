import { afterEach, describe, expect, it } from 'vitest'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN, endJourneys, type Journey, journeyFrom } from './journey.ts'
import { arrivedAt } from './phone.ts'

afterEach(endJourneys)

const patientsOf = async ({ call }: Journey): Promise<number> =>
  (await call('GET', '/v1/patients')).body.items.length

const ANN_MOBILE = '+61491570006'

describe('the same enrolment again', () => {
  it('finds the patient there: one welcome, one rule', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const first = await here.call('POST', '/v1/patients', ANN)
    await here.until('2026-11-23T15:00')

    const again = await here.call('POST', '/v1/patients', { ...ANN, mobile: '+61 491 570 006' })
    await here.until('2026-11-24T09:00')

    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body.patient.id).toBe(first.body.patient.id)
    expect(await patientsOf(here)).toBe(1)
    expect(arrivedAt(here.cloud, ANN_MOBILE).map(({ id }) => id)).toEqual(['W0@1.0.1'])
    expect(await here.cloud.services.alarms.used()).toMatchObject({ count: 1 })
  })

  it('five times at once makes one patient, one welcome, one rule', async () => {
    const here = await journeyFrom('2026-11-23T14:00')

    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => here.call('POST', '/v1/patients', ANN)))
    await here.until('2026-11-24T09:00')

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    expect(new Set(answers.map(({ body }) => body.patient.id)).size).toBe(1)
    expect(await patientsOf(here)).toBe(1)
    expect(arrivedAt(here.cloud, ANN_MOBILE).map(({ id }) => id)).toEqual(['W0@1.0.1'])
    expect(await here.cloud.services.alarms.used()).toMatchObject({ count: 1 })
    expect(here.counted('Duplicate')).toBe(0)
  })

  it('with another date is refused with the difference, and changes nothing', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    const injections = [{ at: '2026-12-01T10:00' }, { at: '2027-01-12T11:00' }, { at: '2027-02-23T10:00' }]

    const { status, type, body } = await here.call('POST', '/v1/patients', { ...ANN, injections })

    expect([status, type]).toEqual([409, 'application/problem+json'])
    expect(body.errors).toEqual([
      {
        path: 'injections[1].at',
        message: 'is "2027-01-12T11:00" here but was "2027-01-12T10:00" when this reference was enrolled',
      },
    ])
    expect((await ann.plan()).map(({ id, local }) => [id, local])).toEqual(
      ann.preview.map(({ id, local }) => [id, local]),
    )
  })

  it('at the same moment but different is refused to all but one', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const names = ['Ann', 'Anne', 'Anna', 'Hannah', 'Joanna']

    const answers = await Promise.all(
      names.map((givenName) => here.call('POST', '/v1/patients', { ...ANN, givenName })),
    )
    await here.until('2026-11-24T09:00')

    const refused = answers.filter(({ status }) => status === 409)
    expect(refused.map(({ body }) => body.errors[0].path)).toEqual(Array(4).fill('givenName'))
    expect(await patientsOf(here)).toBe(1)
    expect(arrivedAt(here.cloud, ANN_MOBILE)).toHaveLength(1)
  })

  it('completes what a failure half-way left undone', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const { patients } = here.cloud.services
    Object.assign(here.cloud.services, {
      patients: { ...patients, write: async () => Promise.reject(new Error('gone')) },
    })
    const failed = await here.call('POST', '/v1/patients', ANN)
    Object.assign(here.cloud.services, { patients })

    const repeated = await here.call('POST', '/v1/patients', ANN)
    await here.until('2026-11-24T09:00')

    expect([failed.status, repeated.status]).toEqual([500, 201])
    expect(failed.body).toEqual({ type: 'about:blank', title: 'Internal error', status: 500 })
    expect(await patientsOf(here)).toBe(1)
    expect(arrivedAt(here.cloud, ANN_MOBILE)).toHaveLength(1)
  })
})

describe('an enrolment that cannot be', () => {
  const { mobile: _, ...numberless } = ANN
  const at = (text: string, state?: string) => ({
    ...ANN,
    injections: [{ at: text, ...(state && { state }) }],
  })

  it.each([
    ['without a mobile', numberless, 'mobile'],
    ['with a landline', { ...ANN, mobile: '02 9374 4000' }, 'mobile'],
    ['with letters in the number', { ...ANN, mobile: '0491 57O OO6' }, 'mobile'],
    ['with a number that opted out', { ...ANN, mobile: '0491 570 159' }, 'mobile'],
    ['with the number the clinic texts from', { ...ANN, mobile: HARBOUR.sender }, 'mobile'],
    ['with the number of who is on call', { ...ANN, mobile: HARBOUR.onCall.A }, 'mobile'],
    ['with the number of who stands in', { ...ANN, mobile: HARBOUR.onCall.B }, 'mobile'],
    ['with a date that has passed', at('2026-11-20T10:00'), 'injections[0].at'],
    ['with a date that has passed, booked', at('2026-11-20T10:00', 'booked'), 'injections[0].at'],
    ['given in the future', at('2026-12-01T10:00', 'given'), 'injections[0].state'],
    ['in an unknown zone', { ...ANN, timeZone: 'Australia/Sidney' }, 'timeZone'],
    ['at a time that the clock skips', at('2027-10-03T02:30'), 'injections[0].at'],
    ['on a day that does not exist', at('2026-11-31T10:00'), 'injections[0].at'],
    ['with an unknown field', { ...ANN, phone: '0491 570 006' }, 'phone'],
    ['without consent', { ...ANN, consent: undefined }, 'consent'],
  ])('%s is refused by the name of the field, and nothing is written', async (_name, enrolment, path) => {
    const here = await journeyFrom('2026-11-23T14:00')
    await here.cloud.twilio.receive('+61491570159', here.cloud.clinic.sender, 'STOP')
    const patients = await patientsOf(here)
    here.cloud.dynamodb.resetCounts()

    const { status, type, body } = await here.call('POST', '/v1/patients', enrolment)

    expect([status, type]).toEqual([422, 'application/problem+json'])
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path])
    expect(Object.keys(here.cloud.dynamodb.counts())).not.toContain('PutItem')
    expect(await patientsOf(here)).toBe(patients)
  })

  it.each([
    ['of broken JSON', 400, '{"reference": "ann-001", ', 'demo-key-local-only'],
    ['of 1 MB', 413, JSON.stringify({ ...ANN, reference: 'x'.repeat(1024 * 1024) }), 'demo-key-local-only'],
    ['without a key', 401, JSON.stringify(ANN), null],
    ['with a wrong key', 401, JSON.stringify(ANN), 'demo-key'],
  ])('%s is refused in words, and nothing is written', async (_name, wanted, text, key) => {
    const here = await journeyFrom('2026-11-23T14:00')
    here.cloud.dynamodb.resetCounts()

    const { status, type, body } = await here.call('POST', '/v1/patients', text, key)

    expect([status, type]).toEqual([wanted, 'application/problem+json'])
    expect(body.detail).toEqual(expect.any(String))
    expect(Object.keys(here.cloud.dynamodb.counts())).not.toContain('PutItem')
    expect(here.cloud.twilio.calls()).toEqual({})
  })

  it('with a date that has passed is taken when it says given', async () => {
    const here = await journeyFrom('2026-11-23T14:00')

    const { status } = await here.call('POST', '/v1/patients', at('2026-11-20T10:00', 'given'))

    expect(status).toBe(201)
  })
})
