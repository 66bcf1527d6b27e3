import { describe, expect, it } from 'vitest'
import { change } from '../../lib/care/change.ts'
import { changeInjection } from '../../lib/care/change-injection.ts'
import { changePatient } from '../../lib/care/change-patient.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { enrol } from '../../lib/care/enrol.ts'
import type { PatientChange } from '../../lib/care/requests.ts'
import { sweep } from '../../lib/care/sweep.ts'
import { wake } from '../../lib/care/wake.ts'
import { type PatientId, patientId, phoneNumber } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { after, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { entryOf, makeWorld, OTHER_CLINIC, passTime, sentTo, stored, type World } from './world.ts'

const named = (patient: Patient, givenName: string): Patient => ({ ...patient, givenName })
const whose = ({ id, clinicId }: Patient) => ({ patientId: id, clinicId })

async function annEnrolled() {
  const world = await makeWorld()
  const ann = await enrolled(world)
  return { world, ann }
}

const withVisitOn = (patient: Patient, at: string): Patient => ({
  ...patient,
  courses: patient.courses.map((course) => ({
    ...course,
    injections: course.injections.slice(0, 1).map((one) => ({ ...one, at: localDateTime(at) })),
  })),
})

/** Stores the patient otherwise, as somebody else's write. */
async function overwrite({ store }: World, patient: Patient): Promise<void> {
  const { id, reference, version, escalations } = patient
  const openEscalations = escalations.length
  const summary = { id, reference, state: 'active' as const, openEscalations, openTasks: 0 }
  await store.patients.write({ ...patient, version: version + 1 }, summary, version)
}

/** Somebody else writes the patient right before each of the next so many writes. */
function contend(world: World, ann: Patient, times: number, also = () => {}): void {
  if (times === 0) return
  world.before('patients.write', async () => {
    contend(world, ann, times - 1, also)
    await overwrite(world, await stored(world, ann.id))
    also()
  })
}

describe('a change', () => {
  it('decides again from what the winner left', async () => {
    const { world, ann } = await annEnrolled()
    const seen: number[] = []
    contend(world, ann, 2)

    await change(world.services, whose(ann), ({ patient }) => {
      seen.push(patient.version)
      return { patient: named(patient, 'Ann'), value: undefined }
    })

    expect(seen).toEqual([ann.version, ann.version + 1, ann.version + 2])
    expect(await stored(world, ann.id)).toMatchObject({ givenName: 'Ann', version: ann.version + 3 })
  })

  it('gives up after eight tries', async () => {
    const { world, ann } = await annEnrolled()
    contend(world, ann, 8)

    const changing = change(world.services, whose(ann), ({ patient }) => ({
      patient: named(patient, 'Ann'),
      value: undefined,
    }))

    await expect(changing).rejects.toThrow('all 8 tries')
    expect((await stored(world, ann.id)).givenName).toBeUndefined()
  })

  it('still succeeds at the eighth try', async () => {
    const { world, ann } = await annEnrolled()
    contend(world, ann, 7)

    await change(world.services, whose(ann), ({ patient }) => ({
      patient: named(patient, 'Ann'),
      value: undefined,
    }))

    expect((await stored(world, ann.id)).givenName).toBe('Ann')
  })

  it('writes nothing when nothing is to change', async () => {
    const { world, ann } = await annEnrolled()

    await change(world.services, whose(ann), () => ({ value: undefined }))

    expect((await stored(world, ann.id)).version).toBe(ann.version)
  })

  it('of a patient of another clinic finds nobody', async () => {
    const { world, ann } = await annEnrolled()

    const changed = await change(
      world.services,
      { patientId: ann.id, clinicId: OTHER_CLINIC.id },
      ({ patient }) => ({ patient: named(patient, 'Eve'), value: undefined }),
    )

    expect(changed).toBeUndefined()
    expect((await stored(world, ann.id)).givenName).toBeUndefined()
  })
})

const move = (world: World, id: PatientId, at: string) =>
  changeInjection(
    world.services,
    HARBOUR,
    id,
    { actor: 'api', course: 1, injection: 1, at: localDateTime(at) },
    { dryRun: false },
  )

describe('the alarm', () => {
  it('is set before the write that believes in it', async () => {
    const { world, ann } = await annEnrolled()
    await passTime(world, sydney('2026-11-25T11:00'))
    const before = world.touched.length

    await move(world, ann.id, '2026-12-03T15:00')

    expect(world.touched.slice(before)).toEqual([
      'patients.readWithClinic',
      'alarms.set',
      'patients.write',
      'evidence.putChange',
    ])
    expect(world.alarms.get(ann.id)).toBe(sydney('2026-11-25T11:15'))
    expect((await stored(world, ann.id)).alarm?.at).toBe(sydney('2026-11-25T11:15'))
  })

  it('gets a target the first time only', async () => {
    const { world, ann } = await annEnrolled()

    await move(world, ann.id, '2026-12-03T15:00')

    expect(world.armed.map(({ first }) => first)).toEqual([true, false])
  })

  it('is set again by the loser of a race, even if the second look finds nothing to do', async () => {
    const { world, ann } = await annEnrolled()
    contend(world, ann, 1)
    const tries: number[] = []

    await change(world.services, whose(ann), ({ patient }) => {
      tries.push(tries.length)
      return tries.length === 1
        ? { patient: withVisitOn(patient, '2026-12-20T10:00'), value: 1 }
        : { value: 2 }
    })

    expect(world.armed.map(({ at }) => at)).toEqual(
      ['2026-11-24T10:00', '2026-12-13T10:00', '2026-11-24T10:00'].map(sydney),
    )
    expect((await stored(world, ann.id)).alarm?.at).toBe(sydney('2026-11-24T10:00'))
  })

  it('is forgotten by a loser who needs none any more: the sweep serves what is near', async () => {
    const { world, ann } = await annEnrolled()
    await passTime(world, sydney('2026-11-24T09:00'))
    contend(world, ann, 1, () => world.clock.set(sydney('2026-11-24T09:59')))
    const tries: number[] = []

    await change(world.services, whose(ann), ({ patient }) => {
      tries.push(tries.length)
      return tries.length === 1
        ? { patient: withVisitOn(patient, '2026-12-20T10:00'), value: 1 }
        : { value: 2 }
    })

    expect(world.armed.at(-1)?.at).toBe(sydney('2026-12-13T10:00'))
    expect(await stored(world, ann.id)).toMatchObject({
      alarm: { by: 'rules' },
      lookAt: sydney('2026-11-24T10:00'),
    })
  })

  it.each([
    'full',
    'unavailable',
  ] as const)('that cannot be set, because %s, leaves the look to the sweep', async (outcome) => {
    const world = await makeWorld()
    world.arming.push(...Array<typeof outcome>(20).fill(outcome))

    const ann = await enrolled(world)

    expect(ann.alarm).toBeUndefined()
    expect(ann.lookAt).toBe(sydney('2026-11-24T10:00'))
    expect(world.counted).toContain(`AlarmFailures ${outcome}`)
    await passTime(world, sydney('2026-11-24T10:01'))
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', 'R1@1.1.1'])
    expect(world.counted).not.toContain('SweepRescued')
  })

  it('that is believed set gives the sweep two minutes of grace', async () => {
    const { ann } = await annEnrolled()

    expect(ann.alarm).toEqual({ by: 'rules', at: sydney('2026-11-24T10:00') })
    expect(ann.lookAt).toBe(sydney('2026-11-24T10:02'))
  })

  it('is set anew, as a first one, when the service was switched to another kind', async () => {
    const { world, ann } = await annEnrolled()
    const scheduler = { ...world.services.alarms, kind: 'scheduler' as const }
    const calls: unknown[] = []
    const alarms = Object.assign(scheduler, {
      set: async (alarm: { readonly first: boolean }) => {
        calls.push(alarm.first)
        return 'armed' as const
      },
    })

    await change({ ...world.services, alarms }, whose(ann), ({ patient }) => ({
      patient: named(patient, 'Ann'),
      value: undefined,
    }))

    expect(calls).toEqual([true])
    expect((await stored(world, ann.id)).alarm?.by).toBe('scheduler')
  })
})

describe('a wake', () => {
  it('sends one text, in few round trips', async () => {
    const { world, ann } = await annEnrolled()
    world.clock.set(sydney('2026-11-24T10:00'))
    const before = world.touched.length

    await wake(world.services, whose(ann))

    expect(world.touched.slice(before)).toEqual([
      'patients.readWithClinic',
      'alarms.set',
      'patients.write',
      'phones.optOut',
      'texting.send',
      'evidence.putSent',
      'patients.write',
    ])
  })

  it('that comes early or twice sends nothing more', async () => {
    const { world, ann } = await annEnrolled()
    world.clock.set(sydney('2026-11-24T09:59'))
    await wake(world.services, whose(ann))
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])

    world.clock.set(sydney('2026-11-24T10:00'))
    await Promise.all([1, 2, 3].map(() => wake(world.services, whose(ann))))

    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', 'R1@1.1.1'])
  })

  it('of nobody is logged and does no harm', async () => {
    const world = await makeWorld()

    await wake(world.services, { patientId: patientId('nobody'), clinicId: HARBOUR.id })

    expect(world.lines.join()).toContain('WAKE_NOBODY')
  })
})

describe('the sweep', () => {
  it('rescues a text whose alarm was lost, and counts it', async () => {
    const { world } = await annEnrolled()
    world.alarms.clear()

    await passTime(world, sydney('2026-11-24T10:05'))

    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', 'R1@1.1.1'])
    expect(world.counted).toContain('SweepRescued')
  })

  it('counts nothing as rescued while alarms fire', async () => {
    const { world } = await annEnrolled()

    await passTime(world, sydney('2026-12-20T10:00'))

    expect(world.counted).not.toContain('SweepRescued')
    expect(sentTo(world, ANNS_MOBILE).length).toBeGreaterThan(8)
  })

  it('serves the rest when one patient cannot be served', async () => {
    const { world, ann } = await annEnrolled()
    const bea = await enrolled(world, { ...ANN_ENROLS, reference: 'bea', mobile: '0491 570 156' })
    world.alarms.clear()
    world.clock.set(sydney('2026-11-24T10:03'))
    const present = await stored(world, ann.id)
    const courses = present.courses.map((course) => ({ ...course, protocol: 'sij-v0' }))
    await overwrite(world, { ...present, courses })

    await sweep(world.services)

    expect(await entryOf(world, bea.id, 'R1@1.1.1')).toMatchObject({ state: 'sent' })
    expect(world.counted).toContain('SweepFailures')
    expect(world.counted).toContain('SweepHeartbeat')
    expect(world.counted).toContain('OldestOverdueSeconds')
  })

  it('reaches those behind more failures than it serves in a run', async () => {
    const { world, ann } = await annEnrolled()
    const broken = Array.from({ length: 210 }, (_, index) => patientId(`broken-${index}`))
    for (const id of broken) {
      const courses = ann.courses.map((course) => ({ ...course, protocol: 'sij-v0' }))
      await overwrite(world, { ...ann, id, courses, version: 0 })
    }
    world.alarms.clear()
    world.clock.set(sydney('2026-11-24T10:02'))
    const later = await enrolled(world, { ...ANN_ENROLS, reference: 'bea', mobile: '0491 570 156' })
    await overwrite(world, { ...(await stored(world, later.id)), lookAt: world.clock.now() })
    world.clock.set(sydney('2026-11-24T10:20'))

    await sweep(world.services)

    expect(await stored(world, later.id)).toMatchObject({ ledger: { 'R1@1.1.1': { state: 'sent' } } })
  })

  it('climbs the ladder of a red flag although the patient cannot be woken', async () => {
    const { world, ann } = await annEnrolled()
    const present = await stored(world, ann.id)
    const at = world.clock.now()
    const flag = { seq: 1, tier: 1 as const, at, words: 'chest pain', replies: [], startsAt: at, alerted: [] }
    await overwrite(world, { ...present, escalations: [flag], lookAt: at })
    world.before('patients.readWithClinic', async () => {
      world.before('patients.readWithClinic', async () => {
        world.before('patients.readWithClinic', async () => {
          throw new Error('table away')
        })
      })
    })

    await sweep(world.services)

    expect(world.counted).toContain('SweepFailures')
    expect((await stored(world, ann.id)).escalations[0]?.alerted).toHaveLength(1)
  })

  it('climbs the ladder of a red flag before it takes on a crowd that it cannot finish', async () => {
    const { world, ann } = await annEnrolled()
    const at = world.clock.now()
    for (let index = 0; index < 30; index += 1)
      await overwrite(world, { ...ann, id: patientId(`crowd-${index}`), version: 0, lookAt: at })
    const flag = { seq: 1, tier: 1 as const, at, words: 'chest pain', replies: [], startsAt: at, alerted: [] }
    await overwrite(world, { ...ann, escalations: [flag], lookAt: after(at, SECOND) })
    world.clock.advance(MINUTE)
    world.before('patients.readWithClinic', async () => world.clock.advance(MINUTE))

    await sweep(world.services)

    expect((await stored(world, ann.id)).escalations[0]?.alerted).toHaveLength(1)
  })

  it.each([
    ['the rest of the list', 'patients.overdue', 1],
    ['who is flagged', 'patients.flaggedOverdue', 0],
  ])('serves whom it knows of, and beats its heart, when %s cannot be read', async (_, call, reads) => {
    const { world, ann } = await annEnrolled()
    world.alarms.clear()
    world.clock.set(sydney('2026-11-24T10:03'))
    const fail = async () => {
      throw new Error('table away')
    }
    world.before(call, reads === 0 ? fail : async () => world.before(call, fail))

    await sweep(world.services)

    expect(await entryOf(world, ann.id, 'R1@1.1.1')).toMatchObject({ state: 'sent' })
    expect(world.counted).toContain('SweepFailures')
    expect(world.counted).toContain('SweepHeartbeat')
    expect(world.lines.join()).toContain('OVERDUE_NOT_LISTED')
  })

  it('gives no sign of life when it cannot read who is overdue at all', async () => {
    const world = await makeWorld()
    world.before('patients.overdue', async () => {
      throw new Error('table away')
    })

    await expect(sweep(world.services)).rejects.toThrow('table away')

    expect(world.counted).not.toContain('SweepHeartbeat')
  })

  it('beats its heart with nobody to look after', async () => {
    const world = await makeWorld()

    await sweep(world.services)

    expect(world.counted).toContain('SweepHeartbeat')
  })
})

const BEAS_MOBILE = phoneNumber('+61491570156')
const patch = (world: World, id: PatientId, asked: Omit<PatientChange, 'actor'>, dryRun = false) =>
  changePatient(world.services, HARBOUR, id, { actor: 'api', ...asked }, { dryRun })

describe('a change of the patient herself', () => {
  it('links a new number before she has it and unlinks the old one after', async () => {
    const { world, ann } = await annEnrolled()
    const before = world.touched.length

    await patch(world, ann.id, { mobile: '0491 570 156' })

    const order = world.touched.slice(before).filter((call) => /link|write|unlink/.test(call))
    expect(order).toEqual(['phones.link', 'patients.write', 'phones.unlink', 'phones.link'])
    expect(await world.store.phones.patients(BEAS_MOBILE)).toEqual([ann.id])
    expect(await world.store.phones.patients(ANNS_MOBILE)).toEqual([])
  })

  it.each([
    ['back to the number of before', '0491 570 006', 'phones.unlink'],
    ['to a third number', '0491 570 159', 'phones.link'],
    ['to a third number', '0491 570 159', 'patients.write'],
    ['to a third number', '0491 570 159', 'phones.unlink'],
  ])('keeps the link when another call changes it %s (%s) before %s', async (_, mobile, call) => {
    const { world, ann } = await annEnrolled()
    const crossing = { ...world, services: { ...world.services, ...world.store } }
    world.before(call, () => patch(crossing, ann.id, { mobile }))

    await patch(world, ann.id, { mobile: '0491 570 156' })

    const { mobile: present } = await stored(world, ann.id)
    expect(await world.store.phones.patients(present)).toEqual([ann.id])
  })

  it('welcomes a new number and sends nothing more to the old one', async () => {
    const { world, ann } = await annEnrolled()

    await patch(world, ann.id, { mobile: '0491 570 156' })
    await passTime(world, sydney('2026-11-24T12:00'))

    expect(sentTo(world, BEAS_MOBILE)).toEqual(['W0@1.0.2', 'R1@1.1.1'])
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
  })

  it.each<[string, Omit<PatientChange, 'actor'>, string, RegExp]>([
    ['a landline', { mobile: '02 5550 1234' }, 'mobile', /landline/],
    ['the number the clinic texts from', { mobile: HARBOUR.sender }, 'mobile', /the patient’s own$/],
    ['the number of who is on call', { mobile: HARBOUR.onCall.A }, 'mobile', /on call .* the patient’s own$/],
    ['the number of who stands in', { mobile: '0491 570 158' }, 'mobile', /on call .* the patient’s own$/],
    ['an unknown zone', { timeZone: 'Mars/Base' }, 'timeZone', /"Mars\/Base"/],
  ])('to %s is refused in words', async (_, asked, path, message) => {
    const { world, ann } = await annEnrolled()

    const outcome = await patch(world, ann.id, asked)

    expect(outcome).toEqual({
      kind: 'invalid',
      problems: [{ path, message: expect.stringMatching(message) }],
    })
    expect(await stored(world, ann.id)).toEqual(ann)
  })

  it('to a stopped number is refused', async () => {
    const { world, ann } = await annEnrolled()
    await world.store.phones.recordOptOut(BEAS_MOBILE, { at: world.clock.now(), reason: 'stop' })

    expect(await patch(world, ann.id, { mobile: '0491 570 156' })).toMatchObject({ kind: 'invalid' })
  })

  it('to a number somebody has needs labels on both', async () => {
    const { world, ann } = await annEnrolled()
    await enrolled(world, { ...ANN_ENROLS, reference: 'bea', mobile: '0491 570 156', label: 'Bea' })

    expect(await patch(world, ann.id, { mobile: '0491 570 156' })).toMatchObject({ kind: 'invalid' })
    expect(await patch(world, ann.id, { mobile: '0491 570 156', label: 'Ann' })).toMatchObject({
      kind: 'done',
    })
    expect(await patch(world, ann.id, { label: null })).toMatchObject({ kind: 'invalid' })
  })

  it('of the zone moves texts and no visit', async () => {
    const { world, ann } = await annEnrolled()

    const outcome = await patch(world, ann.id, { timeZone: 'Australia/Perth' })

    expect(outcome).toMatchObject({ kind: 'done', value: { patient: { courses: ann.courses } } })
    expect(world.alarms.get(ann.id)).toBe(after(sydney('2026-11-24T10:00'), 3 * 60 * MINUTE))
  })

  it('shows on a dry run what it would do, and writes and links nothing', async () => {
    const { world, ann } = await annEnrolled()

    const outcome = await patch(world, ann.id, { mobile: '0491 570 156', timeZone: 'Australia/Perth' }, true)

    expect(outcome).toMatchObject({
      kind: 'done',
      value: { difference: { added: [{ id: 'W0@1.0.2' }], moved: expect.any(Array) } },
    })
    expect(await stored(world, ann.id)).toEqual(ann)
    expect(await world.store.phones.patients(BEAS_MOBILE)).toEqual([])
  })

  it('takes the belt off courses that run, and its nudges with it', async () => {
    const { world, ann } = await annEnrolled()

    await patch(world, ann.id, { belt: false })
    await passTime(world, sydney('2026-12-07T10:00'))

    expect(sentTo(world, ANNS_MOBILE).some((text) => text.startsWith('B1'))).toBe(false)
  })

  it.each<Omit<PatientChange, 'actor'>>([
    { mobile: '0491 570 006' },
    { timeZone: 'Australia/Sydney' },
    { belt: true },
    { fewerTexts: false },
    { label: null, givenName: null },
  ])('%o that she is already writes nothing', async (asked) => {
    const { world, ann } = await annEnrolled()

    await patch(world, ann.id, asked)

    expect(await stored(world, ann.id)).toEqual(ann)
  })

  it('is found for her clinic only', async () => {
    const { world, ann } = await annEnrolled()

    const outcome = await changePatient(
      world.services,
      OTHER_CLINIC,
      ann.id,
      { actor: 'api', belt: false },
      { dryRun: false },
    )

    expect(outcome).toEqual({ kind: 'not-found' })
  })

  it('writes who changed what', async () => {
    const { world, ann } = await annEnrolled()

    await patch(world, ann.id, { givenName: 'Annie', belt: false })

    expect((await stored(world, ann.id)).changes.at(-1)).toMatchObject({
      actor: 'api',
      what: 'changed givenName, belt',
    })
  })
})

it('enrols, moves, pauses and withdraws without ever logging a number or a name', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world, {
    ...ANN_ENROLS,
    givenName: 'Annabel',
    injections: visits('2026-12-01T10:00'),
  })
  await move(world, ann.id, '2026-12-03T15:00')
  await changeStanding(world.services, HARBOUR, ann.id, 'pause', { actor: 'api' })
  await enrol(world.services, HARBOUR, { ...ANN_ENROLS, mobile: '02 5550 1234' })
  await passTime(world, sydney('2026-12-10T10:00'))

  expect(world.lines.join()).not.toMatch(/Annabel|491570006|5550/)
})
