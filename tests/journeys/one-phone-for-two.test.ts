import { afterEach, describe, expect, it } from 'vitest'
import { ANN, endJourneys, type Journey, journeyFrom } from './journey.ts'

afterEach(endJourneys)

const MOBILE = '0491 570 156'
const jo = { ...ANN, reference: 'jo-1', mobile: MOBILE, givenName: 'Jo' }
const mia = { ...ANN, reference: 'mia-1', mobile: MOBILE, givenName: 'Mia' }

async function bothEnrolled() {
  const here = await journeyFrom('2026-11-23T14:00')
  const first = await here.enrol({ ...jo, label: 'Jo' })
  const second = await here.enrol({ ...mia, label: 'Mia' })
  await here.until('2026-12-04T10:05')
  return { here, first, second }
}

const states = async (here: Journey) =>
  (await here.call('GET', '/v1/patients')).body.items.map(
    ({ reference, state }: { reference: string; state: string }) => `${reference} ${state}`,
  )

describe('two patients on one phone', () => {
  it('need labels', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    await here.enrol(jo)

    const refused = await here.call('POST', '/v1/patients', { ...mia, label: 'Mia' })

    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].path).toBe('label')
  })

  it('are told apart by the label a reply begins with; without one nobody guesses', async () => {
    const { here, first, second } = await bothEnrolled()

    const who = await first.writes('7')
    await first.writes('Mia 6')

    expect(who).toEqual([
      'Harbour Sports Med: who is this for? Please reply again starting with the name label, for example: Jo 7.',
    ])
    expect((await here.call('GET', `/v1/patients/${second.id}`)).body.pain).toMatchObject([{ value: 6 }])
    expect((await here.call('GET', `/v1/patients/${first.id}`)).body.pain).toEqual([])
  })

  it('are both looked after when a red flag comes from it', async () => {
    const { here, first } = await bothEnrolled()

    await first.writes('fever and the spot is weeping')

    const { items } = (await here.call('GET', '/v1/escalations')).body
    expect(items.map(({ patient }: { patient: { reference: string } }) => patient.reference).sort()).toEqual([
      'jo-1',
      'mia-1',
    ])
  })

  it('are both opted out by one STOP, and both listed', async () => {
    const { here, first } = await bothEnrolled()

    await first.writes('STOP')

    expect((await states(here)).sort()).toEqual(['jo-1 stopped', 'mia-1 stopped'])
  })
})
