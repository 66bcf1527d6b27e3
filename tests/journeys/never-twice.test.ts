import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { afterEach, describe, expect, it } from 'vitest'
import { HARBOUR } from '../fixtures/harbour.ts'
import { endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'

afterEach(endJourneys)

/** Ann on the evening of her first injection, a moment before F1 of 18:00. */
async function eveningOfTheFirst(): Promise<{ readonly here: Journey; readonly ann: Person }> {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until('2026-12-01T17:59')
  return { here, ann }
}

const evidenceOf = async ({ cloud }: Journey, ann: Person): Promise<readonly string[]> => {
  const patient = (await cloud.services.patients.list(cloud.clinic.id, { limit: 1 })).items[0]?.id
  if (patient === undefined || patient !== ann.id) throw new Error('expected one patient')
  return (await cloud.services.evidence.sent(patient)).map(({ text }) => text)
}

/** Without what goes to staff, such as the weekly test of the alert line. */
const toPatients = ({ cloud }: Journey) =>
  cloud.twilio.messages().filter(({ to }) => to !== HARBOUR.onCall.A && to !== HARBOUR.onCall.B)

describe('a wake that comes more than once', () => {
  it('sends one text when it comes five times at once', async () => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.eventbridge.loseNext(ann.rule)
    await here.until('2026-12-01T18:00')
    expect(ann.got('2026-12-01')).toEqual([])

    await Promise.all([1, 2, 3, 4, 5].map(() => here.wake(ann)))
    await here.until('2026-12-01T20:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    expect(
      here.cloud.twilio.messages().filter(({ body }) => body.includes('more pain at first')),
    ).toHaveLength(1)
  })

  it('sends one text when EventBridge fires twice', async () => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.eventbridge.fireTwice(ann.rule)

    await here.until('2026-12-02T11:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1', '2026-12-02T10:00 N2@1.1.1'])
  })

  it('does nothing when nothing is due', async () => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.dynamodb.resetCounts()

    await here.wake(ann)

    expect(here.cloud.dynamodb.counts()).toEqual({ BatchGetItem: 1 })
    expect(ann.got('2026-12-01')).toEqual([])
  })
})

describe('a function killed after its claim', () => {
  it('before the call to Twilio: found, proven not gone by two looks, and sent once', async () => {
    const { here, ann } = await eveningOfTheFirst()
    dyingOnce(here, 'phones', 'optOut', died)

    await here.until('2026-12-01T18:04')
    expect(await ann.became('F1@1.1.1')).toEqual(['unknown'])
    await here.until('2026-12-01T23:00')

    // Deadline 18:00:10, first look 5 minutes after it, second 10 minutes later, each at the sweep's next minute.
    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:17 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    expect(toPatients(here)).toHaveLength(5)
    expect(await evidenceOf(here, ann)).toEqual(['W0@1.0.1', 'R1@1.1.1', 'N1@1.1.1', 'R2@1.1.1', 'F1@1.1.1'])
  })

  it('after Twilio took it, with its callbacks lost: found at Twilio, and not sent again', async () => {
    const { here, ann } = await eveningOfTheFirst()
    const { texting } = here.cloud.services
    dyingOnce(here, 'texting', 'send', async (...args: Parameters<typeof texting.send>) => {
      await texting.send(...args)
      return died()
    })
    here.cloud.twilio.callbacks('lost')

    await here.until('2026-12-01T18:04')
    expect(await ann.became('F1@1.1.1')).toEqual(['unknown'])
    await here.until('2026-12-02T09:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    expect(toPatients(here)).toHaveLength(5)
    expect(await evidenceOf(here, ann)).toContain('F1@1.1.1')
    expect(here.counted('Duplicate')).toBe(0)
  })

  it('at enrolment: the call succeeds, and the sweep sees to the welcome', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    dyingOnce(here, 'phones', 'optOut', died)

    const ann = await here.enrol()
    await here.until('2026-11-23T15:00')

    expect(ann.got()).toEqual(['2026-11-23T14:17 W0@1.0.1'])
    expect(await ann.became('W0@1.0.1')).toEqual(['delivered'])
  })
})

describe('a send without an answer', () => {
  it('that Twilio took is known by its callback', async () => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.twilio.nextSend('reset-after-accept')

    await here.until('2026-12-01T18:01')

    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    await here.until('2026-12-01T23:00')
    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1'])
    expect(await evidenceOf(here, ann)).toContain('F1@1.1.1')
  })

  it('that Twilio took, with its callbacks lost, is found by looking', async () => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.twilio.nextSend('reset-after-accept')
    here.cloud.twilio.callbacks('lost')

    await here.until('2026-12-01T23:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    expect(await evidenceOf(here, ann)).toContain('F1@1.1.1')
  })

  it.each(['reset-before', '500'] as const)('that Twilio never took (%s) goes once, later', async (fault) => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.twilio.nextSend(fault)

    await here.until('2026-12-01T23:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:17 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
    expect(here.counted('Unknown')).toBe(1)
  })

  it('within 8 seconds is given up, and found', async () => {
    const { here, ann } = await eveningOfTheFirst()
    here.cloud.twilio.nextSend('hang-after-accept')
    here.cloud.twilio.callbacks('lost')

    await here.until('2026-12-01T23:00')

    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1')).toEqual(['delivered'])
  })
})

it('hears a reply once that Twilio delivers five times at once, and answers each alike', async () => {
  const { here, ann } = await eveningOfTheFirst()
  await here.until('2026-12-04T11:00')
  const url = `${here.cloud.url}/webhooks/twilio/inbound`
  const fields = {
    MessageSid: `SM${'1'.repeat(32)}`,
    From: ann.mobile,
    To: here.cloud.clinic.sender,
    Body: '4',
  }
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature(AUTH_TOKEN, url, fields) }
  const deliver = async () =>
    (await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) })).text()

  const answers = await Promise.all([1, 2, 3, 4, 5].map(deliver))

  const { body } = await here.call('GET', `/v1/patients/${ann.id}`)
  expect(answers[0]).toContain('thanks, noted 4 out of 10')
  expect(new Set(answers).size).toBe(1)
  expect(body.pain).toHaveLength(1)
  expect(body.replies).toHaveLength(1)
})

/** The token of the stand-in for Twilio. */
const AUTH_TOKEN = 'local-auth-token'

const died = (): Promise<never> => Promise.reject(new Error('killed'))

/** The next use of a port's method is its function's last; whoever comes after finds everything as it was. */
function dyingOnce(
  { cloud }: Journey,
  port: 'phones' | 'texting',
  method: string,
  death: (...args: never[]) => Promise<unknown>,
): void {
  const alive = cloud.services[port]
  const last = (...args: never[]) => {
    Object.assign(cloud.services, { [port]: alive })
    return death(...args)
  }
  Object.assign(cloud.services, { [port]: { ...alive, [method]: last } })
}
