import { expect, it } from 'vitest'
import { closeBreaker } from '../../lib/care/breaker.ts'
import type { Services } from '../../lib/care/services.ts'
import type { SendOutcome } from '../../lib/ports/texting.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { enrolled } from './enrolling.ts'
import { entryOf, makeWorld, passTime } from './world.ts'

const SUSPENDED: SendOutcome = { kind: 'refused', failure: 'operators', code: 20003, account: true }
const NO_SENDER: SendOutcome = { kind: 'refused', failure: 'operators', code: 21606 }
const R1 = 'R1@1.1.1'

/** Ann's first reminder falls due on Tuesday 10:00 and Twilio refuses it; `account` says what the account is. */
async function refused(outcome: SendOutcome, account: { active: boolean }, times = 50) {
  const pages: string[] = []
  const asked: number[] = []
  const world = await makeWorld()
  const isActive = async () => {
    asked.push(world.clock.now())
    return account.active
  }
  const services: Services = {
    ...world.services,
    alerts: { ...world.services.alerts, pageOperators: async (subject) => pages.push(subject) > 0 },
    texting: new Proxy(world.services.texting, {
      get: (texting, method) => (method === 'accountActive' ? isActive : Reflect.get(texting, method)),
    }),
  }
  const broken = { ...world, services }
  const ann = await enrolled(broken)
  world.scripts.push(...Array.from({ length: times }, () => outcome))
  await passTime(broken, sydney('2026-11-24T12:00'))
  const tried = () => world.touched.filter((call) => call === 'texting.send').length - 1
  return { world: broken, ann, pages, asked, tried }
}

it('holds texts and pages operators once when the account is suspended', async () => {
  const { world, ann, pages, asked, tried } = await refused(SUSPENDED, { active: false })

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'held' })
  expect(await world.store.breakers.read(HARBOUR.id)).toMatchObject({ account: true, code: 20003 })
  expect([pages.length, tried()]).toEqual([1, 1])
  expect(asked.length).toBeGreaterThan(10)
})

it('goes on by itself once the account is active', async () => {
  const account = { active: false }
  const { world, ann, tried } = await refused(SUSPENDED, account)

  account.active = true
  world.scripts.length = 0
  await passTime(world, sydney('2026-11-24T12:15'))

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'sent' })
  expect(await world.store.breakers.read(HARBOUR.id)).toBeUndefined()
  expect(tried()).toBe(2)
})

it('tries a sender that is refused three times more at the most, and then waits for an operator', async () => {
  const { world, ann, asked, pages, tried } = await refused(NO_SENDER, { active: true })

  expect(tried()).toBe(4)
  expect([asked.length, pages.length]).toEqual([0, 1])
  world.scripts.length = 0
  await passTime(world, sydney('2026-11-24T13:00'))
  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'held' })

  await closeBreaker(world.services, HARBOUR.id)
  await passTime(world, sydney('2026-11-24T13:15'))
  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'sent' })
})

it('closes when a sender that was refused takes a text again', async () => {
  const { world, ann, tried } = await refused(NO_SENDER, { active: true }, 1)

  expect(tried()).toBe(2)
  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'sent' })
  expect(await world.store.breakers.read(HARBOUR.id)).toBeUndefined()
})

it('releases only what is still alive', async () => {
  const account = { active: false }
  const { world, ann } = await refused(SUSPENDED, account)

  await passTime(world, sydney('2026-11-28T09:00'))
  account.active = true
  world.scripts.length = 0
  await passTime(world, sydney('2026-11-28T12:00'))

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'skipped', reason: 'expired' })
  expect(world.carrier.map(({ textId }) => textId)).toEqual(['W0@1.0.1', 'N1@1.1.1'])
})

it('is not opened by a Twilio that is merely busy', async () => {
  const { world, pages } = await refused({ kind: 'refused', failure: 'retry', code: 20429 }, { active: true })

  expect(await world.store.breakers.read(HARBOUR.id)).toBeUndefined()
  expect(pages).toEqual([])
})
