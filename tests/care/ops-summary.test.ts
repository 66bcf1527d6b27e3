import { describe, expect, it } from 'vitest'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { opsSummary } from '../../lib/care/ops/ops-summary.ts'
import { phoneNumber } from '../../lib/patient/identifiers.ts'
import { HOUR, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, enrolled, visits } from './enrolling.ts'
import { makeWorld, OTHER_CLINIC, passTime } from './world.ts'

/** Ann at one clinic, Bob at another, each with a first reminder on 24 Nov 10:00. */
async function twoClinics() {
  const world = await makeWorld()
  await enrolled(world)
  await enrolled(world, { ...ANN_ENROLS, reference: 'bob', mobile: '0491 570 156' }, OTHER_CLINIC)
  return world
}

describe('the summary for operators', () => {
  it('measures how late texts went, over the day and hour by hour', async () => {
    const world = await twoClinics()
    await passTime(world, sydney('2026-11-24T09:00'))
    world.scripts.push({ kind: 'refused', failure: 'retry' })
    await passTime(world, sydney('2026-11-24T12:30'))

    const { ledgers } = await opsSummary(world.services)

    expect(ledgers.lateness).toEqual({ texts: 4, p50: 0, p99: 60, max: 60 })
    expect(ledgers.byHour).toHaveLength(24)
    expect(ledgers.byHour.at(-1)).toEqual({ from: sydney('2026-11-24T12:00'), texts: 0 })
    expect(ledgers.byHour.find(({ from }) => from === sydney('2026-11-24T10:00'))).toMatchObject({
      texts: 2,
      max: 60,
    })
  })

  it('balances what was due with what is settled, and leaves out what is older than a day', async () => {
    const world = await twoClinics()
    await passTime(world, sydney('2026-11-24T09:00'))
    world.scripts.push('silent')
    await passTime(world, sydney('2026-11-24T10:02'))

    const now = await opsSummary(world.services)
    await passTime(world, sydney('2026-11-25T15:00'))
    const later = await opsSummary(world.services)

    expect(now.ledgers).toMatchObject({ due: 4, settled: 3, unknown: 1, sent: 3 })
    expect(later.ledgers).toMatchObject({ due: 0, settled: 0, unknown: 0 })
  })

  it('counts each clinic by itself', async () => {
    const world = await twoClinics()
    world.clock.set(sydney('2026-11-24T10:03'))
    await world.store.breakers.open(HARBOUR.id, {
      openedAt: sydney('2026-11-24T10:00'),
      account: false,
      code: 21606,
      probes: 0,
      triedAt: sydney('2026-11-24T10:00'),
    })

    const { clinics, overdue } = await opsSummary(world.services)

    expect(overdue).toEqual({ patients: 2, oldestSeconds: 60 })
    expect(clinics).toMatchObject([
      { clinic: { id: 'harbour' }, breaker: { code: 21606 }, overdue: 1 },
      { clinic: { id: 'other' }, overdue: 1 },
    ])
    expect(clinics.map(({ patients }) => [...patients])).toEqual([[['active', 1]], [['active', 1]]])
  })

  it('reads only ledgers that moved within the day', async () => {
    const world = await twoClinics()
    await enrolled(world, {
      ...ANN_ENROLS,
      reference: 'cat',
      mobile: '0491 570 159',
      injections: visits('2027-03-02T10:00'),
    })
    await passTime(world, sydney('2026-11-24T15:00'))

    const { sample } = await opsSummary(world.services)

    expect(sample).toEqual({ read: 2, of: 2 })
  })

  it('tells how long a red flag has waited', async () => {
    const world = await twoClinics()
    const from = phoneNumber('+61491570006')
    await hearReply(world.services, { sid: 'SMops', from, to: HARBOUR.sender, body: 'I cannot breathe' })
    world.clock.advance(5 * MINUTE)

    const { ledgers } = await opsSummary(world.services)

    expect(ledgers).toMatchObject({ openEscalations: 1, oldestUnacknowledgedSeconds: 300 })
  })

  it('is made once a minute', async () => {
    const world = await twoClinics()
    await opsSummary(world.services)
    world.touched.length = 0

    world.clock.advance(59 * SECOND)
    await opsSummary(world.services)
    const within = [...world.touched]
    world.clock.advance(SECOND)
    await opsSummary(world.services)

    expect(within).toEqual([])
    expect(world.touched.length).toBeGreaterThan(0)
  })

  it('is made anew when the one before failed or the clock went back', async () => {
    const world = await twoClinics()
    world.before('patients.overdue', async () => Promise.reject(new Error('no table')))

    await expect(opsSummary(world.services)).rejects.toThrow('no table')
    expect((await opsSummary(world.services)).overdue.patients).toBe(0)
    world.touched.length = 0
    world.clock.advance(-HOUR)
    await opsSummary(world.services)
    expect(world.touched.length).toBeGreaterThan(0)
  })
})
