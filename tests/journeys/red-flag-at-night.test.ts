import { afterEach, describe, expect, it } from 'vitest'
import { instant } from '../../lib/time/instant.ts'
import { localDateTimeAt } from '../../lib/time/zone.ts'
import { SYDNEY } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN, endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'

afterEach(endJourneys)

const { A, B = A } = HARBOUR.onCall
const CLOSED =
  'Harbour Sports Med: we are closed and this needs a nurse or doctor now. Call 1800 022 222 (24 h) or go to urgent care. If worse, shaking or confused call 000.'

/** Alerts on a staff phone, `2026-12-05T02:10`. */
const alertsTo = ({ cloud }: Journey, mobile: string): readonly string[] =>
  cloud.twilio
    .messages()
    .filter(({ to, body }) => to === mobile && /alert \d+:/.test(body))
    .map(({ createdAt }) => localDateTimeAt(SYDNEY, instant(createdAt)))

const emails = ({ cloud }: Journey, topic: string): readonly string[] =>
  cloud.sns
    .published()
    .filter(({ topicArn, message }) => topicArn.endsWith(topic) && /alert \d+:/.test(message))
    .map(({ at }) => localDateTimeAt(SYDNEY, instant(at)))

async function saturdayNight(): Promise<{ readonly here: Journey; readonly ann: Person }> {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  await here.until('2026-12-05T02:00')
  return { here, ann }
}

describe('a red flag on Saturday at 02:00', () => {
  it('is answered at once and climbs the ladder until B takes it on', async () => {
    const { here, ann } = await saturdayNight()

    const answered = await ann.writes('fever and the spot is weeping')
    await here.until('2026-12-05T02:30')
    const again = await ann.writes('still hot')
    await here.until('2026-12-05T03:05')
    const alert = here.cloud.twilio.messages().find(({ to, body }) => to === A && /alert \d+:/.test(body))
    const number = /alert (\d+)/.exec(alert?.body ?? '')?.[1]
    await here.cloud.twilio.receive(B, HARBOUR.sender, `OK ${number}`)
    await here.until('2026-12-05T12:00')

    expect(answered).toEqual([CLOSED])
    expect(again).toEqual([CLOSED])
    expect(alertsTo(here, A)).toEqual(['2026-12-05T02:00', '2026-12-05T02:10', '2026-12-05T02:40'])
    expect(alertsTo(here, B)).toEqual(['2026-12-05T02:20', '2026-12-05T02:40'])
    expect(emails(here, 'clinic-alerts')).toEqual([
      '2026-12-05T02:00',
      '2026-12-05T02:10',
      '2026-12-05T02:20',
      '2026-12-05T02:40',
    ])
    expect(emails(here, 'operator-page')).toEqual(['2026-12-05T03:00'])
    expect(ann.texts('2026-12-05')).toEqual([
      '2026-12-05T03:00 Harbour Sports Med: we have not reached our doctor yet. Please do not wait for us: call 1800 022 222 now, or 000 if you feel worse.',
      '2026-12-05T09:00 Harbour Sports Med: checking on your message. Have you spoken to a nurse or doctor? Reply Y or N. If not, call 1800 022 222 now. If worse call 000.',
    ])
  })

  it('holds back what would reassure her, until a named person has resolved it', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')

    await here.until('2026-12-08T12:00')

    expect(await ann.became('B1a@1.1.1', 'F3@1.1.1')).toEqual(['skipped: paused', 'skipped: paused'])
  })

  it('lets her texts go on once it is resolved', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')
    await here.until('2026-12-07T09:30')
    const [open] = (await here.call('GET', '/v1/escalations?state=open')).body.items

    await here.call('POST', `/v1/escalations/${open.id}/acknowledge`, { actor: 'Sam' })
    await here.call('POST', `/v1/escalations/${open.id}/resolve`, {
      actor: 'Dr Lee',
      outcome: 'seen, settled',
    })
    await here.until('2026-12-08T12:00')

    expect(open).toMatchObject({
      tier: 2,
      words: 'fever and the spot is weeping',
      patient: { reference: 'ann-001' },
    })
    expect((await here.call('GET', '/v1/escalations')).body.items).toEqual([])
    const [resolved] = (await here.call('GET', '/v1/escalations?state=resolved')).body.items
    expect(resolved.resolved).toMatchObject({ by: 'Dr Lee', outcome: 'seen, settled' })
    expect(await ann.became('B1a@1.1.1', 'F3@1.1.1')).toEqual(['skipped: paused', 'delivered'])
  })

  it('reaches staff by e-mail while texts are down, and says that she was not told', async () => {
    const { here, ann } = await saturdayNight()
    here.cloud.twilio.deliveryFails(ann.mobile, 30005)
    await ann.writes('fever and the spot is weeping')
    here.cloud.twilio.down(true)

    await here.until('2026-12-05T02:15')

    expect(emails(here, 'clinic-alerts')).toEqual(['2026-12-05T02:00', '2026-12-05T02:10'])
    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.untold).toBe('not told, phone her')
    expect(open.alerted.at(-1)).toMatchObject({ byText: false, byEmail: true })
  })

  it('from a number nobody has is answered and kept for the clinic it was written to', async () => {
    const here = await journeyFrom('2026-12-05T02:00')

    const answered = await here.cloud.twilio.receive(
      '+61491571266',
      HARBOUR.sender,
      'fever and the spot is weeping',
    )

    expect(answered).toEqual([CLOSED])
    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open).toMatchObject({ tier: 2, patient: { reference: 'unknown number' } })
    expect(alertsTo(here, A)).toEqual(['2026-12-05T02:00'])
  })

  it('beside a STOP is escalated, and she is opted out as well', async () => {
    const { here, ann } = await saturdayNight()

    await ann.writes('stop texting me, I have a fever and the spot is weeping')
    await here.until('2026-12-06T12:00')

    expect((await here.call('GET', '/v1/escalations')).body.items).toHaveLength(1)
    expect((await here.call('GET', `/v1/patients/${ann.id}`)).body.state).toBe('stopped')
    expect(ann.got('2026-12-05T02:01')).toEqual([])
  })

  it('keeps the words that raised it first, whatever she writes later', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')

    await ann.writes('when is my appointment')

    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.words.split('\n')[0]).toBe('fever and the spot is weeping')
  })

  it('does not talk to a machine that answers every text', async () => {
    const { ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')

    const answers = []
    for (let time = 0; time < 6; time += 1)
      answers.push(...(await ann.writes("I'm driving, will reply when I get there")))

    expect(answers.length).toBeLessThan(3)
  })

  it('is not taken on by yesterday’s OK to another patient’s alert', async () => {
    const { here, ann } = await saturdayNight()
    const bea = await here.enrol({
      ...ANN,
      reference: 'bea-1',
      mobile: '0491 570 156',
      injections: [{ at: '2026-12-22T10:00' }],
    })
    await ann.writes('fever and the spot is weeping')
    await here.cloud.twilio.receive(B, HARBOUR.sender, 'OK 1')
    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    await here.call('POST', `/v1/escalations/${open.id}/resolve`, { actor: 'Dr Lee' })
    await here.until('2026-12-06T02:00')

    await bea.writes('i have a fever and shivers')
    await here.cloud.twilio.receive(B, HARBOUR.sender, 'OK 1')
    await here.until('2026-12-06T02:25')

    expect(alertsTo(here, A)).toEqual(['2026-12-05T02:00', '2026-12-06T02:00', '2026-12-06T02:10'])
  })

  it('tells whoever is on call what they took on, and asks when their words do not say', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')

    const unsaid = await here.cloud.twilio.receive(B, HARBOUR.sender, 'on my way')
    const taken = await here.cloud.twilio.receive(B, HARBOUR.sender, 'ok alert 1 thanks')

    expect(unsaid[0]).toContain('which alert do you take on?')
    expect(taken[0]).toContain('alert 1 is yours, patient ann-001')
    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.acknowledged.by).toBe('B')
  })

  it.each([
    "can't ok 1, i am in theatre",
    'not OK with 1',
    'sorry cannot ok alert 1',
  ])('is not taken on by "%s"', async (words) => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')

    const asked = await here.cloud.twilio.receive(B, HARBOUR.sender, words)

    expect(asked[0]).toContain('which alert do you take on?')
    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.acknowledged).toBeUndefined()
  })

  it('climbs on to the operators although neither route works', async () => {
    const { here, ann } = await saturdayNight()
    Object.assign(here.cloud.services, {
      texting: {
        ...here.cloud.services.texting,
        tell: async () => ({ kind: 'refused', failure: 'opt-out', code: 21610 }),
      },
      alerts: { ...here.cloud.services.alerts, emailClinic: async () => false },
    })
    await ann.writes('fever and the spot is weeping')

    await here.until('2026-12-05T03:05')

    expect(emails(here, 'operator-page')).toEqual(['2026-12-05T03:00'])
  })

  it('shows whose phone an alert did not reach, in the work list and in the evidence', async () => {
    const { here, ann } = await saturdayNight()
    here.cloud.twilio.deliveryFails(A, 30003)
    await ann.writes('fever and the spot is weeping')

    await here.until('2026-12-05T02:25')

    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.alerted).toMatchObject([
      { to: ['A'], byText: true, texts: [{ to: 'A', state: 'undelivered', code: 30003 }] },
      { to: ['A'], byText: true, texts: [{ to: 'A', state: 'undelivered', code: 30003 }] },
      { to: ['B'], byText: true, texts: [{ to: 'B', state: 'delivered' }] },
    ])
    const { body } = await here.call('GET', `/v1/patients/${ann.id}/evidence`)
    expect(body.escalations).toMatchObject([
      { words: 'fever and the spot is weeping', alerted: open.alerted },
    ])
    expect((await here.call('GET', '/v1/today')).body.needsPerson.items[0].alerted).toEqual(open.alerted)
  })

  it('says "phone her" when she opts out while it is open', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')

    await ann.writes('STOP')

    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.untold).toBe('not told, phone her')
  })

  it('never says that our answer did not arrive of one that did, but that she opted out since, until she is back', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')
    // Before the check-back, which is then kept from her.
    await here.until('2026-12-05T08:00')
    const says = async () => {
      const { items } = (await here.call('GET', '/v1/escalations')).body
      const today = (await here.call('GET', '/v1/today')).body.needsPerson.items
      const evidence = (await here.call('GET', `/v1/patients/${ann.id}/evidence`)).body.escalations
      return [items, today, evidence].map(([one]) => one.untold)
    }

    await ann.writes('STOP')
    await here.until('2026-12-06T01:00')
    const stopped = await says()
    await ann.writes('START')
    await here.until('2026-12-06T01:10')

    const { body } = await here.call('GET', `/v1/patients/${ann.id}/evidence`)
    expect(body.replies[0].answerDelivery).toMatchObject({ state: 'delivered' })
    expect(stopped).toEqual(Array(3).fill('opted out since, phone her'))
    expect(await says()).toEqual([undefined, undefined, undefined])
  })

  it('still says "phone her" once she is back when STOP kept from her that nobody was reached', async () => {
    const { here, ann } = await saturdayNight()
    await ann.writes('fever and the spot is weeping')
    await ann.writes('STOP')
    await here.until('2026-12-06T14:00')

    await ann.writes('START')

    const [open] = (await here.call('GET', '/v1/escalations')).body.items
    expect(open.untold).toBe('not told, phone her')
  })
})
