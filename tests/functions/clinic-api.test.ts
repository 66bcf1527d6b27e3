import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeClinicApi } from '../../functions/handlers/clinic-api.ts'
import { ANN } from '../fixtures/ann.ts'
import { apiEvent, CONTEXT } from './events.ts'
import { fail, INDISCREET, OTHER, type World, world } from './fakes.ts'

const ENROLMENT = {
  reference: 'bea-1',
  mobile: '0491 570 156',
  injections: [{ at: '2026-12-01T10:00' }, { at: '2027-01-12T10:00' }],
  consent: { given: '2026-11-23', method: 'written' },
}

let here: World

beforeEach(async () => {
  here = await world()
  await keep(here, ANN)
})

async function keep({ services, touched }: World, patient: typeof ANN) {
  const { id, reference } = patient
  await services.patients.write(
    patient,
    { id, reference, state: 'active', openEscalations: 0, openTasks: 0 },
    0,
  )
  touched.length = 0
}

async function ask(event: APIGatewayProxyEventV2, { services }: World = here) {
  const { statusCode, headers = {}, body = '' } = await makeClinicApi(services)(event, CONTEXT)
  return { status: statusCode, headers, body: JSON.parse(body) }
}

const problem = (status: number) => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: 'about:blank', title: expect.any(String), status },
})

describe('the way in', () => {
  it('refuses an unknown path with 404', async () => {
    const answer = await ask(apiEvent('GET /v1/nothing'))

    expect(answer).toMatchObject(problem(404))
  })

  it('refuses a wrong method with 405 and names the right ones', async () => {
    const answer = await ask(apiEvent('PUT /v1/patients/ann'))

    expect(answer).toMatchObject({ ...problem(405), headers: { allow: 'GET, PATCH, DELETE' } })
    expect(answer.body.detail).toBe('PUT is not possible here; expected GET, PATCH, DELETE')
  })

  it.each([
    ['no key', undefined],
    ['a wrong key', 'wrong-key'],
    ['an empty key', ''],
  ])('refuses %s with 401 and touches no patient', async (_, key) => {
    const answer = await ask(apiEvent('GET /v1/patients/ann', { key }))

    expect(answer).toMatchObject({ ...problem(401), headers: { 'www-authenticate': 'Bearer' } })
    expect(here.touched.filter((call) => call !== 'clinics.apiKey')).toEqual([])
  })

  it.each([
    ['read-key', 'POST /v1/patients'],
    ['read-key', 'PATCH /v1/patients/ann'],
    ['read-key', 'DELETE /v1/patients/ann'],
    ['ops-key', 'GET /v1/patients/ann/export'],
    ['ops-key', 'GET /v1/patients/ann'],
  ])('refuses %s for %s with 403', async (key, call) => {
    const answer = await ask(apiEvent(call, { key, body: {} }))

    expect(answer).toMatchObject(problem(403))
    expect(here.touched).toEqual(['clinics.apiKey'])
  })

  it('lets a reading key read', async () => {
    const answer = await ask(apiEvent('GET /v1/patients/ann', { key: 'read-key' }))

    expect(answer.status).toBe(200)
  })

  it('answers /health without a key and without reading anything', async () => {
    const answer = await ask(apiEvent('GET /health', { key: undefined }))

    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'ok', now: '2026-11-23T03:00:00Z', alarms: 'rules' },
    })
    expect(here.touched).toEqual([])
  })

  it.each([
    'GET /v1/patients/ann',
    'GET /v1/patients/ann/plan',
    'PATCH /v1/patients/ann',
    'POST /v1/patients/ann/courses',
    'PUT /v1/patients/ann/courses/1/injections/2',
    'POST /v1/patients/ann/pause',
    'POST /v1/patients/ann/resume',
    'POST /v1/patients/ann/withdraw',
    'POST /v1/patients/ann/end-series',
    'GET /v1/patients/ann/replies',
    'GET /v1/patients/ann/history',
    'GET /v1/patients/ann/evidence',
    'GET /v1/patients/ann/export',
    'DELETE /v1/patients/ann',
  ])('shows another clinic nothing: %s is 404', async (call) => {
    const body = call.startsWith('PUT')
      ? { state: 'missed' }
      : call.startsWith('PATCH')
        ? { belt: false }
        : call.endsWith('courses')
          ? { injections: [{ at: '2026-12-01T10:00' }] }
          : {}

    const options = call.startsWith('GET') ? {} : { body }
    const answer = await ask(apiEvent(call, { ...options, key: 'other-key' }))

    expect(answer).toMatchObject(problem(404))
    expect(await here.services.patients.read(ANN.id)).toEqual(ANN)
  })

  it.each([
    ['GET /v1/patients/nobody', 'an id nobody has'],
    ['GET /v1/patients/a%20b', 'an id nobody can have'],
    ['PUT /v1/patients/ann/courses/x/injections/1', 'a course that is no number'],
    ['PUT /v1/patients/ann/courses/1/injections/0', 'an injection that is no number'],
  ])('answers 404 for %s: %s', async (call) => {
    const body = call.startsWith('PUT') ? { body: { state: 'missed' } } : {}

    const answer = await ask(apiEvent(call, body))

    expect(answer).toMatchObject(problem(404))
  })
})

describe('a body', () => {
  const enrolRaw = (raw: string, more: object = {}) => ask(apiEvent('POST /v1/patients', { raw, ...more }))

  it.each([
    ['just over 64 KB', 64 * 1024 + 1],
    ['of 1 MB', 1024 * 1024],
  ])('%s is refused with 413', async (_, size) => {
    const answer = await enrolRaw('x'.repeat(size))

    expect(answer).toMatchObject(problem(413))
    expect(answer.body.detail).toBe(`the body has ${size} bytes; at most 65536 are allowed`)
  })

  it('counts as many bytes as it has once decoded', async () => {
    const euros = JSON.stringify({ reference: '€'.repeat(22_000) })
    const small = JSON.stringify({ reference: 'x'.repeat(60_000) })

    const answers = [await enrolRaw(euros), await enrolRaw(small, { base64: true })]

    expect(answers.map(({ status }) => status)).toEqual([413, 422])
  })

  it.each([
    ['{"reference": "a",}', 'the body is not JSON: it breaks at position 18'],
    ['{"reference": ', 'the body is not JSON: it ends too early or is no JSON at all'],
  ])('that is broken, %s, is refused with 400 and the place', async (raw, detail) => {
    const answer = await enrolRaw(raw)

    expect(answer).toMatchObject(problem(400))
    expect(answer.body.detail).toBe(detail)
  })

  it('of another content type is refused with 415', async () => {
    const answer = await enrolRaw('reference=a', { contentType: 'application/x-www-form-urlencoded' })

    expect(answer).toMatchObject(problem(415))
  })

  it('that is empty is told what is missing', async () => {
    const answer = await enrolRaw('')

    expect(answer).toMatchObject(problem(422))
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'reference',
      'mobile',
      'consent',
      'injections',
    ])
  })

  it('without a mobile, or with a field nobody knows, is refused with 422 and the path', async () => {
    const { mobile: _, ...rest } = ENROLMENT

    const answer = await ask(apiEvent('POST /v1/patients', { body: { ...rest, phone: '0491 570 156' } }))

    expect(answer).toMatchObject(problem(422))
    expect(answer.body.errors).toMatchObject([{ path: 'mobile' }, { path: 'phone' }])
  })

  it('may come in base64', async () => {
    const answer = await enrolRaw(JSON.stringify({ belt: 1 }), { base64: true })

    expect(answer.body.errors).toContainEqual({ path: 'belt', message: '1: expected true or false' })
  })

  it('is not read for a query that is wrong', async () => {
    const answer = await ask(apiEvent('GET /v1/patients', { query: 'limit=0' }))

    expect(answer).toMatchObject(problem(422))
    expect(answer.body.errors).toMatchObject([{ path: 'limit' }])
  })
})

describe('a patient', () => {
  it('is shown with courses on the clinic clock and proposed injections by day', async () => {
    const [course] = ANN.courses
    const other = {
      ...ANN,
      id: 'one' as typeof ANN.id,
      courses: [{ ...course, injections: course?.injections.slice(0, 1) }],
    }
    await keep(here, other as typeof ANN)

    const answer = await ask(apiEvent('GET /v1/patients/one'))

    expect(answer.body).toEqual({
      id: 'one',
      reference: 'ann',
      state: 'active',
      mobile: '+61491570006',
      timeZone: 'Australia/Sydney',
      belt: true,
      fewerTexts: false,
      consent: { given: '2026-11-23', method: 'written' },
      courses: [
        {
          course: 1,
          protocol: course?.protocol,
          belt: true,
          injections: [
            { injection: 1, state: 'booked', at: '2026-12-01T10:00', visit: 1 },
            { injection: 2, state: 'proposed', date: '2027-01-12' },
            { injection: 3, state: 'proposed', date: '2027-02-23' },
          ],
        },
      ],
      pain: [],
      sheet: [
        {
          course: 1,
          injection: 1,
          belt: { asked: 0, answered: 0, yes: 0 },
          physio: { asked: 0, answered: 0, yes: 0 },
          scores: [],
        },
      ],
      slips: [],
      escalations: [],
      tasks: [],
    })
  })

  it('has a plan of exactly the promised fields, on her clock and in UTC', async () => {
    const answer = await ask(apiEvent('GET /v1/patients/ann/plan'))

    expect(answer.body.items).toHaveLength(45)
    expect(answer.body.items.find(({ id }: { id: string }) => id === 'R1@1.1.1')).toEqual({
      id: 'R1@1.1.1',
      step: 'R1',
      kind: 'visit reminder',
      injection: 1,
      local: '2026-11-24T10:00',
      zone: 'Australia/Sydney',
      utc: '2026-11-23T23:00:00Z',
      state: 'planned',
      body: expect.stringContaining('Harbour Sports Med: your visit is Tue 1 Dec at 10:00am.'),
    })
  })

  it('is listed page by page, for her own clinic only', async () => {
    await keep(here, { ...ANN, id: 'bob' as typeof ANN.id, reference: 'bob' })
    await keep(here, { ...ANN, id: 'cat' as typeof ANN.id, clinicId: OTHER.id })

    const first = await ask(apiEvent('GET /v1/patients', { query: 'limit=1' }))
    const second = await ask(apiEvent('GET /v1/patients', { query: `limit=1&cursor=${first.body.cursor}` }))

    expect(first.body).toMatchObject({ items: [{ id: 'ann' }], cursor: 'ann' })
    expect(second.body.items).toMatchObject([{ id: 'bob' }])
  })
})

describe('a command', () => {
  const enrolBea = (more: object = {}) =>
    ask(apiEvent('POST /v1/patients', { body: { ...ENROLMENT, ...more } }))

  it('enrols: 201 with patient, plan and warnings, and a cache may not keep it', async () => {
    const answer = await enrolBea()

    expect(answer).toMatchObject({
      status: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: {
        patient: { reference: 'bea-1', mobile: '+61491570156', state: 'active' },
        plan: expect.arrayContaining([expect.objectContaining({ step: 'W0' })]),
        warnings: [],
      },
    })
  })

  it('repeated is 200, and with another body 409 with the difference', async () => {
    await enrolBea()

    const again = await enrolBea()
    const different = await enrolBea({ givenName: 'Bea' })

    expect(again.status).toBe(200)
    expect(different).toMatchObject(problem(409))
    expect(different.body.errors).toMatchObject([{ path: 'givenName' }])
  })

  it('refuses a landline with 422 in words', async () => {
    const answer = await enrolBea({ mobile: '02 5550 1234' })

    expect(answer).toMatchObject(problem(422))
    expect(answer.body.errors).toMatchObject([{ path: 'mobile' }])
  })

  it('tried out answers the difference alone and changes nothing', async () => {
    const call = 'PUT /v1/patients/ann/courses/1/injections/2'

    const answer = await ask(apiEvent(call, { query: 'dryRun=true', body: { at: '2027-01-14T15:00' } }))

    expect(answer.status).toBe(200)
    expect(Object.keys(answer.body).sort()).toEqual(['added', 'moved', 'removed', 'warnings'])
    expect(answer.body.moved).toContainEqual({
      step: 'F1',
      kind: 'flare guidance',
      course: 1,
      injection: 2,
      from: '2027-01-12T07:00:00Z',
      to: '2027-01-14T07:00:00Z',
    })
    expect(await here.services.patients.read(ANN.id)).toMatchObject({ courses: ANN.courses, changes: [] })
  })

  it.each([
    ['PUT /v1/patients/ann/courses/1/injections/2', { at: '2027-01-14T15:00' }, 200],
    ['PATCH /v1/patients/ann', { fewerTexts: true }, 200],
    ['POST /v1/patients/ann/pause', undefined, 200],
    ['POST /v1/patients/ann/resume', { actor: 'Kim' }, 200],
    ['POST /v1/patients/ann/end-series', { course: 1 }, 200],
    ['POST /v1/patients/ann/withdraw', {}, 200],
    ['POST /v1/patients/ann/courses', { injections: [{ at: '2027-06-01T10:00' }] }, 201],
  ])('%s with %j answers with the patient, the plan and warnings', async (call, body, status) => {
    const answer = await ask(apiEvent(call, body === undefined ? {} : { body }))

    expect(answer.status).toBe(status)
    expect(Object.keys(answer.body)).toEqual(['patient', 'plan', 'warnings'])
  })
})

describe('an unexpected error', () => {
  it('is a 500 that says nothing, and one log line with its name', async () => {
    const broken = await world()
    const patients = { ...broken.services.patients, read: fail }

    const answer = await ask(apiEvent('GET /v1/patients/ann'), {
      ...broken,
      services: { ...broken.services, patients },
    })

    expect(answer.body).toEqual({ type: 'about:blank', title: 'Internal error', status: 500 })
    expect(broken.lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', code: 'STARTED', requestId: 'run-1' },
      { level: 'error', code: 'REQUEST_FAILED', requestId: 'run-1', error: 'TypeError' },
      { level: 'info', code: 'COMPLETED', requestId: 'run-1', route: 'GET /v1/patients/{id}', status: 500 },
    ])
    expect(JSON.stringify([answer, broken.lines])).not.toContain(INDISCREET)
  })

  it('leaves the path, the body and the key out of every log line', async () => {
    await ask(apiEvent('POST /v1/patients', { body: { ...ENROLMENT, phone: 'x' } }))
    await ask(apiEvent('GET /v1/patients/ann'))

    expect(here.lines.join()).not.toMatch(/570 ?156|bea-1|demo-key|ann/)
  })
})
