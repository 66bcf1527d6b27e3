import { describe, expect, it } from 'vitest'
import { addCourse } from '../../lib/care/add-course.ts'
import { changeInjection } from '../../lib/care/change-injection.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { endSeries } from '../../lib/care/end-series.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import type { InjectionChange } from '../../lib/care/requests.ts'
import { wake } from '../../lib/care/wake.ts'
import { type PatientId, patientId } from '../../lib/patient/identifiers.ts'
import { after, MINUTE } from '../../lib/time/instant.ts'
import { type LocalDateTime, localDateTime } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { entryOf, makeWorld, OTHER_CLINIC, passTime, sentTo, stored, taskIds, type World } from './world.ts'

interface Put {
  readonly at?: string
  readonly state?: InjectionChange['state']
  readonly course?: number
}

const put = (
  world: World,
  id: PatientId,
  injection: number,
  { at, state, course = 1 }: Put,
  dryRun = false,
) =>
  changeInjection(
    world.services,
    HARBOUR,
    id,
    { actor: 'reception', course, injection, ...(at && { at: localDateTime(at) }), ...(state && { state }) },
    { dryRun },
  )

/** Ann on a day and at a time, with everything that was due until then. */
async function annAt(at: string, times?: readonly string[]) {
  const world = await makeWorld()
  const { id } = await enrolled(world, times ? { ...ANN_ENROLS, injections: visits(...times) } : ANN_ENROLS)
  await passTime(world, sydney(at))
  return { world, id }
}

const injection = async (world: World, id: PatientId, number: number) =>
  (await stored(world, id)).courses[0]?.injections.find((one) => one.number === number)

const bodiesOf = (world: World, text: string): readonly string[] =>
  world.carrier.filter((message) => message.textId.startsWith(`${text}@`)).map(({ body }) => body)

describe('a move', () => {
  it('skips what the visit had not sent, in the same write', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    await put(world, id, 1, { at: '2026-12-03T15:00' })

    const { ledger } = await stored(world, id)
    const skipped = Object.entries(ledger).filter(([, { state }]) => state === 'skipped')
    expect(skipped.map(([text]) => text)).toEqual(
      expect.arrayContaining(['R2@1.1.1', 'F1@1.1.1', 'F2@1.1.1']),
    )
    expect(new Set(skipped.map(([, { reason }]) => reason))).toEqual(new Set(['superseded']))
    expect(await injection(world, id, 1)).toMatchObject({ visit: 2, state: 'booked', at: '2026-12-03T15:00' })
  })

  it('is told 15 minutes after the last change, once', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    await put(world, id, 1, { at: '2026-12-03T15:00' })
    await passTime(world, sydney('2026-11-25T11:10'))
    await put(world, id, 1, { at: '2026-12-04T09:00' })
    await passTime(world, sydney('2026-11-25T11:24'))
    expect(bodiesOf(world, 'V1')).toEqual([])
    await passTime(world, sydney('2026-11-25T12:00'))

    expect(bodiesOf(world, 'V1')).toEqual([expect.stringContaining('Fri 4 Dec at 9:00am')])
  })

  it('there and back within 15 minutes is not told, and leaves the visit to be confirmed', async () => {
    const { world, id } = await annAt('2026-11-25T09:00')
    world.news.set('SM2', { state: 'delivered' })
    await passTime(world, sydney('2026-11-25T11:00'))
    expect(await entryOf(world, id, 'R1@1.1.1')).toMatchObject({ state: 'delivered' })
    for (const at of [
      '2026-12-02T10:00',
      '2026-12-03T10:00',
      '2026-12-04T10:00',
      '2026-12-02T09:00',
      '2026-12-01T10:00',
    ])
      await put(world, id, 1, { at })

    await passTime(world, sydney('2026-11-25T12:00'))
    await hearReply(world.services, { sid: 'SMc', from: ANNS_MOBILE, to: HARBOUR.sender, body: 'C' })

    expect(bodiesOf(world, 'V1')).toEqual([])
    expect(await injection(world, id, 1)).toMatchObject({ state: 'confirmed', visit: 6 })
  })

  it('with a state of confirmed books the new time confirmed', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    await put(world, id, 1, { at: '2026-12-03T15:00', state: 'confirmed' })

    expect(await injection(world, id, 1)).toMatchObject({ state: 'confirmed', visit: 2 })
  })

  it('to the time it has already changes nothing', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    const before = await stored(world, id)

    const outcome = await put(world, id, 1, { at: '2026-12-01T10:00' })

    expect(outcome).toMatchObject({
      kind: 'done',
      value: { difference: { added: [], removed: [], moved: [] } },
    })
    expect(await stored(world, id)).toEqual(before)
  })

  it('too late to be told opens a task to phone her', async () => {
    const { world, id } = await annAt('2026-11-30T19:50')

    await put(world, id, 1, { at: '2026-12-01T08:05' })

    expect(taskIds(await stored(world, id))).toContain('not-told:V1@1.1.2')
    expect(await entryOf(world, id, 'V1@1.1.2')).toMatchObject({ state: 'skipped', reason: 'expired' })
  })

  it('while she is paused opens a task when the news would have gone', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await changeStanding(world.services, HARBOUR, id, 'pause', { actor: 'api' })
    await put(world, id, 1, { at: '2026-12-03T15:00' })

    await passTime(world, sydney('2026-11-25T12:00'))

    expect(await entryOf(world, id, 'V1@1.1.2')).toMatchObject({ state: 'skipped', reason: 'paused' })
    expect(taskIds(await stored(world, id))).toContain('not-told:V1@1.1.2')
  })

  it('whose news fails for good opens a task', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await put(world, id, 1, { at: '2026-12-03T15:00' })
    world.scripts.push({ kind: 'refused', failure: 'never', code: 21617 })

    await passTime(world, sydney('2026-11-25T12:00'))

    expect(taskIds(await stored(world, id))).toContain('not-told:V1@1.1.2')
  })

  it('that shortens a gap warns and opens one task, and moves nothing by itself', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    const outcome = await put(world, id, 1, { at: '2026-12-08T10:00' })

    expect(outcome).toMatchObject({
      value: {
        warnings: ['injection 2 is 35 days after injection 1: the protocol wants 42. It was not moved.'],
      },
    })
    expect(taskIds(await stored(world, id))).toEqual(['short-gap:1.2'])
    expect(await injection(world, id, 2)).toMatchObject({ at: '2027-01-12T10:00', visit: 1 })
  })

  it('by three days shortens no gap', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    const outcome = await put(world, id, 1, { at: '2026-12-04T10:00' })

    expect(outcome).toMatchObject({ value: { warnings: [] } })
    expect((await stored(world, id)).tasks).toEqual([])
  })

  it.each([
    ['on a Sunday', '2027-02-28T10:00'],
    ['in the middle of the night', '2027-03-01T03:00'],
  ])('%s warns that the clinic is closed then, once', async (_, at) => {
    const { world, id } = await annAt('2026-11-25T11:00')

    const moved = await put(world, id, 3, { at })
    const confirmed = await put(world, id, 3, { state: 'confirmed' })

    const warning = `injection 3 is booked for ${at}, when the clinic is closed`
    expect(moved).toMatchObject({ value: { warnings: [warning] } })
    expect(confirmed).toMatchObject({ value: { warnings: [] } })
  })

  it('measures a gap from the injection before that takes place', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await put(world, id, 2, { state: 'cancelled' })

    const outcome = await put(world, id, 3, { at: '2027-01-04T10:00' })

    expect(outcome).toMatchObject({
      value: { warnings: [expect.stringContaining('34 days after injection 1')] },
    })
  })

  it('on a dry run shows the difference and touches nothing', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    const before = world.touched.length

    const outcome = await put(world, id, 1, { at: '2026-12-03T15:00' }, true)

    expect(outcome).toMatchObject({ kind: 'done', value: { difference: { added: [{ id: 'V1@1.1.2' }] } } })
    expect(world.touched.slice(before)).toEqual(['patients.readWithClinic'])
  })

  it('does not stop a text that is just being sent, and keeps what came of it', async () => {
    const { world, id } = await annAt('2026-11-29T09:59')
    world.before('texting.send', () => put(world, id, 1, { at: '2026-12-03T15:00' }))
    world.clock.set(sydney('2026-11-29T10:00'))

    await wake(world.services, { patientId: id, clinicId: HARBOUR.id })

    expect(await entryOf(world, id, 'R2@1.1.1')).toMatchObject({ state: 'sent' })
  })

  it('skips a text that was refused while its visit moved', async () => {
    const { world, id } = await annAt('2026-11-29T09:59')
    world.scripts.push({ kind: 'refused', failure: 'retry', code: 20429 })
    world.before('texting.send', () => put(world, id, 1, { at: '2026-12-03T15:00' }))
    world.clock.set(sydney('2026-11-29T10:00'))

    await wake(world.services, { patientId: id, clinicId: HARBOUR.id })

    expect(await entryOf(world, id, 'R2@1.1.1')).toMatchObject({ state: 'skipped', reason: 'superseded' })
  })
})

describe('other changes of a visit', () => {
  it('books the next injection without news of a move', async () => {
    const { world, id } = await annAt('2026-11-25T11:00', ['2026-12-01T10:00'])

    await put(world, id, 2, { at: '2027-01-12T10:00' })
    await passTime(world, sydney('2026-11-25T13:00'))

    expect(await injection(world, id, 2)).toMatchObject({ state: 'booked', visit: 1 })
    expect(bodiesOf(world, 'V1')).toEqual([])
  })

  it('tells of a cancellation, and of the booking after it', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await put(world, id, 1, { state: 'cancelled' })
    await passTime(world, sydney('2026-11-25T12:00'))

    await put(world, id, 1, { at: '2026-12-03T15:00' })
    await passTime(world, sydney('2026-11-25T13:00'))

    expect(bodiesOf(world, 'V2')).toHaveLength(1)
    expect(bodiesOf(world, 'V1')).toHaveLength(1)
    expect(await entryOf(world, id, 'F1@1.1.1')).toMatchObject({ state: 'skipped', reason: 'cancelled' })
  })

  it('tells of a missed visit and skips its care', async () => {
    const { world, id } = await annAt('2026-12-02T09:05')

    await put(world, id, 1, { state: 'missed' })
    await passTime(world, sydney('2026-12-02T12:00'))

    expect(bodiesOf(world, 'V3')).toHaveLength(1)
    expect(await entryOf(world, id, 'N2@1.1.1')).toMatchObject({ state: 'skipped', reason: 'missed' })
    expect(await entryOf(world, id, 'F2@1.1.1')).toMatchObject({ state: 'skipped', reason: 'missed' })
  })

  it('sends the care of a visit that was given after all', async () => {
    const { world, id } = await annAt('2026-12-02T09:05')
    await put(world, id, 1, { state: 'missed' })

    await put(world, id, 1, { state: 'given' })
    await passTime(world, sydney('2026-12-03T12:00'))

    expect(await injection(world, id, 1)).toMatchObject({ state: 'given', visit: 2 })
    expect(bodiesOf(world, 'F2')).toHaveLength(1)
    expect(bodiesOf(world, 'V3')).toEqual([])
  })

  it('corrects when an injection was given without a new visit and without news', async () => {
    const { world, id } = await annAt('2026-12-02T12:00')

    await put(world, id, 1, { at: '2026-11-30T15:00' })
    await passTime(world, sydney('2026-12-02T14:00'))

    expect(await injection(world, id, 1)).toMatchObject({ state: 'given', visit: 1, at: '2026-11-30T15:00' })
    expect(bodiesOf(world, 'V1')).toEqual([])
  })

  it.each<[Put['state'] & string]>([
    ['given'],
    ['booked'],
    ['confirmed'],
  ])('marks a visit %s without touching its texts', async (state) => {
    const { world, id } = await annAt(state === 'given' ? '2026-12-01T11:00' : '2026-11-25T11:00')
    await put(world, id, 1, { state: 'confirmed' })

    await put(world, id, 1, { state })

    expect(await injection(world, id, 1)).toMatchObject({ state, visit: 1 })
    expect(
      Object.values((await stored(world, id)).ledger).filter((entry) => entry.state === 'skipped'),
    ).toEqual([])
  })

  it('writes who changed what into the history, once', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    await put(world, id, 1, { at: '2026-12-03T15:00' })
    await put(world, id, 1, { at: '2026-12-03T15:00' })

    expect((await stored(world, id)).changes.map(({ actor, what }) => `${actor}: ${what}`)).toEqual([
      'reception: enrolled',
      'reception: course 1, injection 1: at 2026-12-03T15:00',
    ])
  })
})

describe('a change is refused in words', () => {
  it.each<[string, number, Put, string, RegExp, string?]>([
    ['nothing asked', 1, {}, 'at', /give a time, a state, or both/],
    [
      'a course that is not there',
      1,
      { course: 4, state: 'given' },
      'course',
      /4: the patient has courses 1 to 1/,
    ],
    ['an injection too many', 4, { at: '2027-06-01T10:00' }, 'injection', /4: a course has at most 3/],
    [
      'a time that is past, called booked',
      1,
      { at: '2026-11-20T10:00', state: 'booked' },
      'at',
      /has passed/,
    ],
    [
      'a time to come, called given',
      1,
      { at: '2026-12-02T10:00', state: 'given' },
      'state',
      /a time that has passed/,
    ],
    ['a new time with missed', 1, { at: '2026-12-02T10:00', state: 'missed' }, 'state', /mark it first/],
    [
      'a new time with cancelled',
      1,
      { at: '2026-12-02T10:00', state: 'cancelled' },
      'state',
      /mark it first/,
    ],
    ['missed before its time', 1, { state: 'missed' }, 'state', /2026-12-01T10:00; cancel it instead/],
    ['given before its time', 1, { state: 'given' }, 'state', /whose time has passed/],
    ['a time that the clock skips', 3, { at: '2027-10-03T02:30' }, 'at', /does not exist/],
    [
      'after the next injection',
      1,
      { at: '2027-01-13T10:00' },
      'at',
      /injection 1 must come before injection 2/,
    ],
    ['before the one before', 2, { at: '2026-11-30T10:00' }, 'at', /injection 2 must come after injection 1/],
    [
      'confirming a past visit',
      1,
      { state: 'confirmed' },
      'state',
      /needs a visit to come/,
      '2026-12-02T09:00',
    ],
  ])('%s', async (_, number, asked, path, message, at = '2026-11-25T11:00') => {
    const { world, id } = await annAt(at)
    const before = await stored(world, id)

    const outcome = await put(world, id, number, asked)

    expect(outcome).toEqual({
      kind: 'invalid',
      problems: [{ path, message: expect.stringMatching(message) }],
    })
    expect(await stored(world, id)).toEqual(before)
  })

  it.each<[Put, string, RegExp]>([
    [{ state: 'booked' }, 'at', /was cancelled and needs a new time/],
    [{ state: 'missed' }, 'state', /injection 2 was cancelled/],
  ])('%o of a visit that was cancelled', async (asked, path, message) => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await put(world, id, 2, { state: 'cancelled' })

    const outcome = await put(world, id, 2, asked)

    expect(outcome).toMatchObject({ problems: [{ path, message: expect.stringMatching(message) }] })
  })

  it.each<[number, Put, string, RegExp]>([
    [3, { at: '2027-02-23T10:00' }, 'injection', /injection 2 comes first/],
    [2, { state: 'confirmed' }, 'at', /injection 2 has no time yet/],
    [2, { at: '2027-01-12T10:00', state: 'missed' }, 'state', /needs a visit that was booked/],
  ])('injection %i not booked yet: %o', async (number, asked, path, message) => {
    const { world, id } = await annAt('2026-11-25T11:00', ['2026-12-01T10:00'])

    const outcome = await put(world, id, number, asked)

    expect(outcome).toMatchObject({ problems: [{ path, message: expect.stringMatching(message) }] })
  })

  it.each<[number, Put]>([
    [3, { at: '2027-02-23T10:00' }],
    [2, { at: '2027-01-14T10:00' }],
  ])('injection %i in a series that has ended', async (number, asked) => {
    const { world, id } = await annAt('2026-11-25T11:00', ['2026-12-01T10:00', '2027-01-12T10:00'])
    await endSeries(world.services, HARBOUR, id, { actor: 'api' })

    const outcome = await put(world, id, number, asked)

    expect(outcome).toMatchObject({
      problems: [{ message: expect.stringMatching(/has ended: start a new course/) }],
    })
  })

  it('for a patient who has withdrawn', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await changeStanding(world.services, HARBOUR, id, 'withdraw', { actor: 'api' })

    const outcome = await put(world, id, 1, { at: '2026-12-03T10:00' })

    expect(outcome).toMatchObject({
      kind: 'invalid',
      problems: [{ message: expect.stringMatching(/withdrawn/) }],
    })
  })

  it('as not found for a patient of another clinic, and of none', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    const elsewhere = OTHER_CLINIC
    const asked = { actor: 'api', course: 1, injection: 1, state: 'cancelled' as const }

    const [foreign, nobody] = await Promise.all([
      changeInjection(world.services, elsewhere, id, asked, { dryRun: false }),
      put(world, patientId('nobody'), 1, { state: 'cancelled' }),
    ])

    expect([foreign.kind, nobody.kind]).toEqual(['not-found', 'not-found'])
  })
})

describe('ending a series', () => {
  it('cancels what is booked, tells of the next visit only, and lets the tail run', async () => {
    const { world, id } = await annAt('2026-12-10T11:00')

    await endSeries(world.services, HARBOUR, id, { actor: 'api' })
    await passTime(world, sydney('2027-05-19T10:00'))

    expect(bodiesOf(world, 'V2')).toEqual([expect.stringContaining('Tue 12 Jan')])
    expect((await stored(world, id)).courses[0]?.injections.map(({ state }) => state)).toEqual([
      'booked',
      'cancelled',
      'cancelled',
    ])
    expect(bodiesOf(world, 'Z1')).toHaveLength(1)
  })

  it('twice changes nothing the second time', async () => {
    const { world, id } = await annAt('2026-12-10T11:00')
    await endSeries(world.services, HARBOUR, id, { actor: 'api' })
    const { version } = await stored(world, id)

    await endSeries(world.services, HARBOUR, id, { actor: 'api' })

    expect((await stored(world, id)).version).toBe(version)
  })

  it('asks which when two courses run, and ends the one named', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await addCourse(world.services, HARBOUR, id, { actor: 'api', injections: visits('2026-12-15T10:00') })

    const unclear = await endSeries(world.services, HARBOUR, id, { actor: 'api' })
    const clear = await endSeries(world.services, HARBOUR, id, { actor: 'api', course: 2 })

    expect(unclear).toMatchObject({
      problems: [{ path: 'course', message: expect.stringMatching(/1 and 2 are running/) }],
    })
    expect(clear.kind).toBe('done')
    expect((await stored(world, id)).courses.map(({ endedAt }) => endedAt !== undefined)).toEqual([
      false,
      true,
    ])
  })
})

describe('another course', () => {
  const left = { actor: 'api', injections: visits('2026-12-15T10:00') }

  it('brings no second welcome while one runs', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    await addCourse(world.services, HARBOUR, id, left)
    await passTime(world, sydney('2026-11-26T11:00'))

    expect(bodiesOf(world, 'W0')).toHaveLength(1)
  })

  it('brings one when none is running', async () => {
    const { world, id } = await annAt('2027-06-01T11:00', ['2026-12-01T10:00'])

    await addCourse(world.services, HARBOUR, id, { ...left, injections: visits('2027-07-06T10:00') })
    await passTime(world, sydney('2027-06-01T12:00'))

    expect(sentTo(world, ANNS_MOBILE)).toContain('W0@2.0.1')
  })

  it('is begun once, however often the call is repeated', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')

    await Promise.all([1, 2, 3].map(() => addCourse(world.services, HARBOUR, id, left)))

    expect((await stored(world, id)).courses).toHaveLength(2)
  })

  it('is refused for a patient who has withdrawn', async () => {
    const { world, id } = await annAt('2026-11-25T11:00')
    await changeStanding(world.services, HARBOUR, id, 'withdraw', { actor: 'api' })

    const outcome = await addCourse(world.services, HARBOUR, id, left)

    expect(outcome).toMatchObject({ kind: 'invalid' })
  })
})

describe('pausing and withdrawing', () => {
  it('skips what falls due during a pause and sends what is due after it', async () => {
    const { world, id } = await annAt('2026-11-28T09:00')
    await changeStanding(world.services, HARBOUR, id, 'pause', { actor: 'api' })
    await passTime(world, sydney('2026-11-29T10:30'))

    await changeStanding(world.services, HARBOUR, id, 'resume', { actor: 'api' })
    await passTime(world, sydney('2026-12-01T19:00'))

    expect(await entryOf(world, id, 'R2@1.1.1')).toMatchObject({ state: 'skipped', reason: 'paused' })
    expect(sentTo(world, ANNS_MOBILE).at(-1)).toBe('F1@1.1.1')
  })

  it('does not bring back on resuming what fell due in the minute before', async () => {
    const { world, id } = await annAt('2026-11-28T09:00')
    await changeStanding(world.services, HARBOUR, id, 'pause', { actor: 'api' })
    world.clock.set(sydney('2026-11-29T10:00'))

    await changeStanding(world.services, HARBOUR, id, 'resume', { actor: 'api' })
    await passTime(world, sydney('2026-11-29T12:00'))

    expect(sentTo(world, ANNS_MOBILE)).not.toContain('R2@1.1.1')
  })

  it('sends nothing after a withdrawal, and says of every text that it will not go', async () => {
    const { world, id } = await annAt('2026-11-28T09:00')
    await put(world, id, 1, { at: '2026-12-03T10:00' })

    await changeStanding(world.services, HARBOUR, id, 'withdraw', { actor: 'api' })
    const went = world.carrier.length
    await passTime(world, sydney('2027-06-01T12:00'))

    expect(world.carrier).toHaveLength(went)
    const ann = await stored(world, id)
    expect(ann.lookAt).toBeUndefined()
    expect(taskIds(ann)).toContain('not-told:V1@1.1.2')
  })

  it.each(['pause', 'resume'] as const)('refuses to %s a patient who has withdrawn', async (standing) => {
    const { world, id } = await annAt('2026-11-28T09:00')
    await changeStanding(world.services, HARBOUR, id, 'withdraw', { actor: 'api' })

    expect(await changeStanding(world.services, HARBOUR, id, standing, { actor: 'api' })).toMatchObject({
      kind: 'invalid',
    })
  })

  it.each(['pause', 'resume', 'withdraw'] as const)('asked to %s twice writes once', async (standing) => {
    const { world, id } = await annAt('2026-11-28T09:00')
    await changeStanding(world.services, HARBOUR, id, standing, { actor: 'api' })
    const { version } = await stored(world, id)

    await changeStanding(world.services, HARBOUR, id, standing, { actor: 'api' })

    expect((await stored(world, id)).version).toBe(version)
  })
})

it('asks staff on day 35 to book what nobody has booked, once, and does not nag her', async () => {
  const { world, id } = await annAt('2027-01-04T12:00', ['2026-12-01T10:00'])
  expect(taskIds(await stored(world, id))).not.toContain('book-next:1.1')
  const before = world.carrier.length

  await passTime(world, sydney('2027-01-05T09:00'))

  expect(taskIds(await stored(world, id))).toContain('book-next:1.1')
  expect(world.carrier.slice(before)).toEqual([])
})

it('keeps the document under 100 KB through 200 moves', { timeout: 60_000 }, async () => {
  const { world, id } = await annAt('2026-11-25T11:00')
  const days: readonly LocalDateTime[] = Array.from({ length: 200 }, (_, index) =>
    localDateTime(
      `2026-12-${String(2 + (index % 27)).padStart(2, '0')}T${String(8 + (index % 9)).padStart(2, '0')}:00`,
    ),
  )

  for (const at of days) {
    await put(world, id, 1, { at })
    await passTime(world, after(world.clock.now(), 20 * MINUTE))
  }

  const ann = await stored(world, id)
  expect(ann.courses[0]?.injections[0]?.visit).toBe(201)
  expect(JSON.stringify(ann).length).toBeLessThan(100_000)
})
