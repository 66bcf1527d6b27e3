import { expect, it } from 'vitest'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { noteAlert } from '../../lib/care/note-alert.ts'
import type { DeliveryNews } from '../../lib/ports/texting.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANNS_MOBILE, enrolled } from './enrolling.ts'
import { makeWorld, stored } from './world.ts'

const LOST: DeliveryNews = { state: 'undelivered', failure: 'later', code: 30003 }

/** Ann, with a red flag of which A has just been told, and what the carrier said before that was written down. */
async function alerted(early?: DeliveryNews) {
  const world = await makeWorld()
  const { id: patientId } = await enrolled(world)
  const tell = (news: DeliveryNews, seq = 1) =>
    noteAlert(world.services, { patientId, escalation: seq, rung: 0, to: 'A', news })
  if (early !== undefined) world.before('texting.tell', () => tell(early))
  const body = 'fever and the spot is weeping'
  await hearReply(world.services, { sid: 'SMflag', from: ANNS_MOBILE, to: HARBOUR.sender, body })
  const reports = async () => (await stored(world, patientId)).escalations[0]?.reports
  return { world, patientId, tell, reports }
}

it('keeps the last word on an alert once, and that it arrived after all beside it', async () => {
  const { world, tell, reports } = await alerted()
  const at = world.clock.now()

  await tell({ state: 'sent' })
  await tell(LOST)
  await tell(LOST)
  await tell({ state: 'delivered' })

  expect(await reports()).toEqual([
    { rung: 0, to: 'A', state: 'undelivered', at, code: 30003 },
    { rung: 0, to: 'A', state: 'delivered', at },
  ])
})

it('keeps it also when it comes before the rung is written down', async () => {
  const { world, patientId } = await alerted(LOST)

  const [escalation] = (await stored(world, patientId)).escalations
  expect(escalation?.alerted).toHaveLength(1)
  expect(escalation?.reports).toMatchObject([{ rung: 0, to: 'A', state: 'undelivered' }])
})

it('changes nothing for an escalation that is not hers', async () => {
  const { world, patientId, tell } = await alerted()
  const before = await stored(world, patientId)

  await tell(LOST, 7)

  expect(await stored(world, patientId)).toEqual(before)
})
