import { describe, expect, it } from 'vitest'
import { changeInjection } from '../../lib/care/change-injection.ts'
import { enrol } from '../../lib/care/enrol.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { wake } from '../../lib/care/wake.ts'
import { patientId } from '../../lib/patient/identifiers.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled } from './enrolling.ts'
import { makeWorld, passTime, stored, taskIds, type World } from './world.ts'

const ANNS_ID = patientId('p-00000000000001')
const WHOSE = { patientId: ANNS_ID, clinicId: HARBOUR.id }

interface Work {
  /** What has happened before. */
  readonly before: (world: World) => Promise<unknown>
  /** What is stopped somewhere, and called again by whoever had no answer. */
  readonly call: (world: World) => Promise<unknown>
  /** How far time then passes. */
  readonly until: string
}

const stop = { sid: 'SMstop', from: ANNS_MOBILE, to: HARBOUR.sender, body: 'STOP' }
const toThursday = {
  ...{ actor: 'reception', course: 1, injection: 1 },
  at: localDateTime('2026-12-03T15:00'),
}

const WORK: Readonly<Record<string, Work>> = {
  enrolling: {
    before: async () => undefined,
    call: ({ services }) => enrol(services, HARBOUR, ANN_ENROLS),
    until: '2026-11-24T18:00',
  },
  'a wake': {
    async before(world) {
      await enrolled(world)
      world.clock.set(sydney('2026-11-24T10:00'))
    },
    call: ({ services }) => wake(services, WHOSE),
    until: '2026-11-24T18:00',
  },
  'moving a visit': {
    async before(world) {
      await enrolled(world)
      await passTime(world, sydney('2026-11-25T11:00'))
    },
    call: ({ services }) => changeInjection(services, HARBOUR, ANNS_ID, toThursday, { dryRun: false }),
    until: '2026-12-02T18:00',
  },
  'hearing STOP': {
    async before(world) {
      await enrolled(world)
      world.clock.set(sydney('2026-11-24T10:00'))
    },
    call: ({ services }) => hearReply(services, stop),
    until: '2026-11-26T18:00',
  },
}

const MOMENTS = ['before', 'after'] as const

async function stoppedAt({ before, call, until }: Work, effect: number, moment: 'before' | 'after') {
  const world = await makeWorld()
  await before(world)
  world.stopAt(effect, moment)
  await call(world).catch(() => undefined)
  world.restart()
  await call(world)
  const went = world.carrier.length
  await passTime(world, sydney(until))
  return { world, went, texts: world.carrier.map((message) => `${message.textId} ${message.body}`) }
}

/** How many effects the work has when nothing stops it, and what went in the end. */
async function undisturbed(work: Work) {
  const world = await makeWorld()
  await work.before(world)
  world.restart()
  await work.call(world)
  const effects = world.effects()
  await passTime(world, sydney(work.until))
  return { effects, texts: world.carrier.map((message) => `${message.textId} ${message.body}`) }
}

describe.each(Object.entries(WORK))('a process stopped during %s', (name, work) => {
  it.each(MOMENTS)('sends every text once, whichever effect it stops %s', async (moment) => {
    const { effects, texts } = await undisturbed(work)
    expect(effects).toBeGreaterThan(3)

    for (let effect = 1; effect <= effects; effect += 1) {
      const stopped = await stoppedAt(work, effect, moment)

      expect(stopped.texts, `${name}, ${moment} effect ${effect}`).toHaveLength(new Set(stopped.texts).size)
      expect([...stopped.texts].sort(), `${name}, ${moment} effect ${effect}`).toEqual([...texts].sort())
    }
  })

  it.each(
    MOMENTS,
  )('leaves evidence of every text that went and no text unfinished, stopped %s', async (moment) => {
    const { effects } = await undisturbed(work)

    for (let effect = 1; effect <= effects; effect += 1) {
      const { world } = await stoppedAt(work, effect, moment)

      const id = (await world.store.clinics.patientOfReference(HARBOUR.id, 'ann')) ?? ANNS_ID
      const { ledger } = await stored(world, id)
      const open = Object.values(ledger).filter(({ state }) =>
        ['sending', 'unknown', 'retry'].includes(state),
      )
      expect(open, `${moment} effect ${effect}`).toEqual([])
      const evidence = await world.store.evidence.sent(id)
      expect(evidence.map(({ sid }) => sid).sort()).toEqual(world.carrier.map(({ sid }) => sid).sort())
    }
  })
})

it.each(MOMENTS)('respects a STOP heard by a process that was stopped %s any effect', async (moment) => {
  const work = WORK['hearing STOP']
  if (work === undefined) throw new Error('no such work')
  const { effects } = await undisturbed(work)

  for (let effect = 1; effect <= effects; effect += 1) {
    const { world, went } = await stoppedAt(work, effect, moment)

    expect(world.carrier).toHaveLength(went)
    const ann = await stored(world, ANNS_ID)
    expect(ann.optedOut).toMatchObject({ reason: 'stop' })
    expect(taskIds(ann).filter((id) => id === 'stopped')).toHaveLength(1)
    expect(ann.replies.map(({ sid }) => sid)).toEqual(['SMstop'])
    expect(await world.store.evidence.reply(ANNS_ID, 'SMstop'), `${moment} ${effect}`).toMatchObject({
      text: 'STOP',
    })
  }
})

it('goes on texting when nobody has said STOP, so that the test above can fail', async () => {
  const work = WORK['a wake']
  if (work === undefined) throw new Error('no such work')

  const { world, went } = await stoppedAt(work, 1, 'before')
  await passTime(world, sydney('2026-11-26T18:00'))

  expect(world.carrier.length).toBeGreaterThan(went)
})
