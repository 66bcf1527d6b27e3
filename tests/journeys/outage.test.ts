import { afterEach, describe, expect, it } from 'vitest'
import { endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'

afterEach(endJourneys)

async function annAt(local: string): Promise<{ readonly here: Journey; readonly ann: Person }> {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until(local)
  return { here, ann }
}

describe('Twilio down for 3 hours', () => {
  it('loses nothing: the text goes, once, when it is back', async () => {
    const { here, ann } = await annAt('2026-12-02T09:30')

    here.cloud.twilio.down(true)
    await here.until('2026-12-02T12:30')
    expect(await ann.became('N2@1.1.1')).toEqual(['unknown'])
    here.cloud.twilio.down(false)
    await here.until('2026-12-03T11:00')

    const [first, second] = ann.got('2026-12-02')
    expect(first).toMatch(/^2026-12-02T12:4\d N2@1\.1\.1$/)
    expect(second).toBe('2026-12-03T10:00 F2@1.1.1')
    expect(await ann.became('N2@1.1.1', 'F2@1.1.1')).toEqual(['delivered', 'delivered'])
  })

  it.each([
    ['in the evening', '2026-12-01T20:30'],
    ['after midnight', '2026-12-02T02:00'],
  ])('sends nothing at night when it is back %s: the text goes in the morning', async (_when, back) => {
    const { here, ann } = await annAt('2026-12-01T17:30')

    here.cloud.twilio.down(true)
    await here.until(back)
    here.cloud.twilio.down(false)
    await here.until('2026-12-02T11:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-02T08:00 F1@1.1.1', '2026-12-02T10:00 N2@1.1.1'])
  })

  it('gives a text up in words when its day is over, and staff are told', async () => {
    const { here, ann } = await annAt('2026-12-11T17:00')

    here.cloud.twilio.down(true)
    await here.until('2026-12-11T20:00')
    here.cloud.twilio.down(false)
    await here.until('2026-12-12T12:00')

    expect(ann.got('2026-12-11')).toEqual([])
    expect(await ann.became('X1@1.1.1')).toEqual(['failed'])
    expect(await ann.tasks()).toEqual(['failed-unknown'])
  })
})

it('lets a text expire, and says so, while the account is suspended', async () => {
  const { here, ann } = await annAt('2026-12-11T17:00')

  here.cloud.twilio.account('suspended')
  await here.until('2026-12-11T18:00')
  expect(await ann.became('X1@1.1.1')).toEqual(['held'])
  await here.until('2026-12-12T08:00')
  here.cloud.twilio.account('active')
  await here.until('2026-12-15T10:30')

  // The first text that falls due finds the breaker open, asks for the account and goes.
  expect(ann.got('2026-12-11')).toEqual(['2026-12-15T10:00 P1b@1.1.1'])
  expect(await ann.became('X1@1.1.1')).toEqual(['skipped: expired'])
})

describe('an alarm that is lost', () => {
  it('is made good by the sweep within 5 minutes', async () => {
    const { here, ann } = await annAt('2026-12-01T17:30')
    here.cloud.eventbridge.loseNext(ann.rule)

    await here.until('2026-12-02T11:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:02 F1@1.1.1', '2026-12-02T10:00 N2@1.1.1'])
    expect(here.counted('SweepRescued')).toBe(1)
  })

  it('every time still lets every text of a week go', async () => {
    const { here, ann } = await annAt('2026-12-01T17:30')
    for (const day of ['01T23:00', '02T23:00', '03T23:00', '04T23:00', '06T23:00', '08T23:00']) {
      here.cloud.eventbridge.loseNext(ann.rule)
      await here.until(`2026-12-${day}`)
    }

    expect(ann.got('2026-12-01')).toEqual([
      '2026-12-01T18:02 F1@1.1.1',
      '2026-12-02T10:02 N2@1.1.1',
      '2026-12-03T10:02 F2@1.1.1',
      '2026-12-04T10:02 P1a@1.1.1',
      '2026-12-06T08:02 B1a@1.1.1',
      '2026-12-08T10:02 F3@1.1.1',
    ])
  })

  it('or cannot be set leaves the text to the sweep, on time', async () => {
    const { here, ann } = await annAt('2026-12-01T17:30')
    here.cloud.eventbridge.failNext(100)

    await here.until('2026-12-02T11:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1', '2026-12-02T10:00 N2@1.1.1'])
  })
})

describe('callbacks', () => {
  it.each(['doubled', 'reordered'] as const)('that come %s count once and never move back', async (mode) => {
    const { here, ann } = await annAt('2026-12-01T17:30')
    const delivered = here.counted('TextsDelivered')
    here.cloud.twilio.callbacks(mode)

    await here.until('2026-12-02T11:00')

    expect(await ann.became('F1@1.1.1', 'N2@1.1.1')).toEqual(['delivered', 'delivered'])
    expect(here.counted('TextsDelivered') - delivered).toBe(2)
    expect(here.counted('Duplicate')).toBe(0)
  })

  it('that are lost are made good by asking, a day later', async () => {
    const { here, ann } = await annAt('2026-12-01T17:30')
    here.cloud.twilio.callbacks('lost')

    await here.until('2026-12-02T17:30')
    expect(await ann.became('F1@1.1.1')).toEqual(['sent'])
    await here.until('2026-12-02T18:30')

    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1', '2026-12-02T10:00 N2@1.1.1'])
  })
})
