import { afterEach, expect, it } from 'vitest'
import { ANN, endJourneys, type Journey, journeyFrom } from './journey.ts'

afterEach(endJourneys)

async function newSettings({ call }: Journey, change: object): Promise<number> {
  const { body } = await call('GET', '/v1/clinic')
  return (await call('PUT', '/v1/clinic', { ...body, ...change })).status
}

it('follows new texting hours in the middle of a course, from the next text on', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until('2026-11-24T12:00')

  const status = await newSettings(here, { textingHours: '07:00-09:30' })
  await here.until('2026-11-30T12:00')

  expect(status).toBe(200)
  expect(ann.got()).toEqual([
    '2026-11-23T14:00 W0@1.0.1',
    '2026-11-24T10:00 R1@1.1.1',
    '2026-11-26T09:15 N1@1.1.1',
    '2026-11-29T09:15 R2@1.1.1',
  ])
  expect(here.counted('PlanDrift')).toBe(0)
  expect(here.counted('SweepRescued')).toBe(0)
})

it('moves a doctor’s visits in one go, and each patient hears of hers once', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  const bob = await here.enrol({ ...ANN, reference: 'bob-001', mobile: '0491 570 156' })
  await here.until('2027-01-06T11:00')

  const away = { from: '2027-01-12', to: '2027-01-15', actor: 'Kim' }
  const { body } = await here.call('POST', '/v1/visits/move', away)
  const again = await here.call('POST', '/v1/visits/move', away)
  await here.until('2027-01-19T20:00')

  expect(body).toMatchObject({ moved: 2, refused: 0, left: 0 })
  expect(again.body.items).toEqual([])
  for (const patient of [ann, bob])
    expect(patient.got('2027-01-06T11:00')).toEqual([
      '2027-01-06T11:15 V1@1.2.2',
      '2027-01-12T10:00 R1@1.2.2',
      '2027-01-17T10:00 R2@1.2.2',
      '2027-01-19T18:00 F1@1.2.2',
    ])
})

it('shows on one page what the clinic has to do, until it is done', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until('2026-11-30T09:00')
  await ann.writes('I cannot breathe')
  await ann.writes('C')

  const before = (await here.call('GET', '/v1/today')).body
  const [{ id }] = before.needsPerson.items
  await here.call('POST', `/v1/escalations/${id}/resolve`, { actor: 'Kim', outcome: 'in hospital' })
  await here.until('2026-12-01T12:00')
  const after = (await here.call('GET', '/v1/today')).body

  expect(before.needsPerson.items).toMatchObject([
    { tier: 1, words: 'I cannot breathe', patient: { id: ann.id } },
  ])
  expect(before.visits.items).toMatchObject([{ patient: { reference: 'ann-001' }, state: 'confirmed' }])
  expect(after).toMatchObject({ needsPerson: { total: 0 }, visits: { total: 0 } })
  expect(after.closeVisits.items).toMatchObject([{ at: '2026-12-01T10:00', confirmed: true }])
})

it('gives operators their figures from the same ledgers', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  await here.enrol()
  await here.until('2026-11-24T12:00')

  const { status, body } = await here.call('GET', '/v1/ops/summary')

  const figures = body.rows.flatMap(({ parts }: { parts: { figures: object[] }[] }) =>
    parts.flatMap((part) => part.figures),
  )
  expect(status).toBe(200)
  expect(figures).toEqual(
    expect.arrayContaining([
      { name: 'TextsSent', statistic: 'Sum', value: 2 },
      { name: 'TextsDue', statistic: 'Sum', value: 2 },
      { name: 'TextsDelivered', statistic: 'Sum', value: 2 },
      { name: 'OverdueCount', statistic: 'Maximum', value: 0 },
      { name: 'RuleQuotaUsed', statistic: 'Maximum', value: expect.any(Number) },
    ]),
  )
})
