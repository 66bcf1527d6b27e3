import { afterEach, describe, expect, it } from 'vitest'
import { HARBOUR } from '../fixtures/harbour.ts'
import { endJourneys, journeyFrom } from './journey.ts'

afterEach(endJourneys)

describe('evidence', () => {
  it('shows half a year on what she was sent, whatever the clinic has changed since', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-12-02T19:45')
    await ann.writes('can I take voltaren gel')
    await here.until('2027-02-01T09:00')
    await here.cloud.services.clinics.saveClinic({ ...HARBOUR, phone: '02 5550 9999' })
    await here.until('2027-06-01T09:00')

    const { status, body } = await here.call('GET', `/v1/patients/${ann.id}/evidence`)

    const sent = new Map<string, unknown>(body.sent.map((one: { text: string }) => [one.text, one]))
    expect(status).toBe(200)
    expect(sent.get('N2@1.1.1')).toEqual({
      text: 'N2@1.1.1',
      step: 'N2',
      course: 1,
      injection: 1,
      visit: 1,
      attempt: expect.any(String),
      body: 'Harbour Sports Med: sore? Please skip Nurofen, Voltaren and the like: they may slow healing. Keep taking prescribed medicines. Unsure of one? Text its name.',
      to: '+61491570006',
      clinic: { name: 'Harbour Sports Med', phone: '02 5550 1234', sender: '+61480000000' },
      sid: expect.stringMatching(/^SM/),
      protocol: 'sij-prolotherapy-v1',
      signedBy: expect.stringMatching(/\S/),
      state: 'delivered',
      claimedAt: expect.stringMatching(/^2026-12-01T23:00/), // 10:00 in Sydney on the day after
      sentAt: expect.stringMatching(/^2026-12-01T23:00/),
      deliveredAt: expect.stringMatching(/^2026-12-01T23:00/),
    })
    expect(sent.get('N2@1.3.1')).toMatchObject({ clinic: { phone: '02 5550 9999' } })
    expect(body.clinic.phone).toBe('02 5550 9999')
    expect(body.replies).toMatchObject([
      {
        text: 'can I take voltaren gel',
        answer: expect.stringContaining('Voltaren Gel'),
        at: '2026-12-02T08:45:00Z',
      },
    ])
    expect(body.consent).toEqual({
      given: '2026-11-23',
      method: 'written',
      recordedAt: '2026-11-23T03:00:00Z',
    })
    expect(body.history).toMatchObject([{ what: 'enrolled', actor: 'api' }])
  })

  it('says which texts and which of our answers did not arrive, and with which code', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-12-02T19:40')
    await ann.writes('can I take voltaren gel')
    await here.until('2026-12-02T19:45')
    here.cloud.twilio.deliveryFails(ann.mobile, 30007)
    await ann.writes('fever and the spot is weeping')
    await here.until('2026-12-03T12:00')

    const evidence = (await here.call('GET', `/v1/patients/${ann.id}/evidence`)).body
    const replies = (await here.call('GET', `/v1/patients/${ann.id}/replies`)).body.items

    expect(evidence.replies).toMatchObject([
      { answerDelivery: { state: 'delivered', deliveredAt: expect.stringMatching(/^2026-12-02T08:4/) } },
      { answerDelivery: { state: 'undelivered', undeliveredAt: expect.any(String), code: 30007 } },
    ])
    expect(replies).toEqual(evidence.replies.toReversed())
    expect((await ann.plan()).find(({ id }) => id === 'F2@1.1.1')).toMatchObject({
      state: 'undelivered',
      code: 30007,
    })
    expect((await here.call('GET', '/v1/escalations')).body.items[0].untold).toBe('not told, phone her')
  })

  it('says of an answer refused at once, because she has opted out at the carrier, that it did not arrive', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await ann.writes('STOP')
    await here.until('2026-11-23T14:05')
    await ann.writes('fever and the spot is weeping')
    await here.until('2026-11-23T14:10')

    const { body } = await here.call('GET', `/v1/patients/${ann.id}/replies`)

    expect(body.items[0].answerDelivery).toMatchObject({ state: 'undelivered', code: 21610 })
  })

  it('lists what did not go with its reason, both numbers she had, and her STOP', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-11-25T12:00')
    await ann.patch({ mobile: '0491 570 156', actor: 'Kim' })
    await here.until('2026-11-25T16:00')
    await ann.writes('STOP')
    await here.until('2026-12-03T12:00')

    const { body } = await here.call('GET', `/v1/patients/${ann.id}/evidence`)

    expect(body.sent.map((one: { text: string; to: string }) => `${one.text} ${one.to}`)).toEqual([
      'W0@1.0.1 +61491570006',
      'R1@1.1.1 +61491570006',
      'W0@1.0.2 +61491570156',
    ])
    expect(body.optOut).toMatchObject({ reason: 'stop' })
    expect(body.unsent).toContainEqual(
      expect.objectContaining({ text: 'F1@1.1.1', state: 'skipped', reason: 'opted-out', attempts: 0 }),
    )
    expect(body.history.at(-1)).toMatchObject({ actor: 'Kim', what: 'changed mobile' })
  })
})
