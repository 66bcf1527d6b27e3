import { describe, expect, it } from 'vitest'
import { changeInjection } from '../../lib/care/change-injection.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { clinicDay } from '../../lib/care/today/today.ts'
import { type PatientId, phoneNumber, textId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { MINUTE } from '../../lib/time/instant.ts'
import { localDate } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { makeWorld, OTHER_CLINIC, passTime, stored, type World } from './world.ts'

const BOBS_MOBILE = phoneNumber('+61491570156')
const BOB_ENROLS = {
  ...ANN_ENROLS,
  reference: 'bob',
  mobile: '0491 570 156',
  givenName: 'Bob',
  injections: visits('2026-12-03T09:00', '2027-01-14T09:00'),
}

/** Ann (visit Tue 1 Dec 10:00) and Bob (Thu 3 Dec 09:00), with everything that was due until then. */
async function dayAt(at: string) {
  const world = await makeWorld()
  const ann = await enrolled(world)
  const bob = await enrolled(world, BOB_ENROLS)
  await passTime(world, sydney(at))
  return { world, ann: ann.id, bob: bob.id }
}

let sids = 0
const hear = ({ services }: World, from: typeof BOBS_MOBILE, body: string) =>
  hearReply(services, { sid: `SMtoday${++sids}`, from, to: HARBOUR.sender, body })

const look = async (world: World) => clinicDay(world.services, HARBOUR)
const sections = async (world: World) => (await look(world)).sections

async function rewrite(world: World, id: PatientId, change: (patient: Patient) => Patient) {
  const patient = await stored(world, id)
  const list = await world.store.patients.list(HARBOUR.id, { limit: 100 })
  const summary = list.items.find((one) => one.id === id)
  if (summary === undefined) throw new Error(`${id} is not listed`)
  await world.store.patients.write(
    { ...change(patient), version: patient.version + 1 },
    summary,
    patient.version,
  )
}

const statesOf = async (world: World) =>
  (await sections(world)).visits.map(({ patient, state }) => `${patient.reference} ${state}`)

describe('coming visits', () => {
  it('are those up to the third working day, soonest first, with how each stands', async () => {
    const { world } = await dayAt('2026-11-30T09:00')

    expect((await sections(world)).visits).toMatchObject([
      { patient: { reference: 'ann' }, visit: { says: '2026-12-01T10:00' }, state: 'no-answer' },
      { patient: { reference: 'bob' }, visit: { says: '2026-12-03T09:00' }, state: 'no-answer' },
    ])
  })

  it('leave out a visit on the fourth working day', async () => {
    const { world } = await dayAt('2026-11-27T09:00')

    expect(await statesOf(world)).toEqual(['ann no-answer'])
  })

  it('count over days the clinic is closed', async () => {
    const { world } = await dayAt('2026-11-27T09:00')
    const closedDays = [localDate('2026-11-30')]
    const closed = { ...HARBOUR, opening: { ...HARBOUR.opening, closedDays } }

    const { sections: shown } = await clinicDay(world.services, closed)

    expect(shown.visits.map(({ patient }) => patient.reference)).toEqual(['ann', 'bob'])
  })

  it('are confirmed after a C, and wanted otherwise after an R with the task that says so', async () => {
    const { world } = await dayAt('2026-11-30T09:00')
    await hear(world, ANNS_MOBILE, 'C')
    await hear(world, BOBS_MOBILE, 'R')

    const { visits: shown } = await sections(world)

    expect(shown.map(({ state, task }) => [state, task?.kind])).toEqual([
      ['confirmed', undefined],
      ['wants-change', 'change'],
    ])
  })

  it('say whose last reminder did not arrive, who stopped, and who has not been asked yet', async () => {
    const { world, ann } = await dayAt('2026-11-30T09:00')
    await rewrite(world, ann, (patient) => {
      const r2 = patient.ledger[textId('R2@1.1.1')]
      if (r2 === undefined) throw new Error('R2 has not gone')
      return { ...patient, ledger: { ...patient.ledger, [textId('R2@1.1.1')]: { ...r2, state: 'failed' } } }
    })
    await hear(world, BOBS_MOBILE, 'STOP')
    await enrolled(world, {
      ...ANN_ENROLS,
      reference: 'cat',
      mobile: '0491 570 159',
      injections: visits('2026-12-01T16:00'),
    })

    expect(await statesOf(world)).toEqual(['ann reminder-undelivered', 'cat not-asked', 'bob opted-out'])
  })

  it('never say of somebody whose texts are on hold that she is still to be asked', async () => {
    const { world } = await dayAt('2026-11-30T09:00')
    const cat = await enrolled(world, {
      ...ANN_ENROLS,
      reference: 'cat',
      mobile: '0491 570 159',
      injections: visits('2026-12-01T16:00'),
    })

    await changeStanding(world.services, HARBOUR, cat.id, 'pause', { actor: 'Kim' })

    expect(await statesOf(world)).toContain('cat paused')
  })
})

describe('visits to close', () => {
  it('are those whose time has passed and that nobody marked, newest first', async () => {
    const { world, ann } = await dayAt('2026-12-03T12:00')

    const before = (await sections(world)).closeVisits.map(({ patient }) => patient.reference)
    await changeInjection(
      world.services,
      HARBOUR,
      ann,
      { actor: 'reception', course: 1, injection: 1, state: 'given' },
      { dryRun: false },
    )

    expect(before).toEqual(['bob', 'ann'])
    expect((await sections(world)).closeVisits.map(({ patient }) => patient.reference)).toEqual(['bob'])
  })

  it('are no longer asked for after two weeks: unmarked they count as given', async () => {
    const { world } = await dayAt('2026-12-16T10:00')

    expect((await sections(world)).closeVisits.map(({ patient }) => patient.reference)).toEqual(['bob'])
  })
})

describe('what needs a person', () => {
  it('is every open escalation, nobody’s first, then the worse, in the patient’s own words', async () => {
    const { world, ann } = await dayAt('2026-12-02T11:00')
    await hear(world, ANNS_MOBILE, 'fever and the spot is weeping')
    await hear(world, BOBS_MOBILE, 'I cannot breathe')

    const { needsPerson } = await sections(world)

    expect(needsPerson.map(({ patient, escalation }) => [patient.reference, escalation.words])).toEqual([
      ['bob', 'I cannot breathe'],
      ['ann', 'fever and the spot is weeping'],
    ])
    expect(needsPerson[1]?.patient).toMatchObject({ id: ann, mobile: ANNS_MOBILE })
  })

  it('is also somebody who wrote from a number nobody has', async () => {
    const { world } = await dayAt('2026-12-02T11:00')
    await hear(world, phoneNumber('+61491570158'), 'hello')
    await hear(world, phoneNumber('+61491570110'), 'I cannot breathe')

    expect((await sections(world)).needsPerson).toMatchObject([
      { patient: { stranger: true, mobile: '+61491570110' } },
    ])
  })
})

describe('questions', () => {
  it('show what was written, every message that belongs to the task', async () => {
    const { world } = await dayAt('2026-12-02T11:00')
    await hear(world, ANNS_MOBILE, 'purple elephants dance')
    world.clock.advance(MINUTE)
    await hear(world, ANNS_MOBILE, 'and they sing')

    expect((await sections(world)).questions).toMatchObject([
      {
        patient: { reference: 'ann' },
        task: { kind: 'unknown' },
        words: 'purple elephants dance\nand they sing',
      },
    ])
  })
})

describe('questions after STOP', () => {
  it('show every message that a person must answer, whatever it is about', async () => {
    const { world } = await dayAt('2026-12-02T11:00')
    const said = ['STOP', 'when is my appointment', 'can i take nurofen', 'thanks']
    for (const body of said) {
      world.clock.advance(MINUTE)
      await hear(world, ANNS_MOBILE, body)
    }

    expect((await sections(world)).questions).toMatchObject([
      { task: { kind: 'unknown' }, words: 'when is my appointment\ncan i take nurofen' },
    ])
  })
})

describe('a question', () => {
  it('is shown of a patient with no visit near', async () => {
    const { world } = await dayAt('2026-12-20T10:00')
    await hear(world, ANNS_MOBILE, 'purple elephants dance')

    const { questions, visits: near, closeVisits } = await sections(world)

    expect([near, closeVisits]).toEqual([[], []])
    expect(questions).toMatchObject([{ patient: { reference: 'ann' }, words: 'purple elephants dance' }])
  })
})

describe('numbers and consent', () => {
  it('list a STOP with the visit she will not be reminded of, apart from the questions', async () => {
    const { world } = await dayAt('2026-11-30T09:00')
    await hear(world, BOBS_MOBILE, 'STOP')

    const { numbersAndConsent, questions } = await sections(world)

    expect(numbersAndConsent).toMatchObject([
      {
        patient: { reference: 'bob' },
        reason: 'stopped',
        nextVisit: '2026-12-03T09:00',
        task: { kind: 'stopped' },
      },
    ])
    expect(questions).toEqual([])
  })

  it('no longer say of somebody who sent START that she gets no texts, nor close what a person may be doing', async () => {
    const { world, bob } = await dayAt('2026-11-30T09:00')
    await hear(world, BOBS_MOBILE, 'STOP')
    world.clock.advance(MINUTE)
    await hear(world, BOBS_MOBILE, 'START')
    const startedAt = world.clock.now()

    const [row] = (await sections(world)).numbersAndConsent
    expect(row).toMatchObject({ reason: 'stopped', textsAgainAt: startedAt, task: { kind: 'stopped' } })
    expect(row).not.toHaveProperty('nextVisit')

    await hear(world, BOBS_MOBILE, 'STOP')

    const [again] = (await sections(world)).numbersAndConsent
    expect(again).toMatchObject({ reason: 'stopped', nextVisit: '2026-12-03T09:00' })
    expect(again).not.toHaveProperty('textsAgainAt')
    expect((await stored(world, bob)).tasks).not.toMatchObject([{ textsAgainAt: expect.anything() }])
  })

  it('list a wrong number', async () => {
    const { world } = await dayAt('2026-11-30T09:00')
    await hear(world, BOBS_MOBILE, 'wrong number mate')

    expect((await sections(world)).numbersAndConsent).toMatchObject([
      { reason: 'wrong', task: { kind: 'wrong' } },
    ])
  })
})

describe('scores before a visit', () => {
  it('set the latest score beside the one she began with', async () => {
    const world = await makeWorld({
      ...HARBOUR,
      protocolSettings: { ...HARBOUR.protocolSettings, baselinePain: true },
    })
    await enrolled(world)
    await passTime(world, sydney('2026-11-30T17:35'))
    await hear(world, ANNS_MOBILE, '7')
    await passTime(world, sydney('2026-12-29T11:00'))
    await hear(world, ANNS_MOBILE, '3')
    await passTime(world, sydney('2027-01-11T17:35'))
    await hear(world, ANNS_MOBILE, '2')

    expect((await sections(world)).scoresBeforeVisit).toMatchObject([
      {
        patient: { reference: 'ann' },
        visit: { says: '2027-01-12T10:00' },
        baseline: 2,
        latest: { step: 'P2', value: 3 },
        first: 7,
      },
    ])
  })
})

describe('the strip', () => {
  it('counts what went today and what is still to come', async () => {
    const { world } = await dayAt('2026-11-26T09:00')

    expect((await look(world)).strip).toMatchObject({
      sending: 'normal',
      lastSent: sydney('2026-11-24T10:00'),
      sentToday: 0,
      dueToday: 2,
      late: 0,
      open: true,
      closes: '2026-11-26T17:00',
    })
    await passTime(world, sydney('2026-11-26T12:00'))
    expect((await look(world)).strip).toMatchObject({ sentToday: 2, dueToday: 2 })
  })

  it('says when a closed clinic opens and whether a red flag would alert somebody now', async () => {
    const { world } = await dayAt('2026-11-28T09:00')

    const { strip } = await look(world)

    expect(strip).toMatchObject({ open: false, opens: '2026-11-30T08:30', tier2AlertsNow: true })
  })

  it('says that texts are late when nobody has looked after a patient in time', async () => {
    const { world } = await dayAt('2026-11-24T09:00')
    world.clock.set(sydney('2026-11-24T10:03'))

    expect((await look(world)).strip).toMatchObject({ sending: 'late', late: 1 })
  })

  it('says at once that a text has no answer from Twilio, and does not count it as sent', async () => {
    const { world } = await dayAt('2026-11-24T09:00')
    world.scripts.push('lost')
    await passTime(world, sydney('2026-11-24T10:00'))

    expect((await look(world)).strip).toMatchObject({
      ...{ sending: 'stuck', stuck: 1, unanswered: 1 },
      ...{ dueToday: 1, sentToday: 0, late: 0 },
    })
  })

  it('says that a text is stuck which Twilio did not take and which is tried again', async () => {
    const { world } = await dayAt('2026-11-24T09:00')
    world.scripts.push({ kind: 'refused', failure: 'retry', code: 20429 })
    await passTime(world, sydney('2026-11-24T10:00'))

    expect((await look(world)).strip).toMatchObject({
      ...{ sending: 'stuck', stuck: 1, unanswered: 0 },
      ...{ dueToday: 1, sentToday: 0, late: 0 },
    })
  })

  it('says that Twilio refuses the sender, and lists what waits for it', async () => {
    const { world } = await dayAt('2026-11-24T09:00')
    world.scripts.push({ kind: 'refused', failure: 'operators', code: 21606 })
    await passTime(world, sydney('2026-11-24T10:04'))

    const { strip, sections: shown } = await look(world)

    expect(strip).toMatchObject({ sending: 'refused', since: sydney('2026-11-24T10:00'), late: 1 })
    expect(shown.stuck).toMatchObject([
      {
        patient: { reference: 'ann' },
        id: 'R1@1.1.1',
        state: 'held',
        entry: { due: sydney('2026-11-24T10:00') },
      },
    ])
  })
})

describe('a clinic with many patients', () => {
  it('has only the documents opened that have to do with today', async () => {
    const { world, ann, bob } = await dayAt('2026-11-30T09:00')
    await enrolled(world, {
      ...ANN_ENROLS,
      reference: 'cat',
      mobile: '0491 570 159',
      injections: visits('2027-03-02T10:00'),
    })
    const opened: PatientId[] = []
    const readMany = async (ids: readonly PatientId[]) => {
      opened.push(...ids)
      return world.store.patients.readMany(ids)
    }

    await clinicDay({ ...world.services, patients: { ...world.store.patients, readMany } }, HARBOUR)

    expect(opened).toEqual([ann, bob])
  })

  it('sees nothing of another clinic', async () => {
    const { world } = await dayAt('2026-11-30T09:00')

    const { sections: shown, strip } = await clinicDay(world.services, OTHER_CLINIC)

    expect(Object.values(shown).flat()).toEqual([])
    expect(strip).toMatchObject({ dueToday: 0, sentToday: 0 })
  })
})
