import { describe, expect, it } from 'vitest'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { noteAnswer } from '../../lib/care/note-answer.ts'
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
