import { describe, expect, it } from 'vitest'
import { moveVisits } from '../../lib/care/move-visits.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { type PatientId, patientId } from '../../lib/patient/identifiers.ts'
import { SECOND } from '../../lib/time/instant.ts'
import { localDate } from '../../lib/time/local-date.ts'
import { ANN as ENDED, sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, enrolled, visits } from './enrolling.ts'
import { makeWorld, OTHER_CLINIC, passTime, stored, type World } from './world.ts'

interface Away {
  readonly from?: string
  readonly to?: string
  readonly days?: number
  readonly dryRun?: boolean
  readonly clinic?: Clinic
}

/** "Doctor away 12 to 15 January." */
const away = (
  world: World,
  { from = '2027-01-12', to = '2027-01-15', days = 7, dryRun = false, clinic = HARBOUR }: Away = {},
) =>
  moveVisits(
    world.services,
    clinic,
    { actor: 'reception', from: localDate(from), to: localDate(to), days },
    { dryRun },
  )

const movedIn = async (outcome: ReturnType<typeof away>) => {
  const result = await outcome
  if (result.kind !== 'done') throw new Error(JSON.stringify(result))
  return result.value
}

const NOTHING_TODAY = { visits: [], texts: [], stuck: 0 }

const visitOf = async (world: World, id: PatientId, number: number) =>
  (await stored(world, id)).courses[0]?.injections[number - 1]?.at

/** Ann has a visit on Tue 12 Jan 10:00, Bob on Fri 15 Jan 16:00, Cat on Mon 18 Jan. */
async function january(clinic: Clinic = HARBOUR) {
  const world = await makeWorld(clinic)
  const ann = await enrolled(world)
  const bob = await enrolled(world, {
    ...ANN_ENROLS,
    reference: 'bob',
    mobile: '0491 570 156',
    injections: visits('2026-12-04T16:00', '2027-01-15T16:00'),
  })
  const cat = await enrolled(world, {
    ...ANN_ENROLS,
    reference: 'cat',
    mobile: '0491 570 159',
    injections: visits('2027-01-18T09:00'),
  })
  await passTime(world, sydney('2027-01-04T11:00'))
  return { world, ann: ann.id, bob: bob.id, cat: cat.id }
}

describe('moving the visits of some days', () => {
  it('moves each by the same days at its own time of day, and tells each patient', async () => {
    const { world, ann, bob, cat } = await january()

    const moved = await movedIn(away(world))
    await passTime(world, sydney('2027-01-04T11:30'))

    expect(moved.map(({ patient, visits: hers }) => [patient.reference, hers])).toEqual([
      ['ann', [{ course: 1, injection: 2, from: '2027-01-12T10:00', to: '2027-01-19T10:00' }]],
      ['bob', [{ course: 1, injection: 2, from: '2027-01-15T16:00', to: '2027-01-22T16:00' }]],
    ])
    expect(await visitOf(world, ann, 2)).toBe('2027-01-19T10:00')
    expect(await visitOf(world, bob, 2)).toBe('2027-01-22T16:00')
    expect(await visitOf(world, cat, 1)).toBe('2027-01-18T09:00')
    expect(
      world.carrier
        .slice(-2)
        .map(({ body }) => body.slice(0, 60))
        .sort(),
    ).toEqual([
      'Harbour Sports Med: your visit is now Fri 22 Jan at 4:00pm. ',
      'Harbour Sports Med: your visit is now Tue 19 Jan at 10:00am.',
    ])
    expect((await stored(world, ann)).changes.at(-1)).toMatchObject({
      actor: 'reception',
      what: 'visits of 2027-01-12 to 2027-01-15 moved by 7 days',
    })
  })

  it('tried out changes nothing and shows the same moves with the texts they change', async () => {
    const { world, ann } = await january()

    const tried = await movedIn(away(world, { dryRun: true }))

    expect(await visitOf(world, ann, 2)).toBe('2027-01-12T10:00')
    const moved = await movedIn(away(world))
    expect(tried.map(({ visits: hers }) => hers)).toEqual(moved.map(({ visits: hers }) => hers))
    expect(tried.map(({ outcome }) => outcome.kind === 'done' && outcome.value.difference)).toEqual(
      moved.map(({ outcome }) => outcome.kind === 'done' && outcome.value.difference),
    )
    expect(tried[0]?.outcome).toMatchObject({
      value: {
        warnings: ['injection 3 is 35 days after injection 2: the protocol wants 42. It was not moved.'],
      },
    })
  })

  it('again finds nothing left to move', async () => {
    const { world, ann } = await january()
    await away(world)

    expect(await movedIn(away(world))).toEqual([])
    expect(await visitOf(world, ann, 2)).toBe('2027-01-19T10:00')
  })

  it('goes on to the next day the clinic is open, and says so', async () => {
    const closedDays = [localDate('2027-01-19'), localDate('2027-01-20')]
    const clinic = { ...HARBOUR, opening: { ...HARBOUR.opening, closedDays } }
    const { world, ann } = await january(clinic)

    const [moved] = await movedIn(away(world, { clinic }))

    expect(await visitOf(world, ann, 2)).toBe('2027-01-21T10:00')
    expect(moved?.outcome).toMatchObject({
      value: {
        warnings: expect.arrayContaining([
          'the clinic is closed on 2027-01-19: the visit goes to 2027-01-21, the next day it is open',
        ]),
      },
    })
  })

  it('moves two visits of one course in their order', async () => {
    const { world, ann } = await january()

    await away(world, { from: '2027-01-12', to: '2027-02-23', days: 49 })

    expect([await visitOf(world, ann, 2), await visitOf(world, ann, 3)]).toEqual([
      '2027-03-02T10:00',
      '2027-04-13T10:00',
    ])
  })

  it('tells of a patient who cannot be moved and moves the rest', async () => {
    const { world, ann, bob } = await january()

    const moved = await movedIn(away(world, { days: 50 }))

    expect(moved.map(({ outcome }) => outcome.kind)).toEqual(['invalid', 'done'])
    expect(moved[0]?.outcome).toMatchObject({
      problems: [{ message: expect.stringContaining('before injection 3') }],
    })
    expect(await visitOf(world, ann, 2)).toBe('2027-01-12T10:00')
    expect(await visitOf(world, bob, 2)).toBe('2027-03-08T16:00')
  })

  it.each([
    [{ days: 3 }, 'days', '3: visits would land on the days they leave: expected 4 or more'],
    [{ to: '2027-01-11' }, 'to', '2027-01-11 is before 2027-01-12: give the last day of the absence'],
  ])('refuses %j', async (asked, path, message) => {
    const { world } = await january()

    expect(await away(world, asked)).toEqual({ kind: 'invalid', problems: [{ path, message }] })
  })

  it('leaves visits that have been, and those of another clinic', async () => {
    const { world, ann } = await january()

    const past = await movedIn(away(world, { from: '2026-12-01', to: '2026-12-04', days: 60 }))
    const theirs = await movedIn(away(world, { clinic: OTHER_CLINIC }))

    expect([past, theirs]).toEqual([[], []])
    expect(await visitOf(world, ann, 1)).toBe('2026-12-01T10:00')
  })

  it('stops in time and says who is left; the same call again goes on with them', async () => {
    const world = await makeWorld()
    const ids: PatientId[] = []
    for (let n = 0; n < 12; n += 1) {
      const mobile = `0491 571 ${100 + n}`
      ids.push((await enrolled(world, { ...ANN_ENROLS, reference: `p${n}`, mobile })).id)
    }
    const write: typeof world.store.patients.write = (patient, summary, expected) => {
      world.clock.advance(2 * SECOND)
      return world.store.patients.write(patient, summary, expected)
    }
    const slow = { ...world, services: { ...world.services, patients: { ...world.store.patients, write } } }

    const first = await movedIn(away(slow))
    const second = await movedIn(away(slow))

    expect(first.map(({ outcome }) => outcome.kind)).toEqual([
      ...Array.from({ length: 10 }, () => 'done'),
      ...['left', 'left'],
    ])
    expect(second.map(({ outcome }) => outcome.kind)).toEqual(['done', 'done'])
    expect(new Set(await Promise.all(ids.map((id) => visitOf(world, id, 2))))).toEqual(
      new Set(['2027-01-19T10:00']),
    )
  })

  it('finds a visit behind more patients than one look at a list takes', async () => {
    const { world, ann, bob } = await january()
    // Ids of the world's patients begin with "p": all of these stand before them.
    for (let n = 0; n < 10_001; n += 1) {
      const id = patientId(`a-${String(n).padStart(5, '0')}`)
      const summary = { id, reference: `a${n}`, state: 'ended', openEscalations: 0, openTasks: 0 } as const
      const patient = { ...ENDED, id, reference: summary.reference }
      await world.store.patients.write(patient, { ...summary, day: NOTHING_TODAY }, 0)
    }

    const moved = await movedIn(away(world))

    expect(moved.map(({ patient }) => patient.id)).toEqual([ann, bob])
  })
})
