import { beforeEach, describe, expect, it } from 'vitest'
import { makeClinicApi } from '../../functions/handlers/clinic-api.ts'
import type { Reply } from '../../lib/patient/patient.ts'
import { after, MINUTE } from '../../lib/time/instant.ts'
import { ANN, ENROLLED } from '../fixtures/ann.ts'
import { apiEvent, CONTEXT } from './events.ts'
import { type World, world } from './fakes.ts'

let here: World
beforeEach(async () => {
  here = await world()
  const { id, reference } = ANN
  await here.services.patients.write(
    ANN,
    { id, reference, state: 'active', openEscalations: 0, openTasks: 0 },
    0,
  )
})

async function show(path: string, query = '') {
  const { statusCode, body = '' } = await makeClinicApi(here.services)(
    apiEvent(`GET /v1/patients/ann/${path}`, { query }),
    CONTEXT,
  )
  return { status: statusCode, body: JSON.parse(body) }
}

const reply = (n: number): Reply => ({
  sid: `SM${n}`,
  at: after(ENROLLED, n * MINUTE),
  text: `message ${n}`,
  intent: 'unknown',
})

/** Pages until the last, each as the names of its items. */
async function pages(path: string, nameOf: (item: Record<string, unknown>) => unknown) {
  const found: unknown[][] = []
  let cursor: string | undefined
  do {
    const { body } = await show(path, `limit=10${cursor === undefined ? '' : `&cursor=${cursor}`}`)
    found.push(body.items.map(nameOf))
    cursor = body.cursor
  } while (cursor !== undefined)
  return found
}

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, n) => from - n)

describe('replies', () => {
  it('are all there, newest first, page by page: more than the document keeps', async () => {
    for (const n of down(25, 1)) await here.services.evidence.putReply(ANN.id, reply(n))

    const found = await pages('replies', ({ text }) => text)

    expect(found.map((page) => page.length)).toEqual([10, 10, 5])
    expect(found.flat()).toEqual(down(25, 1).map((n) => `message ${n}`))
  })

  it('that come in meanwhile move nothing on the pages behind', async () => {
    for (const n of down(20, 1)) await here.services.evidence.putReply(ANN.id, reply(n))
    const { body } = await show('replies', 'limit=10')
    await here.services.evidence.putReply(ANN.id, reply(21))

    const next = await show('replies', `limit=10&cursor=${body.cursor}`)

    expect(next.body.items.map(({ text }: { text: string }) => text)).toEqual(
      down(10, 1).map((n) => `message ${n}`),
    )
    expect(next.body).not.toHaveProperty('cursor')
  })

  it('show the answer they got, and the question they answered', async () => {
    const answer = { key: 'pain.low', body: 'Harbour Sports Med: thanks.' }
    await here.services.evidence.putReply(ANN.id, { ...reply(1), value: 3, answer })

    expect((await show('replies')).body.items).toEqual([
      {
        sid: 'SM1',
        at: '2026-11-23T03:01:00Z',
        text: 'message 1',
        intent: 'unknown',
        value: 3,
        answer: answer.body,
        answerDelivery: { state: 'sent' },
      },
    ])
  })

  it('say what became of the answer; that it arrived is the last word', async () => {
    const { evidence } = here.services
    const answer = { key: 'pain.low', body: 'Harbour Sports Med: thanks.' }
    for (const n of [1, 2]) await evidence.putReply(ANN.id, { ...reply(n), answer })
    const lost = { state: 'undelivered', at: reply(5).at, code: 30005 } as const
    for (const n of [1, 2]) await evidence.putAnswerReport(ANN.id, { reply: `SM${n}`, ...lost })
    const arrived = { state: 'delivered', at: reply(9).at } as const
    await evidence.putAnswerReport(ANN.id, { reply: 'SM2', ...arrived })

    const { items } = (await show('replies')).body

    expect(items).toMatchObject([
      { sid: 'SM2', answerDelivery: { state: 'delivered', deliveredAt: '2026-11-23T03:09:00Z' } },
      {
        sid: 'SM1',
        answerDelivery: { state: 'undelivered', undeliveredAt: '2026-11-23T03:05:00Z', code: 30005 },
      },
    ])
  })

  it('of a cursor that is gone are none, and of one that is none are refused', async () => {
    await here.services.evidence.putReply(ANN.id, reply(1))

    expect((await show('replies', 'cursor=SM9')).body).toEqual({ items: [] })
    expect((await show('replies', 'cursor=SM%209')).status).toBe(422)
    expect((await show('replies', 'limit=1000')).status).toBe(422)
  })
})

describe('the history', () => {
  it('tells who changed what, newest first, by version and not by letter', async () => {
    for (const version of down(12, 1))
      await here.services.evidence.putChange(ANN.id, { version, at: ENROLLED, actor: 'Kim', what: 'moved' })

    expect((await pages('history', ({ version }) => version)).flat()).toEqual(down(12, 1))
  })
})

describe('the export', () => {
  it('holds the document and everything beside it, her opt-out too', async () => {
    const { evidence, phones } = here.services
    await evidence.putReply(ANN.id, reply(1))
    await evidence.putAnswerReport(ANN.id, { reply: 'SM1', state: 'delivered', at: ENROLLED })
    await evidence.putChange(ANN.id, { version: 1, at: ENROLLED, actor: 'Kim', what: 'enrolled' })
    await phones.recordOptOut(ANN.mobile, { at: ENROLLED, reason: 'stop' })

    const { body } = await show('export')

    expect(body).toMatchObject({
      exportedAt: '2026-11-23T03:00:00Z',
      patient: JSON.parse(JSON.stringify(ANN)),
      optOut: { reason: 'stop' },
      sent: [],
      replies: [{ text: 'message 1' }],
      answerReports: [{ reply: 'SM1', state: 'delivered' }],
      history: [{ what: 'enrolled' }],
    })
  })
})
