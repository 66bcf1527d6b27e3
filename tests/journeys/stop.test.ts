import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { phoneNumber } from '../../lib/patient/identifiers.ts'
import { ANN, endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'
import { arrivedAt } from './phone.ts'

afterEach(endJourneys)

async function annAt(local: string): Promise<{ readonly here: Journey; readonly ann: Person }> {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until(local)
  return { here, ann }
}

const stateOf = async ({ call }: Journey, { id }: Person): Promise<string> =>
  (await call('GET', `/v1/patients/${id}`)).body.state

describe('STOP', () => {
  it('at night ends all texts until START, which brings back only what is not yet due', async () => {
    const { here, ann } = await annAt('2026-12-02T02:00')

    const toStop = await ann.writes('STOP')
    await here.until('2026-12-03T09:30')
    expect(await stateOf(here, ann)).toBe('stopped')
    const toStart = await ann.writes('START')
    await here.until('2026-12-04T12:00')

    // Twilio answers its keywords itself; a second answer of ours would be one too many.
    expect([toStop.length, toStart.length]).toEqual([1, 1])
    expect(ann.got('2026-12-02')).toEqual(['2026-12-03T10:00 F2@1.1.1', '2026-12-04T10:00 P1a@1.1.1'])
    expect(await ann.became('N2@1.1.1', 'F2@1.1.1')).toEqual(['skipped: opted-out', 'delivered'])
    expect(await ann.tasks()).toEqual(['stopped'])
    expect(await stateOf(here, ann)).toBe('active')
    expect(here.counted('TextsFailed')).toBe(0)
  })

  it('during a send answers only when the send has ended, and nothing goes after it', async () => {
    const { here, ann } = await annAt('2026-12-01T17:59')
    const { texting } = here.cloud.services
    const [accepted, answer] = [gate(), gate()]
    const send = async (...args: Parameters<typeof texting.send>) => {
      const outcome = await texting.send(...args)
      accepted.open()
      await answer.opened
      return outcome
    }
    Object.assign(here.cloud.services, { texting: { ...texting, send } })
    const order: string[] = []

    const evening = here.until('2026-12-01T18:00').then(() => order.push('sent'))
    await accepted.opened
    const stop = ann.writes('STOP').then(() => order.push('stopped'))
    await optedOut(here, ann)
    answer.open()
    await Promise.all([evening, stop])
    await here.until('2026-12-04T12:00')

    expect(order).toEqual(['sent', 'stopped'])
    expect(ann.got('2026-12-01')).toEqual(['2026-12-01T18:00 F1@1.1.1'])
    expect(await ann.became('F1@1.1.1', 'N2@1.1.1', 'F2@1.1.1')).toEqual([
      'delivered',
      'skipped: opted-out',
      'skipped: opted-out',
    ])
  })

  it('between a claim and its send keeps the text back', async () => {
    const { here, ann } = await annAt('2026-12-01T17:59')
    const { phones } = here.cloud.services
    const stops: Promise<unknown>[] = []
    const optOut = async (...args: Parameters<typeof phones.optOut>) => {
      Object.assign(here.cloud.services, { phones })
      stops.push(ann.writes('STOP'))
      await optedOut(here, ann)
      return phones.optOut(...args)
    }
    Object.assign(here.cloud.services, { phones: { ...phones, optOut } })
    const requests = here.cloud.twilio.calls().POST

    await here.until('2026-12-01T18:00')
    await Promise.all(stops)
    await here.until('2026-12-01T20:00')

    expect(ann.got('2026-12-01')).toEqual([])
    expect(await ann.became('F1@1.1.1')).toEqual(['skipped: opted-out'])
    expect(here.cloud.twilio.calls().POST).toBe(requests)
  })
})

describe('WRONG', () => {
  it('ends all texts to that number, tells staff, and the right number is welcomed', async () => {
    const { here, ann } = await annAt('2026-11-23T14:05')

    const answers = await ann.writes('WRONG')
    await here.until('2026-11-25T09:00')
    expect(answers).toEqual(['Harbour Sports Med: sorry about that. We will not text this number again.'])
    expect(ann.got()).toEqual(['2026-11-23T14:00 W0@1.0.1'])
    expect(await ann.tasks()).toEqual(['wrong'])
    expect(
      (await here.call('POST', '/v1/patients', { ...ANN, reference: 'bea-1' })).body.errors[0].path,
    ).toBe('mobile')
    await ann.patch({ mobile: '0491 570 156' })
    await here.until('2026-11-26T12:00')

    // Due at once: no alarm is that quick, so the sweep's next minute serves it.
    expect(ann.mobile).toBe('+61491570156')
    expect(ann.got()).toEqual(['2026-11-25T09:01 W0@1.0.2', '2026-11-26T10:00 N1@1.1.1'])
    expect(arrivedAt(here.cloud, '+61491570006')).toHaveLength(1)
    expect(await ann.became('R1@1.1.1')).toEqual(['skipped: opted-out'])
  })
})

describe('a new number', () => {
  it('is welcomed and gets what comes; the old one gets nothing more and is nobody', async () => {
    const { here, ann } = await annAt('2026-11-24T12:00')

    await ann.patch({ mobile: '+61 491 570 156' })
    await here.until('2026-11-26T12:00')
    const toOld = await here.cloud.twilio.receive('+61491570006', here.cloud.clinic.sender, 'C')
    const toNew = await ann.writes('C')

    expect(ann.got()).toEqual(['2026-11-24T12:01 W0@1.0.2', '2026-11-26T10:00 N1@1.1.1'])
    expect(arrivedAt(here.cloud, '+61491570006').map(({ id }) => id)).toEqual(['W0@1.0.1', 'R1@1.1.1'])
    expect(toOld).toEqual([
      "Harbour Sports Med: thanks, our team will read this in work hours. Can't wait? Call 02 5550 1234, or 000 in an emergency. Reply HELP for options.",
    ])
    expect(toNew).toEqual([
      'Harbour Sports Med: thanks, you are confirmed for Tue 1 Dec at 10:00am. To change it reply R or call 02 5550 1234.',
    ])
  })
})

interface Gate {
  readonly opened: Promise<void>
  open(): void
}

function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { opened: promise, open: resolve }
}

/** Settles once the number is opted out; the reply that did it may still wait for its answer. */
async function optedOut({ cloud }: Journey, { mobile }: Person): Promise<void> {
  const number = phoneNumber(mobile)
  while ((await cloud.services.phones.optOut(number)) === undefined) await setTimeout(5)
}
