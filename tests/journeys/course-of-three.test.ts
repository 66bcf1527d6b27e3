import { afterEach, expect, it } from 'vitest'
import { endJourneys, journeyFrom } from './journey.ts'
import { answering, arrivedAt } from './phone.ts'

afterEach(endJourneys)

// Sydney is 11 hours ahead of UTC until Sunday 4 April 2027, 10 after it.
const COURSE = `
  W0@1.0.1   2026-11-23T14:00  2026-11-23T03:00:00Z
  R1@1.1.1   2026-11-24T10:00  2026-11-23T23:00:00Z
  N1@1.1.1   2026-11-26T10:00  2026-11-25T23:00:00Z
  R2@1.1.1   2026-11-29T10:00  2026-11-28T23:00:00Z
  F1@1.1.1   2026-12-01T18:00  2026-12-01T07:00:00Z
  N2@1.1.1   2026-12-02T10:00  2026-12-01T23:00:00Z
  F2@1.1.1   2026-12-03T10:00  2026-12-02T23:00:00Z
  P1a@1.1.1  2026-12-04T10:00  2026-12-03T23:00:00Z
  B1a@1.1.1  2026-12-06T08:00  2026-12-05T21:00:00Z
  F3@1.1.1   2026-12-08T10:00  2026-12-07T23:00:00Z
  X1@1.1.1   2026-12-11T17:30  2026-12-11T06:30:00Z
  P1b@1.1.1  2026-12-15T10:00  2026-12-14T23:00:00Z
  X2a@1.1.1  2026-12-18T17:30  2026-12-18T06:30:00Z
  N3@1.1.1   2026-12-22T10:00  2026-12-21T23:00:00Z
  B1b@1.1.1  2026-12-25T08:00  2026-12-24T21:00:00Z
  P2@1.1.1   2026-12-29T10:00  2026-12-28T23:00:00Z
  X2b@1.1.1  2027-01-01T17:30  2027-01-01T06:30:00Z
  R1@1.2.1   2027-01-05T10:00  2027-01-04T23:00:00Z
  R2@1.2.1   2027-01-10T10:00  2027-01-09T23:00:00Z
  F1@1.2.1   2027-01-12T18:00  2027-01-12T07:00:00Z
  N2@1.2.1   2027-01-13T10:00  2027-01-12T23:00:00Z
  F2@1.2.1   2027-01-14T10:00  2027-01-13T23:00:00Z
  P1a@1.2.1  2027-01-15T10:00  2027-01-14T23:00:00Z
  F3@1.2.1   2027-01-19T10:00  2027-01-18T23:00:00Z
  X1@1.2.1   2027-01-22T17:30  2027-01-22T06:30:00Z
  X2a@1.2.1  2027-01-29T17:30  2027-01-29T06:30:00Z
  N3@1.2.1   2027-02-02T10:00  2027-02-01T23:00:00Z
  P2@1.2.1   2027-02-09T10:00  2027-02-08T23:00:00Z
  B1c@1.2.1  2027-02-12T08:00  2027-02-11T21:00:00Z
  R1@1.3.1   2027-02-16T10:00  2027-02-15T23:00:00Z
  R2@1.3.1   2027-02-21T10:00  2027-02-20T23:00:00Z
  F1@1.3.1   2027-02-23T18:00  2027-02-23T07:00:00Z
  N2@1.3.1   2027-02-24T10:00  2027-02-23T23:00:00Z
  F2@1.3.1   2027-02-25T10:00  2027-02-24T23:00:00Z
  P1a@1.3.1  2027-02-26T10:00  2027-02-25T23:00:00Z
  F3@1.3.1   2027-03-02T10:00  2027-03-01T23:00:00Z
  X1@1.3.1   2027-03-05T17:30  2027-03-05T06:30:00Z
  X2a@1.3.1  2027-03-12T17:30  2027-03-12T06:30:00Z
  B1b@1.3.1  2027-03-19T08:00  2027-03-18T21:00:00Z
  P2@1.3.1   2027-03-23T10:00  2027-03-22T23:00:00Z
  X2c@1.3.1  2027-04-06T17:30  2027-04-06T07:30:00Z
  B1d@1.3.1  2027-04-20T08:00  2027-04-19T22:00:00Z
  X2d@1.3.1  2027-05-04T17:30  2027-05-04T07:30:00Z
  P3@1.3.1   2027-05-11T10:00  2027-05-11T00:00:00Z
  Z1@1.3.1   2027-05-18T10:00  2027-05-18T00:00:00Z`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/).join(' '))

const lines = (texts: readonly { readonly id: string; readonly local: string; readonly utc: string }[]) =>
  texts.map(({ id, local, utc }) => `${id} ${local} ${utc}`)

const said = (texts: readonly { readonly id: string; readonly local: string; readonly body: string }[]) =>
  texts.map(({ id, local, body }) => `${id} ${local} ${body}`)

it('carries Ann through a course of three in exactly 45 texts, each as the preview said, byte for byte', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  const previewed = await ann.plan()
  const rules: number[] = []

  await answering(here.cloud, ann, '2027-05-19T10:00', async () => {
    rules.push((await here.cloud.services.alarms.used()).count)
  })

  const texts = arrivedAt(here.cloud, ann.mobile)
  const days = texts.map(({ local }) => local.slice(0, 10))
  const ledger = await ann.plan()
  expect(lines(texts)).toEqual(COURSE)
  expect(texts).toHaveLength(45)
  expect(new Set(days).size).toBe(45)
  expect(said(ann.preview)).toEqual(said(texts))
  expect(said(previewed)).toEqual(said(texts))
  expect(said(ledger)).toEqual(said(texts))
  expect(ledger.map(({ state }) => state)).toEqual(texts.map(() => 'delivered'))
  // One rule throughout; after the last text the daily pass takes it away. The other one made is the sweep's.
  expect(rules.slice(0, -1)).toEqual(Array.from({ length: 44 }, () => 1))
  expect(here.cloud.eventbridge.calls()).toMatchObject({ PutTargets: 2, DeleteRule: 1 })
  expect(await here.cloud.services.alarms.used()).toMatchObject({ count: 0 })
  expect(here.cloud.failures()).toEqual([])
  expect(await ann.tasks()).toEqual([])
  expect(['SweepRescued', 'Duplicate', 'Unknown'].map((metric) => here.counted(metric))).toEqual([0, 0, 0])
})

it('says the words of the protocol', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()

  await answering(here.cloud, ann, '2026-12-06T09:00')

  expect(ann.texts()).toEqual([
    '2026-11-23T14:00 Harbour Sports Med: we will text visit reminders and care tips. Not you? Reply WRONG. STOP ends texts. Replies are not read 24/7: in an emergency call 000.',
    '2026-11-24T10:00 Harbour Sports Med: your visit is Tue 1 Dec at 10:00am. Reply C to confirm, R to change. Please follow the prep steps you were given. Questions? 02 5550 1234',
    '2026-11-26T10:00 Harbour Sports Med: please avoid anti-inflammatory pills and gels like Nurofen or Voltaren. Keep taking prescribed medicines. Unsure? Text us the name.',
    '2026-11-29T10:00 Harbour Sports Med: see you Tue 1 Dec at 10:00am. Reply C to confirm, R to change. Sick, feverish, new medicine or maybe pregnant? Call 02 5550 1234 first.',
    '2026-12-01T18:00 Harbour Sports Med: more pain at first is common. Use only pain relief your doctor advised. Worried? 02 5550 1234, or 1800 022 222 if closed. Emergency: 000.',
    '2026-12-02T10:00 Harbour Sports Med: sore? Please skip Nurofen, Voltaren and the like: they may slow healing. Keep taking prescribed medicines. Unsure of one? Text its name.',
    '2026-12-03T10:00 Harbour Sports Med: fever, or hot, red or oozing skin? Call 02 5550 1234 or 1800 022 222 today. Weak leg, numb groin, bladder or breathing trouble? Call 000.',
    '2026-12-04T10:00 Harbour Sports Med: how bad is your pain right now, 0 (none) to 10 (worst)? Reply with one number. Unwell or worried? Call 02 5550 1234. Emergency: 000.',
    '2026-12-06T08:00 Harbour Sports Med: are you wearing your belt the way your physio showed you? Reply Y or N. If it rubs, slips, hurts or makes you numb, call 02 5550 1234.',
  ])
  const words = new Map(ann.preview.map(({ id, body }) => [id, body]))
  expect(words.get('B1d@1.3.1')).toBe(words.get('B1a@1.1.1'))
  expect(words.get('P2@1.3.1')).toBe(
    'Harbour Sports Med: by now soreness has often eased. How is your pain today, 0 (none) to 10 (worst)? Reply with one number. Getting worse? Call 02 5550 1234.',
  )
  expect(words.get('Z1@1.3.1')).toBe(
    'Harbour Sports Med: this is our last text. Keep up your exercises and ask us before you use anti-inflammatories again. To book your review call 02 5550 1234.',
  )
})

it('hears her answers', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()

  await here.until('2026-11-24T10:30')
  const confirmed = await ann.writes('C')
  await here.until('2026-12-04T10:30')
  const scored = await ann.writes('3')
  await here.until('2026-12-06T08:30')
  const worn = await ann.writes('Y')

  expect(confirmed).toEqual([
    'Harbour Sports Med: thanks, you are confirmed for Tue 1 Dec at 10:00am. To change it reply R or call 02 5550 1234.',
  ])
  expect(scored).toEqual([
    'Harbour Sports Med: thanks, we have noted 3 out of 10. Keep going with your plan.',
  ])
  expect(worn).toEqual(['Harbour Sports Med: thanks, noted.'])
  const { body } = await here.call('GET', `/v1/patients/${ann.id}`)
  expect(body.courses[0].injections[0]).toMatchObject({ injection: 1, state: 'confirmed' })
  expect(body.pain).toMatchObject([{ value: 3, asked: 'P1a@1.1.1' }])
})

it('runs the same course on EventBridge Scheduler', async () => {
  const here = await journeyFrom('2026-11-23T14:00', { alarms: 'scheduler' })
  const ann = await here.enrol()

  await answering(here.cloud, ann, '2027-05-19T10:00')

  expect(lines(arrivedAt(here.cloud, ann.mobile))).toEqual(COURSE)
  expect(here.cloud.eventbridge.calls()).toMatchObject({ PutRule: 1, PutTargets: 1 })
  expect(here.counted('SweepRescued')).toBe(0)
})
