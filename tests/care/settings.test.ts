import { describe, expect, it } from 'vitest'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { changeSettings, type Settings } from '../../lib/care/settings/change-settings.ts'
import { sweep } from '../../lib/care/sweep.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { textId } from '../../lib/patient/identifiers.ts'
import { MINUTE, SECOND } from '../../lib/time/instant.ts'
import { clockTime, localDate } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { entryOf, makeWorld, OTHER_CLINIC, passTime, sentTo, stored, type World } from './world.ts'

const settingsOf = ({
  id: _,
  zone: __,
  country: ___,
  sender: ____,
  keywordAnswers: _____,
  ...settings
}: Clinic): Settings => settings

const ask = async (world: World, settings: Partial<Settings>, dryRun = false) =>
  changeSettings(
    world.services,
    (await world.store.clinics.clinic(HARBOUR.id)) ?? HARBOUR,
    { ...settingsOf(HARBOUR), actor: 'manager', ...settings },
    { dryRun },
  )

/** @throws Error with what was wrong */
async function change(world: World, settings: Partial<Settings>) {
  const outcome = await ask(world, settings)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const hours = (start: string, end: string) => ({ start: clockTime(start), end: clockTime(end) })

/** The daily pass of this day has been: whatever is put right now is not its work. */
async function newWorld() {
  const here = await makeWorld()
  await here.store.dailyMarks.write({ day: localDate('2026-11-23'), part: 'done', openEscalations: 0 })
  return here
}

/** Ann, enrolled, on the evening before her first reminder. */
async function world() {
  const here = await newWorld()
  const { id } = await enrolled(here)
  await passTime(here, sydney('2026-11-23T18:00'))
  return { here, id }
}

describe('settings that are changed', () => {
  it('are those of the next text, and say who changed them', async () => {
    const { here, id } = await world()

    await change(here, { phone: '02 5550 9999' })
    await passTime(here, sydney('2026-11-24T11:00'))

    expect(await here.store.clinics.clinic(HARBOUR.id)).toMatchObject({
      phone: '02 5550 9999',
      sender: HARBOUR.sender,
      changed: { by: 'manager' },
    })
    expect(here.carrier.at(-1)?.body).toContain('Questions? 02 5550 9999')
    expect((await stored(here, id)).ledger[textId('R1@1.1.1')]?.state).toBe('sent')
  })

  it('are noticed by the sweep within a minute: a text due earlier goes earlier', async () => {
    const { here, id } = await world()
    await change(here, { textingHours: hours('07:00', '09:30') })
    here.clock.advance(MINUTE)

    await sweep(here.services)

    expect((await stored(here, id)).alarm?.at).toBe(sydney('2026-11-24T09:15'))
    expect(here.alarms.get(id)).toBe(sydney('2026-11-24T09:15'))
    expect(await here.store.replans.pending()).toEqual([])
    expect(here.counted).not.toContain('PlanDrift look')
  })

  it('wait for the calls that began with the settings of before', async () => {
    const { here, id } = await world()
    await change(here, { textingHours: hours('07:00', '09:30') })
    here.clock.advance(20 * SECOND)

    await sweep(here.services)

    expect((await stored(here, id)).alarm?.at).toBe(sydney('2026-11-24T10:00'))
    expect(await here.store.replans.pending()).toHaveLength(1)
  })

  it('reach every patient although the sweep stops half-way', async () => {
    const here = await newWorld()
    const ids: Awaited<ReturnType<typeof enrolled>>['id'][] = []
    for (let n = 0; n < 60; n += 1) {
      const mobile = `0491 571 ${String(100 + n)}`
      const label = `P${n}`
      ids.push((await enrolled(here, { ...ANN_ENROLS, reference: `p${n}`, mobile, label })).id)
    }
    await change(here, { textingHours: hours('07:00', '09:30') })
    here.clock.advance(MINUTE)
    const stopping = { advance: async () => Promise.reject(new Error('stopped')) }
    await sweep({ ...here.services, replans: { ...here.store.replans, ...stopping } })

    const half = await Promise.all(ids.map(async (id) => (await stored(here, id)).alarm?.at))
    await sweep(here.services)

    const all = await Promise.all(ids.map(async (id) => (await stored(here, id)).alarm?.at))
    expect(half.filter((at) => at === sydney('2026-11-24T09:15'))).toHaveLength(50)
    expect(new Set(all)).toEqual(new Set([sydney('2026-11-24T09:15')]))
  })

  it('tried out change nothing and say for how many patients a text changes', async () => {
    const { here } = await world()
    await enrolled(here, {
      ...ANN_ENROLS,
      reference: 'bob',
      mobile: '0491 570 156',
      timeZone: 'Australia/Perth',
      injections: visits('2027-02-02T10:00'),
    })

    const outcome = await ask(here, { phone: '02 5550 9999' }, true)
    const nothing = await ask(here, {}, true)

    expect(outcome).toMatchObject({
      value: { effect: { total: 2, examined: 2, affected: 2, texts: { added: 0, removed: 0, moved: 0 } } },
    })
    expect(nothing).toMatchObject({ value: { effect: { affected: 0, texts: { reworded: 0 } } } })
    expect(await here.store.clinics.clinic(HARBOUR.id)).toEqual(HARBOUR)
    expect(await here.store.replans.pending()).toEqual([])
  })

  it('count texts that go at another time', async () => {
    const { here } = await world()

    const outcome = await ask(here, { textingHours: hours('08:00', '17:00') }, true)

    expect(outcome).toMatchObject({ value: { effect: { affected: 1, texts: { added: 0, removed: 0 } } } })
    expect(outcome.kind === 'done' && outcome.value.effect.texts.moved).toBeGreaterThan(5)
  })
})

it('does not undo settings that somebody else changes at the same moment', async () => {
  const { here } = await world()
  here.before('patients.list', () => change(here, { phone: '02 5550 7777' }))

  const outcome = await ask(here, { city: 'Manly' })

  expect(outcome).toMatchObject({ kind: 'conflict', problems: [{ path: 'changed' }] })
  expect(await here.store.clinics.clinic(HARBOUR.id)).toMatchObject({
    phone: '02 5550 7777',
    city: 'Sydney',
  })
})

describe('settings that are refused', () => {
  const messages = async (settings: Partial<Settings>) => {
    const { here } = await world()
    const outcome = await ask(here, settings)
    if (outcome.kind !== 'done') expect(await here.store.clinics.clinic(HARBOUR.id)).toEqual(HARBOUR)
    return outcome.kind === 'invalid'
      ? outcome.problems.map(({ message }) => message).join('\n')
      : outcome.kind
  }

  it('are texting hours in which the guidance after a visit would come too late', async () => {
    expect(await messages({ textingHours: hours('14:00', '17:00') })).toContain(
      'F1 (flare guidance) of injection 1 at 2026-12-07T08:30 would never go',
    )
  })

  it('are a gap that leaves no day for the warning signs', async () => {
    const protocolSettings = { ...HARBOUR.protocolSettings, gapDays: 2 }

    expect(await messages({ protocolSettings })).toContain(
      'F2 (flare: warning signs (safety)) of injection 1',
    )
  })

  it('are texting hours in which nobody asks back about a red flag', async () => {
    expect(await messages({ textingHours: hours('20:00', '22:00') })).toContain('check back')
  })

  it('are contacts who cannot get a text', async () => {
    expect(await messages({ onCall: { A: '02 5550 1234', B: 'Kim' } })).toBe(
      [
        'is a landline, which cannot get texts: give a mobile number',
        'has letters or signs in it: expected digits only, such as 0491 570 006',
      ].join('\n'),
    )
  })

  it('are the clinic’s own sender as a contact: an alert would reach nobody', async () => {
    expect(await messages({ onCall: { A: '0491 570 157', B: HARBOUR.sender } })).toBe(
      'is the number this clinic texts from: give one that a person answers',
    )
  })

  it('are a patient’s mobile as a contact: alerts about others would go to her', async () => {
    const onCall = { A: '0491 570 157', B: '0491 570 006' }
    const { here } = await world()

    const outcomes = [await ask(here, { onCall }, true), await ask(here, { onCall })]

    const problems = [
      { path: 'onCall.B', message: 'is the mobile of patient ann: give one that belongs to staff' },
    ]
    expect(outcomes).toEqual([
      { kind: 'invalid', problems },
      { kind: 'invalid', problems },
    ])
    expect(await here.store.clinics.clinic(HARBOUR.id)).toEqual(HARBOUR)
  })

  it('are not the mobile of who has withdrawn, or is a patient of another clinic only', async () => {
    const { here, id } = await world()
    const elsewhere = { ...ANN_ENROLS, mobile: '0491 570 156' }
    await enrolled(here, elsewhere, OTHER_CLINIC)
    await changeStanding(here.services, HARBOUR, id, 'withdraw', { actor: 'Kim' })

    const outcome = await ask(here, { onCall: { A: '0491 570 006', B: '0491 570 156' } })

    expect(outcome.kind).toBe('done')
  })

  it('are not a contact who is on call already: other settings can still be changed', async () => {
    const here = await newWorld()
    await enrolled(here)
    const before = { ...HARBOUR, onCall: { A: ANNS_MOBILE } }
    const settings = { ...settingsOf(before), phone: '02 5550 9999', actor: 'manager' }

    const outcome = await changeSettings(here.services, before, settings, { dryRun: false })

    expect(outcome.kind).toBe('done')
  })

  it('are a hold of a protocol nobody has', async () => {
    expect(await messages({ hold: { all: false, protocols: ['sij-prolotherapy-v9'] } })).toContain(
      'sij-prolotherapy-v9',
    )
  })

  it.each([
    ['the defaults', {}],
    ['most spread', { spreadMinutes: 60 }],
    ['a state’s holidays', { opening: { ...HARBOUR.opening, holidays: 'AU-NSW' as const } }],
    [
      'a fortnight closed at Christmas',
      { opening: { ...HARBOUR.opening, closedDays: [localDate('2026-12-28'), localDate('2026-12-29')] } },
    ],
    ['weekly injections', { protocolSettings: { ...HARBOUR.protocolSettings, gapDays: 14, injections: 6 } }],
  ])('are not %s', async (_, settings) => {
    expect(await messages(settings)).toBe('done')
  })
})

describe('a hold', () => {
  it.each([
    ['all texts', { all: true, protocols: [] }],
    ['a protocol version', { all: false, protocols: ['sij-prolotherapy-v1'] }],
  ])('of %s keeps what falls due, and lets go what is still alive', async (_, hold) => {
    const { here, id } = await world()
    await change(here, { hold })
    await passTime(here, sydney('2026-11-24T12:00'))

    const held = await entryOf(here, id, 'R1@1.1.1')
    await changeSettings(
      here.services,
      (await here.store.clinics.clinic(HARBOUR.id)) ?? HARBOUR,
      { ...settingsOf(HARBOUR), actor: 'manager' },
      { dryRun: false },
    )
    await passTime(here, sydney('2026-11-24T12:10'))

    expect(held).toMatchObject({ state: 'held', attempts: [] })
    expect(sentTo(here, (await stored(here, id)).mobile)).toEqual(['W0@1.0.1', 'R1@1.1.1'])
  })

  it('keeps nothing of a red flag back', async () => {
    const { here, id } = await world()
    const { mobile } = await stored(here, id)
    await change(here, { hold: { all: true, protocols: [] } })

    const words = { sid: 'SMin', from: mobile, to: HARBOUR.sender, body: 'fever and the spot is weeping' }
    await hearReply(here.services, words)
    await passTime(here, sydney('2026-11-24T19:00'))

    expect(sentTo(here, mobile)).toEqual(['W0@1.0.1', 'E1@0.0.1', 'E2@0.0.1'])
  })

  it('skips what its own life ends in', async () => {
    const { here, id } = await world()
    await change(here, { hold: { all: true, protocols: [] } })

    await passTime(here, sydney('2026-11-29T12:00'))

    expect(await entryOf(here, id, 'R1@1.1.1')).toMatchObject({ state: 'skipped', reason: 'expired' })
  })
})
