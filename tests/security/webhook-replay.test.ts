import { describe, expect, it } from 'vitest'
import { attemptId, patientId, textId } from '../../lib/patient/identifiers.ts'
import { ANN } from '../fixtures/ann.ts'
import type { World } from '../functions/fakes.ts'
import {
  eventOf,
  guardedWorld,
  INBOUND,
  OWNER,
  post,
  postOf,
  queryOf,
  STATUS,
  sid,
  signatureOf,
  type Webhook,
} from './webhooks.ts'
import { ZARA } from './zara.ts'

const texting = (Body: string, number: number): Webhook => ({
  ...INBOUND,
  fields: { ...INBOUND.fields, Body, MessageSid: sid(number) },
})
const reporting = (MessageStatus: string, owner = OWNER): Webhook => ({
  ...STATUS,
  query: queryOf(owner),
  fields: { ...STATUS.fields, MessageStatus },
})

const zaraIn = ({ services }: World) => services.patients.read(ZARA.id)
const isStopped = async ({ services }: World) => (await services.phones.optOut(ZARA.mobile)) !== undefined

describe('a text that is played again', () => {
  it('gets the same answer, word for word, and changes nothing', async () => {
    const here = await guardedWorld()
    const question = eventOf(texting('can i take voltaren', 1))
    const answer = await post(here, question)
    const after = await zaraIn(here)

    const again = [await post(here, question), await post(here, question)]

    expect(answer.body).toContain('Voltaren is an anti-inflammatory')
    expect(again).toEqual([answer, answer])
    expect(await zaraIn(here)).toEqual(after)
  })

  it('does not stop her again once she has started, nor start her once she has stopped', async () => {
    const here = await guardedWorld()
    const [stop, start, stopAgain] = [texting('STOP', 1), texting('START', 2), texting('STOP', 3)]

    await post(here, eventOf(stop))
    await post(here, eventOf(start))
    await post(here, eventOf(stop))
    const afterStart = await isStopped(here)
    await post(here, eventOf(stopAgain))
    await post(here, eventOf(start))

    expect(afterStart).toBe(false)
    expect(await isStopped(here)).toBe(true)
  })

  it('raises a red flag once', async () => {
    const here = await guardedWorld()
    const flag = eventOf(texting('i have a fever and the spot is oozing', 1))
    await post(here, flag)
    const after = await zaraIn(here)

    await post(here, flag)

    expect(after?.escalations.flatMap(({ replies }) => replies)).toContain(sid(1))
    expect((await zaraIn(here))?.escalations).toEqual(after?.escalations)
  })

  it('does not pass for another by fields that run together under the same signature', async () => {
    const here = await guardedWorld()
    const heard = { ...INBOUND, fields: { ...INBOUND.fields, NumMedia: '0' } }
    await post(here, eventOf(heard))
    const after = await zaraIn(here)
    const swallowed = { ...INBOUND, fields: { ...INBOUND.fields, MessageSid: `${sid(1)}NumMedia0` } }

    const answer = await post(here, eventOf(heard, postOf(swallowed)))

    // The signature cannot tell: the form of the id does.
    expect(signatureOf(swallowed)).toBe(signatureOf(heard))
    expect(answer.statusCode).toBe(400)
    expect(await zaraIn(here)).toEqual(after)
  })
})

describe('a report that is played again', () => {
  it.each([
    'queued',
    'sending',
    'sent',
    'undelivered',
    'failed',
    'delivered',
    'no-such-status',
  ])('late, as %s, moves nothing back', async (status) => {
    const here = await guardedWorld()
    await post(here, eventOf(reporting('delivered')))
    const delivered = await zaraIn(here)

    const { statusCode } = await post(here, eventOf(reporting(status)))

    expect(statusCode).toBe(204)
    expect(delivered?.ledger[OWNER.textId]?.state).toBe('delivered')
    expect(await zaraIn(here)).toEqual(delivered)
  })
})

describe('a report that names what is not its own', () => {
  const other = patientId('ann-Rt5')

  it.each([
    ['another patient', { ...OWNER, patientId: other }],
    ['a patient nobody has', { ...OWNER, patientId: patientId('nobody') }],
    ['another text', { ...OWNER, textId: textId('R1@1.1.1') }],
    ['an attempt of nobody', { ...OWNER, attemptId: attemptId('try-9') }],
  ])('is refused under the old signature, and without effect under a new one: %s', async (_, owner) => {
    const here = await guardedWorld()
    const summary = {
      id: other,
      reference: 'ann',
      state: 'active',
      openEscalations: 0,
      openTasks: 0,
    } as const
    await here.services.patients.write({ ...ANN, id: other }, summary, 0)
    const report = reporting('undelivered', owner)

    const stolen = await post(here, eventOf(report, { signature: signatureOf(STATUS) }))
    const signed = await post(here, eventOf(report))

    expect([stolen.statusCode, signed.statusCode]).toEqual([403, 204])
    expect(await zaraIn(here)).toEqual(ZARA)
    expect(await here.services.patients.read(other)).toEqual({ ...ANN, id: other })
  })
})
