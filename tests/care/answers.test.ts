import { describe, expect, it } from 'vitest'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { noteAnswer } from '../../lib/care/note-answer.ts'
import { whyPhone } from '../../lib/patient/escalation.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { DeliveryNews } from '../../lib/ports/texting.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled } from './enrolling.ts'
import { makeWorld, stored, type World } from './world.ts'

const LOST: DeliveryNews = { state: 'undelivered', failure: 'number', code: 30005 }

const write = (world: World, sid: string, body: string) =>
  hearReply(world.services, { sid, from: ANNS_MOBILE, to: HARBOUR.sender, body })

/** Ann, with a fever, and whose answer the carrier reports on. */
async function feverish() {
  const world = await makeWorld()
  const { id } = await enrolled(world)
  const { reported } = await write(world, 'SMflag', 'fever and the spot is weeping')
  const tell = async (news: DeliveryNews) =>
    reported && (await noteAnswer(world.services, { ...reported, news }))
  return { world, id, tell }
}

const untold = ({ escalations }: Patient) => escalations.map((one) => one.untold ?? false)

describe('an answer that does not arrive', () => {
  it('makes the red flag it answered say that she was not told, and is kept with its code', async () => {
    const { world, id, tell } = await feverish()

    await tell(LOST)
    await tell(LOST)

    expect(untold(await stored(world, id))).toEqual([true])
    expect(await world.store.evidence.answerReports(id)).toEqual([
      { reply: 'SMflag', state: 'undelivered', at: world.clock.now(), code: 30005 },
    ])
  })

  it('says so too of somebody who writes many messages, of which the escalation names only the last', async () => {
    const { world, id, tell } = await feverish()
    for (const number of Array(15).keys()) {
      world.clock.advance(20_000)
      await write(world, `SMmore${number}`, `fever and chills ${number}`)
    }

    await tell(LOST)

    expect(untold(await stored(world, id))).toEqual([true])
  })

  it('leaves that to be seen when news comes that it arrived after all', async () => {
    const { world, id, tell } = await feverish()

    await tell(LOST)
    await tell({ state: 'delivered' })

    expect(untold(await stored(world, id))).toEqual([true])
    expect(await world.store.evidence.answerReports(id)).toMatchObject([
      { state: 'undelivered' },
      { state: 'delivered' },
    ])
  })

  it('to no red flag is kept too, and says nothing of one that is open', async () => {
    const { world, id } = await feverish()
    const { reported } = await write(world, 'SMask', 'can i take voltaren')
    if (reported === undefined) throw new Error('no answer to report on')

    await noteAnswer(world.services, { ...reported, news: LOST })

    expect(untold(await stored(world, id))).toEqual([false])
    expect(await world.store.evidence.answerReports(id)).toMatchObject([{ reply: 'SMask' }])
  })

  it('to a phone that two share is missed by both', async () => {
    const world = await makeWorld()
    const ann = await enrolled(world, { ...ANN_ENROLS, label: 'Ann' })
    const bob = await enrolled(world, { ...ANN_ENROLS, reference: 'bob-001', label: 'Bob' })
    const { reported } = await write(world, 'SMflag', 'fever and the spot is weeping')
    if (reported === undefined) throw new Error('no answer to report on')

    await noteAnswer(world.services, { ...reported, news: LOST })

    for (const { id } of [ann, bob]) {
      expect(untold(await stored(world, id))).toEqual([true])
      expect(await world.store.evidence.answerReports(id)).toHaveLength(1)
    }
  })
})

it('is only on its way until the carrier has its last word: nothing is kept', async () => {
  const { world, id, tell } = await feverish()

  await tell({ state: 'pending' })
  await tell({ state: 'sent' })

  expect(await world.store.evidence.answerReports(id)).toEqual([])
  expect(untold(await stored(world, id))).toEqual([false])
})

describe('an answer to a red flag, and a STOP after it', () => {
  const phoneHer = async ({ world, id }: { readonly world: World; readonly id: Patient['id'] }) =>
    (await stored(world, id)).escalations.map(whyPhone)
  const DELIVERED: DeliveryNews = { state: 'delivered' }

  it('had arrived: staff read that she opted out since, until she is back', async () => {
    const ann = await feverish()
    await ann.tell(DELIVERED)

    await write(ann.world, 'SMstop', 'STOP')
    const stopped = await phoneHer(ann)
    await write(ann.world, 'SMstart', 'START')

    expect(stopped).toEqual(['opted out since, phone her'])
    expect(await phoneHer(ann)).toEqual([undefined])
  })

  it('is heard of only after it: until then she counts as not told', async () => {
    const ann = await feverish()

    await write(ann.world, 'SMstop', 'STOP')
    const unknown = await phoneHer(ann)
    await ann.tell(DELIVERED)

    expect(unknown).toEqual(['not told, phone her'])
    expect(await phoneHer(ann)).toEqual(['opted out since, phone her'])
  })

  it('was never heard of: she counts as not told, also when she is back', async () => {
    const ann = await feverish()

    await write(ann.world, 'SMstop', 'STOP')
    await write(ann.world, 'SMstart', 'START')

    expect(await phoneHer(ann)).toEqual(['not told, phone her'])
  })

  it('did not arrive: she counts as not told, also when she is back', async () => {
    const ann = await feverish()
    await ann.tell(LOST)

    await write(ann.world, 'SMstop', 'STOP')
    await write(ann.world, 'SMstart', 'START')

    expect(await phoneHer(ann)).toEqual(['not told, phone her'])
  })

  it('had arrived, but not the one to her next message: she counts as not told', async () => {
    const ann = await feverish()
    await ann.tell(DELIVERED)
    await write(ann.world, 'SMmore', 'fever and chills')

    await write(ann.world, 'SMstop', 'STOP')

    expect(await phoneHer(ann)).toEqual(['not told, phone her'])
  })

  it('had arrived at what is a wrong number: she counts as not told', async () => {
    const ann = await feverish()
    await ann.tell(DELIVERED)

    await write(ann.world, 'SMwrong', 'wrong number')

    expect(await phoneHer(ann)).toEqual(['not told, phone her'])
  })
})
