import { describe, expect, it } from 'vitest'
import { resolveEscalation } from '../../lib/care/acknowledge.ts'
import { changeInjection } from '../../lib/care/change-injection.ts'
import { changePatient } from '../../lib/care/change-patient.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { wake } from '../../lib/care/wake.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { isOpen } from '../../lib/patient/escalation.ts'
import {
  type PatientId,
  type PhoneNumber,
  patientId,
  phoneNumber,
  textId,
} from '../../lib/patient/identifiers.ts'
import type { PainScore, Patient } from '../../lib/patient/patient.ts'
import { DAY, HOUR, MINUTE } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { entryOf, makeWorld, OTHER_CLINIC, passTime, sentTo, stored, taskIds, type World } from './world.ts'

let sids = 0
const hear = (
  world: World,
  body: string,
  { from = ANNS_MOBILE, to = HARBOUR.sender, sid = `SMin${++sids}` } = {},
) => hearReply(world.services, { sid, from, to, body })

/** Ann at a time, with every text until then sent, in a clinic that answers all keywords itself. */
async function annAt(at: string, clinic: Clinic = SERVICE) {
  const world = await makeWorld(clinic)
  const { id } = await enrolled(world)
  await passTime(world, sydney(at))
  return { world, id }
}

const SERVICE = { ...HARBOUR, keywordAnswers: 'service' as const }
const AFTER_R1 = '2026-11-24T10:05'
/** Our words, of which the carrier is to report whether they arrived. */
const says = (words: string) => ({
  answer: expect.stringContaining(words),
  reported: { patientId: expect.any(String), reply: expect.stringMatching(/^SM/) },
})
/** A mere thanks: nobody asks whether it arrived. */
const thanks = (words: string) => ({ answer: expect.stringContaining(words) })
const tasksOf = async (world: World, id: PatientId) => taskIds(await stored(world, id))
const NONSENSE = 'purple elephants dance'

describe('C', () => {
  it('confirms the visit last asked about, in her words', async () => {
    const { world, id } = await annAt(AFTER_R1)

    const heard = await hear(world, 'c')

    expect(heard).toEqual(says('you are confirmed for Tue 1 Dec at 10:00am'))
    const ann = await stored(world, id)
    expect(ann.courses[0]?.injections[0]).toMatchObject({ state: 'confirmed', visit: 1 })
    expect(ann.ledger[textId('R1@1.1.1')]?.answered).toMatchObject({ value: 'C' })
  })

  it.each(['y', 'Yes!'])('may be said as %s after a reminder', async (body) => {
    const { world, id } = await annAt(AFTER_R1)

    await hear(world, body)

    expect((await stored(world, id)).courses[0]?.injections[0]?.state).toBe('confirmed')
  })

  it('does not confirm a visit whose move she has not been told yet', async () => {
    const { world, id } = await annAt(AFTER_R1)
    const asked = { actor: 'api', course: 1, injection: 1, at: localDateTime('2026-12-03T15:00') }
    await changeInjection(world.services, HARBOUR, id, asked, { dryRun: false })

    const heard = await hear(world, 'C')

    expect(heard).toEqual(says('our team will read this'))
    expect((await stored(world, id)).courses[0]?.injections[0]?.state).toBe('booked')
    expect(await tasksOf(world, id)).toContain('unknown')
  })

  it('confirms it once she has been told', async () => {
    const { world, id } = await annAt(AFTER_R1)
    const asked = { actor: 'api', course: 1, injection: 1, at: localDateTime('2026-12-03T15:00') }
    await changeInjection(world.services, HARBOUR, id, asked, { dryRun: false })
    await passTime(world, sydney('2026-11-24T10:30'))

    expect(await hear(world, 'C')).toEqual(says('Thu 3 Dec at 3:00pm'))
  })

  it('does not confirm a visit she has never heard of', async () => {
    const { world, id } = await annAt('2026-11-23T15:00')

    await hear(world, 'C')

    expect((await stored(world, id)).courses[0]?.injections[0]?.state).toBe('booked')
  })

  it('after the news of a cancellation does not confirm the next visit', async () => {
    const { world, id } = await annAt(AFTER_R1)
    await changeInjection(
      world.services,
      HARBOUR,
      id,
      { actor: 'api', course: 1, injection: 1, state: 'cancelled' },
      { dryRun: false },
    )
    await passTime(world, sydney('2026-11-24T11:00'))

    await hear(world, 'C')

    expect((await stored(world, id)).courses[0]?.injections.map(({ state }) => state)).toEqual([
      ...['cancelled', 'booked', 'booked'],
    ])
  })
})

describe('R', () => {
  it('changes nothing and promises a call, with a task', async () => {
    const { world, id } = await annAt(AFTER_R1)

    expect(await hear(world, 'R')).toEqual(says('Your visit is not changed yet. We will call you'))

    expect(await tasksOf(world, id)).toEqual(['change:1.1.1'])
    expect((await stored(world, id)).courses[0]?.injections[0]?.state).toBe('booked')
  })

  it('in the last day asks her to call', async () => {
    const { world } = await annAt('2026-11-30T12:00')

    expect(await hear(world, 'R')).toEqual(says('Your visit is very soon'))
  })

  it('sent twice is one task', async () => {
    const { world, id } = await annAt(AFTER_R1)

    await hear(world, 'R')
    await hear(world, 'r')

    expect(await tasksOf(world, id)).toEqual(['change:1.1.1'])
  })
})

describe('a number', () => {
  it.each([
    ['2', thanks('noted 2 out of 10. Keep going')],
    ['3', thanks('noted 3 out of 10. Keep going')],
    ['4', says('noted 4 out of 10. Use the pain relief your doctor advised')],
    ['7', says('noted 7 out of 10. Use the pain relief your doctor advised')],
    ['8', says('noted 8 out of 10. That is a lot')],
    ['10', says('noted 10 out of 10. That is a lot')],
  ])('%s after a pain check is answered by how bad it is', async (body, answer) => {
    const { world, id } = await annAt('2026-12-04T10:05')

    expect(await hear(world, body)).toEqual(answer)

    const ann = await stored(world, id)
    expect(ann.pain).toMatchObject([{ value: Number(body), asked: 'P1a@1.1.1' }])
    expect(ann.ledger[textId('P1a@1.1.1')]?.answered?.value).toBe(body)
    expect(ann.escalations).toHaveLength(Number(body) >= 8 ? 1 : 0)
  })

  it('a week and more after the last check is noted, but answers no check', async () => {
    const { world, id } = await annAt('2026-12-12T10:05')

    await hear(world, '5')

    expect((await stored(world, id)).pain).toEqual([{ at: world.clock.now(), value: 5 }])
  })

  it('keeps one open follow-up of pain and starts its clock when the clinic opens', async () => {
    const { world, id } = await annAt('2026-12-05T02:00')

    await hear(world, '9')
    await hear(world, '10')

    const { escalations } = await stored(world, id)
    expect(escalations).toHaveLength(1)
    expect(escalations[0]).toMatchObject({ startsAt: sydney('2026-12-07T08:30') })
    expect(escalations[0]?.tier).toBeUndefined()
  })

  it.each([
    ['6 at the check of day 28', '2026-12-29T10:05', '6', 1],
    ['5 at the check of day 28', '2026-12-29T10:05', '5', 0],
    ['6 at the check of day 14', '2026-12-15T10:05', '6', 0],
  ])('%s is high or not', async (_, at, body, escalations) => {
    const { world, id } = await annAt(at)

    await hear(world, body)

    expect((await stored(world, id)).escalations).toHaveLength(escalations)
  })

  it.each([
    ['three worse', '5', 1],
    ['two worse', '4', 0],
  ])('%s than at the same check of the injection before is high from day 14 on', async (_, body, escalations) => {
    const { world, id } = await annAt('2027-02-09T10:05')
    await keepPain(world, id, { at: sydney('2026-12-29T11:00'), value: 2, asked: textId('P2@1.1.1') })

    await hear(world, body)

    expect((await stored(world, id)).pain.at(-1)).toMatchObject({ asked: 'P2@1.2.1' })
    expect((await stored(world, id)).escalations).toHaveLength(escalations)
  })

  it('three worse at the check of day 3 is not: it flares first', async () => {
    const { world, id } = await annAt('2027-01-15T10:05')
    await keepPain(world, id, { at: sydney('2026-12-04T11:00'), value: 2, asked: textId('P1a@1.1.1') })

    await hear(world, '6')

    expect((await stored(world, id)).escalations).toEqual([])
  })
})

async function keepPain(world: World, id: PatientId, score: PainScore): Promise<void> {
  const ann = await stored(world, id)
  const summary = { id, reference: 'ann', state: 'active' as const, openEscalations: 0, openTasks: 0 }
  await world.store.patients.write({ ...ann, pain: [score], version: ann.version + 1 }, summary, ann.version)
}

describe('Y and N', () => {
  it.each([
    ['Y', '2026-12-06T08:05', thanks('thanks, noted.'), 'B1a@1.1.1'],
    ['N', '2026-12-06T08:05', says('If the belt rubs'), 'B1a@1.1.1'],
    ['Y', '2026-12-11T17:35', thanks('Keep to the pace your physio set'), 'X1@1.1.1'],
    ['N', '2026-12-11T17:35', says('Start small'), 'X1@1.1.1'],
  ])('%s at %s answers the nudge', async (body, at, answer, text) => {
    const { world, id } = await annAt(at)

    expect(await hear(world, body)).toEqual(answer)

    expect((await entryOf(world, id, text)).answered?.value).toBe(body)
  })

  it('after a pain check asks for one number', async () => {
    const { world } = await annAt('2026-12-04T10:05')

    expect(await hear(world, 'no')).toEqual(says('we need one number from 0'))
  })

  it('after no question are read by a person', async () => {
    const { world, id } = await annAt('2026-11-23T15:00')

    await hear(world, 'y')

    expect(await tasksOf(world, id)).toEqual(['unknown'])
  })
})

describe('LESS and MORE', () => {
  it('leave nudges and checks out and bring back what is not due yet', async () => {
    const { world, id } = await annAt('2026-12-03T12:00')

    expect(await hear(world, 'less')).toEqual(says('fewer texts'))
    await passTime(world, sydney('2026-12-06T12:00'))
    expect(await hear(world, 'more')).toEqual(says('you will get all texts again'))
    await passTime(world, sydney('2026-12-11T18:00'))

    expect(await entryOf(world, id, 'B1a@1.1.1')).toMatchObject({ state: 'skipped', reason: 'fewer' })
    expect(sentTo(world, ANNS_MOBILE)).toContain('X1@1.1.1')
  })
})

describe('what is not understood', () => {
  it('is read by a person, and she is told so', async () => {
    const { world, id } = await annAt(AFTER_R1)

    expect(await hear(world, NONSENSE)).toEqual(says('our team will read this'))

    expect(await tasksOf(world, id)).toEqual(['unknown'])
  })

  it('is told so once in four hours, however much is written', async () => {
    const { world } = await annAt(AFTER_R1)
    const answers = []

    for (let count = 0; count < 40; count += 1) {
      answers.push((await hear(world, `${NONSENSE} ${count}`)).answer)
      world.clock.advance(5 * MINUTE)
    }
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1)
    world.clock.advance(HOUR)

    expect(await hear(world, NONSENSE)).toEqual(says('our team will read this'))
  })

  it.each(['Thanks', 'ok', 'OK thank you!'])('does not include %s: nobody answers that', async (body) => {
    const { world, id } = await annAt(AFTER_R1)

    expect(await hear(world, body)).toEqual({})

    expect(await tasksOf(world, id)).toEqual([])
  })

  it('keeps the document under 100 KB through 5,000 replies', { timeout: 120_000 }, async () => {
    const { world, id } = await annAt('2026-12-04T10:05')
    const bodies = [NONSENSE, 'C', 'R', '9', 'Y', 'LESS', 'MORE', 'x'.repeat(1600)]

    for (let count = 0; count < 5000; count += 1) await hear(world, bodies[count % bodies.length] ?? '')

    expect(Buffer.byteLength(JSON.stringify(await stored(world, id)))).toBeLessThan(100_000)
  })

  it('keeps the document under 100 KB through red flag after red flag, in a script of three bytes a letter', async () => {
    const { world, id } = await annAt('2026-12-04T10:05')
    const letters = '漢'.repeat(1570)
    for (let flag = 1; flag <= 25; flag += 1) {
      for (let line = 0; line < 6; line += 1)
        await hear(world, `i cant feel my bum ${flag}.${line} ${letters}`)
      const { clinicId, escalations } = await stored(world, id)
      const seq = escalations.at(-1)?.seq ?? 0
      await resolveEscalation(world.services, { patientId: id, clinicId }, seq, {
        by: 'Kim',
        outcome: 'seen',
      })
      world.clock.advance(2 * DAY)
    }

    const patient = await stored(world, id)
    expect(patient.escalations.length).toBeGreaterThan(10)
    expect(Buffer.byteLength(JSON.stringify(patient))).toBeLessThan(100_000)
  })
})

describe('a repeated message', () => {
  it.each([
    'C',
    'R',
    '9',
    NONSENSE,
    'LESS',
    'stop please',
  ])('%s gets the same answer and changes nothing', async (body) => {
    const { world, id } = await annAt(AFTER_R1)
    const first = await hear(world, body, { sid: 'SMsame' })
    const before = await stored(world, id)
    world.clock.advance(DAY)

    const again = await hear(world, body, { sid: 'SMsame' })

    expect(again).toEqual(first)
    expect(await stored(world, id)).toEqual(before)
  })

  it('is known although 20 newer ones have pushed it out of the document', async () => {
    const { world, id } = await annAt('2026-12-04T10:05')
    const first = await hear(world, '4', { sid: 'SMsame' })
    for (let count = 0; count < 25; count += 1) await hear(world, 'thanks')

    const again = await hear(world, '4', { sid: 'SMsame' })

    expect(again).toEqual(first)
    expect((await stored(world, id)).pain).toHaveLength(1)
  })

  it('of START does not undo the STOP that came after it', async () => {
    const { world, id } = await annAt(AFTER_R1)
    await hear(world, 'START', { sid: 'SMstart' })
    await hear(world, 'STOP')

    await hear(world, 'START', { sid: 'SMstart' })

    expect((await stored(world, id)).optedOut).toBeDefined()
    expect(await world.store.phones.optOut(ANNS_MOBILE)).toBeDefined()
  })

  it('completes the record of the second patient on a phone when the first try stopped after the first', async () => {
    const { world, jo, mia } = await family()
    await hear(world, 'STOP', { from: SHARED, sid: 'SMsame' })
    const effects = world.touched.length
    const again = await family()
    again.world.stopAt(effects - world.touched.indexOf('clinics.clinicOfSender') - 1, 'before')

    await hear(again.world, 'STOP', { from: SHARED, sid: 'SMsame' }).catch(() => undefined)
    again.world.restart()
    await hear(again.world, 'STOP', { from: SHARED, sid: 'SMsame' })

    for (const { id } of [jo, mia]) {
      expect((await stored(again.world, id)).replies.map(({ sid }) => sid)).toEqual(['SMsame'])
      expect(await again.world.store.evidence.reply(id, 'SMsame')).toMatchObject({ text: 'STOP' })
    }
  })

  it('keeps all of a long message as evidence, and its beginning in the document', async () => {
    const { world, id } = await annAt(AFTER_R1)
    const long = `${NONSENSE} `.repeat(40)

    await hear(world, long, { sid: 'SMlong' })

    expect((await stored(world, id)).replies[0]?.text).toHaveLength(320)
    expect(await world.store.evidence.reply(id, 'SMlong')).toMatchObject({ text: long })
  })
})

describe('STOP', () => {
  it.each([
    'STOP',
    'stop',
    'Stop please',
    'UNSUBSCRIBE',
    'quit',
    'END',
    'revoke',
    'optout',
    'stopall',
    'CANCEL',
  ])('%s ends all texts', async (body) => {
    const { world, id } = await annAt(AFTER_R1)

    await hear(world, body)
    const went = world.carrier.length
    await passTime(world, sydney('2026-12-10T12:00'))

    expect(world.carrier).toHaveLength(went)
    expect(await world.store.phones.optOut(ANNS_MOBILE)).toMatchObject({ reason: 'stop' })
    expect(await tasksOf(world, id)).toEqual(expect.arrayContaining(['stopped']))
    expect(await entryOf(world, id, 'R2@1.1.1')).toMatchObject({ state: 'skipped', reason: 'opted-out' })
  })

  it('is answered by Twilio where Twilio answers keywords, and by us where it does not know the words', async () => {
    const { world } = await annAt(AFTER_R1, HARBOUR)

    expect(await hear(world, 'HELP')).toEqual({})
    expect(await hear(world, 'STOP')).toEqual({})
    expect(await hear(world, 'START')).toEqual({})
    expect(await hear(world, 'stop please')).toEqual(says('texts are off now'))
  })

  it('is answered by us where the clinic says so', async () => {
    const { world } = await annAt(AFTER_R1)

    expect(await hear(world, 'HELP')).toEqual(says('reply C or R for a visit'))
    expect(await hear(world, 'STOP')).toEqual(says('texts are off now'))
    expect(await hear(world, 'START')).toEqual(says('welcome back'))
  })

  it('crosses clinics and courses', async () => {
    const { world, id } = await annAt(AFTER_R1)
    const elsewhere = await enrolled(world, ANN_ENROLS, OTHER_CLINIC)

    await hear(world, 'STOP')

    for (const one of [id, elsewhere.id])
      expect((await stored(world, one)).optedOut).toMatchObject({ reason: 'stop' })
  })

  it('by CANCEL asks staff of the clinic written to about her visit', async () => {
    const { world, id } = await annAt(AFTER_R1)

    await hear(world, 'cancel')

    expect(await tasksOf(world, id)).toEqual(['stopped', 'change'])
  })

  it('with no visit booked needs no person', async () => {
    const world = await makeWorld(SERVICE)
    const { id } = await enrolled(world, { ...ANN_ENROLS, injections: visits('2026-12-01T10:00') })
    await passTime(world, sydney('2026-12-20T12:00'))

    await hear(world, 'STOP')

    expect(await tasksOf(world, id)).toEqual([])
  })

  it('waits until a text that was just claimed has gone or cannot go any more', async () => {
    const { world, id } = await annAt('2026-11-24T09:59')
    world.clock.set(sydney('2026-11-24T10:00'))
    let went: number | undefined
    world.before('texting.send', async () => {
      await hear(world, 'STOP')
      went = world.carrier.length
    })

    await wake(world.services, { patientId: id, clinicId: HARBOUR.id })

    // The sender was held up until STOP was answered: its claim had run out by then.
    expect(went).toBe(1)
    expect(world.clock.now()).toBeGreaterThanOrEqual(sydney('2026-11-24T10:00') + 10_000)
  })

  it('stops a text that has been claimed but not checked yet', async () => {
    const { world, id } = await annAt('2026-11-24T09:59')
    world.clock.set(sydney('2026-11-24T10:00'))
    world.before('phones.optOut', () =>
      world.store.phones.recordOptOut(ANNS_MOBILE, { at: world.clock.now(), reason: 'stop' }),
    )

    await wake(world.services, { patientId: id, clinicId: HARBOUR.id })

    expect(await entryOf(world, id, 'R1@1.1.1')).toMatchObject({ state: 'skipped', reason: 'opted-out' })
    expect(await stored(world, id)).toMatchObject({ optedOut: { reason: 'stop' } })
    expect(await tasksOf(world, id)).toEqual(['stopped'])
  })

  it('is undone by START only, and what fell due meanwhile stays skipped', async () => {
    const { world, id } = await annAt('2026-11-28T12:00')
    await hear(world, 'STOP')
    await passTime(world, sydney('2026-11-29T12:00'))
    for (const body of ['yes', 'MORE', 'C', 'HELP']) await hear(world, body)
    expect((await stored(world, id)).optedOut).toBeDefined()

    await hear(world, 'START')
    await passTime(world, sydney('2026-12-01T19:00'))

    expect(await entryOf(world, id, 'R2@1.1.1')).toMatchObject({ state: 'skipped', reason: 'opted-out' })
    expect(sentTo(world, ANNS_MOBILE).at(-1)).toBe('F1@1.1.1')
  })

  it('silences answers, but what she says counts and staff see it', async () => {
    const { world, id } = await annAt('2026-12-04T10:05')
    await hear(world, 'STOP')

    expect(await hear(world, '9')).toEqual({})
    expect(await hear(world, 'Thanks')).toEqual({})

    const ann = await stored(world, id)
    expect(ann.pain).toMatchObject([{ value: 9 }])
    expect(ann.escalations.filter(isOpen)).toHaveLength(1)
    expect(taskIds(ann)).toContain('unknown')
  })

  it('followed by thanks makes no work for staff', async () => {
    const { world, id } = await annAt(AFTER_R1)
    await hear(world, 'STOP')

    await hear(world, 'thanks')

    expect(await tasksOf(world, id)).toEqual(['stopped'])
  })

  it('from a number nobody has is remembered and answered', async () => {
    const world = await makeWorld(SERVICE)
    const from = phoneNumber('+61491570999')

    expect(await hear(world, 'STOP', { from })).toEqual(says('texts are off now'))
    expect(await hear(world, NONSENSE, { from })).toEqual({})

    expect(await world.store.phones.optOut(from)).toMatchObject({ reason: 'stop' })
  })

  it('of the old number leaves a patient alone who has changed hers meanwhile', async () => {
    const { world, id } = await annAt(AFTER_R1)
    world.before('phones.recordOptOut', () =>
      changePatient(world.services, HARBOUR, id, { actor: 'api', mobile: '0491 570 156' }, { dryRun: false }),
    )

    await hear(world, 'STOP')

    expect((await stored(world, id)).optedOut).toBeUndefined()
  })
})

describe('WRONG', () => {
  it('ends texts to the number, says sorry, and opens a task', async () => {
    const { world, id } = await annAt(AFTER_R1)

    expect(await hear(world, 'WRONG')).toEqual(says('We will not text this number again'))

    expect(await world.store.phones.optOut(ANNS_MOBILE)).toMatchObject({ reason: 'wrong' })
    expect(await tasksOf(world, id)).toEqual(['wrong'])
  })

  it('after STOP still tells staff that the number is not hers', async () => {
    const { world, id } = await annAt(AFTER_R1)
    await hear(world, 'STOP')

    await hear(world, 'WRONG')

    expect(await tasksOf(world, id)).toEqual(['stopped', 'wrong'])
  })

  it('is mended by a new number, which is welcomed, while the old one stays silent', async () => {
    const { world, id } = await annAt(AFTER_R1)
    await hear(world, 'WRONG')

    await changePatient(
      world.services,
      HARBOUR,
      id,
      { actor: 'api', mobile: '0491 570 156' },
      { dryRun: false },
    )
    await passTime(world, sydney('2026-11-25T12:00'))
    const heard = await hear(world, 'the weather is nice')

    expect(sentTo(world, phoneNumber('+61491570156'))).toEqual(['W0@1.0.2'])
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', 'R1@1.1.1'])
    expect(heard).toEqual({})
  })
})

const SHARED = phoneNumber('+61491570156')

async function family(): Promise<{ world: World; jo: Patient; mia: Patient }> {
  const world = await makeWorld(SERVICE)
  const jo = await enrolled(world, { ...ANN_ENROLS, reference: 'jo', mobile: SHARED, label: 'Jo' })
  const mia = await enrolled(world, { ...ANN_ENROLS, reference: 'mia', mobile: SHARED, label: 'Jo Ann' })
  await passTime(world, sydney('2026-12-04T10:10'))
  return { world, jo, mia }
}

const painOf = async (world: World, { id }: Patient) =>
  (await stored(world, id)).pain.map(({ value }) => value)
const byPhone = (from: PhoneNumber) => ({ from })

describe('a shared phone', () => {
  it.each(['Jo 7', 'jo: 7', 'JO, 7', 'Jo-7'])('hears %s as Jo, without her label', async (body) => {
    const { world, jo, mia } = await family()

    expect(await hear(world, body, byPhone(SHARED))).toEqual(says('noted 7 out of 10'))

    expect([await painOf(world, jo), await painOf(world, mia)]).toEqual([[7], []])
  })

  it('hears the longer of two labels that fit', async () => {
    const { world, jo, mia } = await family()

    await hear(world, 'Jo Ann 7', byPhone(SHARED))

    expect([await painOf(world, jo), await painOf(world, mia)]).toEqual([[], [7]])
  })

  it.each(['7', 'Joanna 7', 'Jo7', 'Jo'])('asks who it is when %s tells nobody', async (body) => {
    const { world, jo, mia } = await family()

    const heard = await hear(world, body, byPhone(SHARED))

    expect(heard).toEqual(says('who is this for?'))
    expect([await painOf(world, jo), await painOf(world, mia)]).toEqual([[], []])
  })

  it('leaves what nobody can attribute or understand to staff as well', async () => {
    const { world, jo, mia } = await family()

    await hear(world, NONSENSE, byPhone(SHARED))

    expect([await tasksOf(world, jo.id), await tasksOf(world, mia.id)]).toEqual([['unknown'], ['unknown']])
  })

  it('stops both on an unlabelled STOP', async () => {
    const { world, jo, mia } = await family()

    await hear(world, 'STOP', byPhone(SHARED))

    for (const { id } of [jo, mia]) expect((await stored(world, id)).optedOut).toBeDefined()
  })

  it('is one patient again when the other has withdrawn', async () => {
    const { world, jo, mia } = await family()
    await changeStanding(world.services, HARBOUR, mia.id, 'withdraw', { actor: 'api' })

    expect(await hear(world, '7', byPhone(SHARED))).toEqual(says('noted 7 out of 10'))

    expect(await painOf(world, jo)).toEqual([7])
  })

  it('raises a red flag for both, and for the second one too when the first try stopped between them', async () => {
    const FEVER = 'i have a fever again and the spot is weeping'
    const words = { from: SHARED, sid: 'SMflag' }
    const whole = await feverishFamily()
    const start = whole.world.touched.length
    expect(await hear(whole.world, FEVER, words)).toEqual(expect.objectContaining(says('please call us now')))
    const effects = whole.world.touched.length - start

    for (let effect = 1; effect <= effects; effect += 1) {
      const { world, jo, mia } = await feverishFamily()
      world.stopAt(effect, 'after')
      await hear(world, FEVER, words).catch(() => undefined)
      world.restart()
      await hear(world, FEVER, words)

      for (const { id } of [jo, mia]) {
        const { escalations } = await stored(world, id)
        expect(escalations.filter(isOpen), `stopped after effect ${effect}`).toHaveLength(2)
      }
    }
  })
})

/** Both have a red flag open that somebody has taken on: more words of it raise a new one. */
async function feverishFamily() {
  const { world, jo, mia } = await family()
  for (const { id } of [jo, mia]) {
    const patient = await stored(world, id)
    const at = world.clock.now()
    const flag = { seq: 1, tier: 2 as const, at, words: 'fever', replies: [], startsAt: at, alerted: [] }
    const escalations = [{ ...flag, acknowledged: { at, by: 'A' } }]
    const summary = { id, reference: 'x', state: 'active' as const, openEscalations: 1, openTasks: 0 }
    await world.store.patients.write(
      { ...patient, escalations, version: patient.version + 1 },
      summary,
      patient.version,
    )
  }
  return { world, jo, mia }
}

it('hears nothing for a number that is no clinic, or from one that is no phone', async () => {
  const { world } = await annAt(AFTER_R1)

  expect(await hear(world, 'STOP', { to: phoneNumber('+61480000111') })).toEqual({})
  expect(
    await hearReply(world.services, { sid: 'SMx', from: 'Telstra', to: HARBOUR.sender, body: 'STOP' }),
  ).toEqual({})

  expect(await world.store.phones.optOut(ANNS_MOBILE)).toBeUndefined()
})

it('never logs a number or her words', async () => {
  const { world } = await annAt(AFTER_R1)

  for (const body of [NONSENSE, 'STOP', '9', 'WRONG']) await hear(world, body)

  expect(world.lines.join()).not.toMatch(/elephants|491570006/)
})

it('knows a stranger from a patient', async () => {
  const world = await makeWorld(SERVICE)

  const heard = await hear(world, NONSENSE, byPhone(phoneNumber('+61491570999')))

  expect(heard).toEqual(says('our team will read this'))
  const stranger = await world.store.phones.strangerId(HARBOUR.id, phoneNumber('+61491570999'))
  expect(await tasksOf(world, patientId(stranger))).toEqual(['unknown'])
  expect((await stored(world, stranger)).lookAt).toBeUndefined()
})
