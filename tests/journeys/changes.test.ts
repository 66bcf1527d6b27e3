import { afterEach, describe, expect, it } from 'vitest'
import { endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'

afterEach(endJourneys)

async function annAt(local: string): Promise<{ readonly here: Journey; readonly ann: Person }> {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until(local)
  return { here, ann }
}

const stateOf = async ({ call }: Journey, { id }: Person): Promise<string> =>
  (await call('GET', `/v1/patients/${id}`)).body.state

it('tells her of a cancelled visit and says nothing more about it', async () => {
  const { here, ann } = await annAt('2027-01-07T11:00')

  await ann.injection(2, { state: 'cancelled' })
  await here.until('2027-02-15T12:00')

  expect(ann.texts('2027-01-07')[0]).toBe(
    '2027-01-07T11:15 Harbour Sports Med: your visit on Tue 12 Jan at 10:00am is cancelled, so please do not come in. To book a new time or ask why, call 02 5550 1234.',
  )
  expect(ann.got('2027-01-07').filter((text) => /@1\.2\./.test(text))).toEqual(['2027-01-07T11:15 V2@1.2.1'])
  expect(await ann.became('R1@1.2.1', 'R2@1.2.1', 'F1@1.2.1', 'F2@1.2.1')).toEqual([
    'delivered',
    'skipped: cancelled',
    'skipped: cancelled',
    'skipped: cancelled',
  ])
})

it('sends nothing while she is paused, and on resuming only what is not yet due', async () => {
  const { here, ann } = await annAt('2026-12-02T12:00')

  await ann.post('pause')
  expect(await stateOf(here, ann)).toBe('paused')
  await here.until('2026-12-07T09:00')
  await ann.post('resume')
  await here.until('2026-12-08T12:00')

  expect(ann.got('2026-12-02T12:00')).toEqual(['2026-12-08T10:00 F3@1.1.1'])
  expect(await ann.became('F2@1.1.1', 'P1a@1.1.1', 'B1a@1.1.1', 'F3@1.1.1')).toEqual([
    'skipped: paused',
    'skipped: paused',
    'skipped: paused',
    'delivered',
  ])
  expect(await stateOf(here, ann)).toBe('active')
})

it('ends a series: the next visit is cancelled in words, the tail of the last one given runs', async () => {
  const { here, ann } = await annAt('2026-12-09T11:00')

  await ann.post('end-series')
  await here.until('2027-03-01T12:00')

  const got = ann.got('2026-12-09')
  expect(got[0]).toBe('2026-12-09T11:15 V2@1.2.1')
  expect(got.filter((text) => /@1\.[23]\./.test(text))).toEqual(['2026-12-09T11:15 V2@1.2.1'])
  expect(got.at(-1)).toBe('2027-02-23T10:00 Z1@1.1.1')
  expect(got).toContain('2027-02-16T10:00 P3@1.1.1')
  expect(await stateOf(here, ann)).toBe('ended')
})

it('sends nothing after she withdraws', async () => {
  const { here, ann } = await annAt('2026-12-02T12:00')

  await ann.post('withdraw')
  await here.until('2027-05-19T12:00')

  expect(ann.got('2026-12-02T12:00')).toEqual([])
  expect(new Set((await ann.plan()).slice(6).map(({ state, reason }) => `${state}: ${reason}`))).toEqual(
    new Set(['skipped: opted-out']),
  )
  expect(await stateOf(here, ann)).toBe('withdrawn')
  expect(await here.cloud.nextMoment()).toBeUndefined()
})

describe('a new course', () => {
  it('for the same reference follows when the one before has ended', async () => {
    const { here, ann } = await annAt('2026-12-02T12:00')
    await ann.post('withdraw')
    await here.until('2027-01-04T10:00')

    const { status, body } = await here.call('POST', '/v1/patients', {
      reference: 'ann-001',
      mobile: '0491 570 006',
      injections: [{ at: '2027-01-18T10:00' }],
      consent: { given: '2027-01-04', method: 'written' },
    })
    await here.until('2027-01-11T12:00')

    expect([status, body.patient.id]).toEqual([201, ann.id])
    expect(ann.got('2027-01-01')).toEqual(['2027-01-04T10:00 W0@2.0.1', '2027-01-11T10:00 R1@2.1.1'])
  })
})

describe('a number that takes no texts', () => {
  it('is said of her until she has another, also once its task is done', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    here.cloud.twilio.deliveryFails(ann.mobile, 30005)
    await here.until('2026-11-24T12:00')
    const [task] = (await here.call('GET', '/v1/tasks')).body.items
    await here.call('POST', `/v1/tasks/${task.id}/resolve`, { actor: 'Kim', outcome: 'left a message' })
    const bad = (await here.call('GET', `/v1/patients/${ann.id}`)).body

    await ann.patch({ mobile: '0491 570 156' })

    expect(task.kind).toBe('number-bad')
    expect(bad.numberBad).toEqual({ at: expect.stringMatching(/^2026-11-2\d/), code: 30005 })
    expect((await here.call('GET', `/v1/patients/${ann.id}`)).body).not.toHaveProperty('numberBad')
  })
})
