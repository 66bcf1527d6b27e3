import { describe, expect, it } from 'vitest'
import { acknowledge } from '../../lib/care/acknowledge.ts'
import { changePatient } from '../../lib/care/change-patient.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { enrol } from '../../lib/care/enrol.ts'
import { erase } from '../../lib/care/erase.ts'
import { finishErasure } from '../../lib/care/finish-erasure.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { noteDelivery } from '../../lib/care/note-delivery.ts'
import { attemptId, phoneNumber, textId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { after, DAY, HOUR, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled } from './enrolling.ts'
import { makeWorld, OTHER_CLINIC, passTime, stored, type World } from './world.ts'

const BY = { actor: 'Kim' }
const whose = ({ id: patientId, clinicId }: Patient) => ({ patientId, clinicId })
const hear = ({ services }: World, body: string, sid: string) =>
  hearReply(services, { sid, from: ANNS_MOBILE, to: HARBOUR.sender, body })

/** Ann after her first reminder and a night call about a fever, on an earlier number and then on her own. */
async function annWithHistory() {
  const world = await makeWorld({ ...HARBOUR, keywordAnswers: 'service' })
  const { services } = world
  const first = await enrolled(world, { ...ANN_ENROLS, mobile: '0491 570 156' })
  await changePatient(services, HARBOUR, first.id, { ...BY, mobile: '0491 570 006' }, { dryRun: false })
  await passTime(world, sydney('2026-11-24T10:05'))
  await hear(world, 'C', 'SMin1')
  await hear(world, 'fever and the spot is weeping', 'SMin2')
  await passTime(world, sydney('2026-11-24T10:30'))
  return { world, ann: await stored(world, first.id) }
}

/** Lets so much time pass. */
const pass = (world: World, ms: number) => passTime(world, after(world.clock.now(), ms))

/** Everything that could still be found of a patient. */
async function leftOf({ store, carrier, alarms }: World, { id, clinicId, reference, escalations }: Patient) {
  const numbers = [ANNS_MOBILE, phoneNumber('+61491570156')]
  const links = await Promise.all(numbers.map((number) => store.phones.patients(number)))
  const alerts = await Promise.all(
    escalations.map(({ number = 0 }) => store.clinics.escalationOfAlert(clinicId, number)),
  )
  return {
    document: await store.patients.read(id),
    links: links.flat(),
    reference: await store.clinics.patientOfReference(clinicId, reference),
    alerts: alerts.filter((alert) => alert !== undefined),
    alarm: alarms.get(id),
    evidence: [
      ...(await store.evidence.sent(id)),
      ...(await store.evidence.replies(id)),
      ...(await store.evidence.answerReports(id)),
      ...(await store.evidence.changes(id)),
    ],
    carrier: carrier.filter(({ patientId }) => patientId === id),
  }
}

const NOTHING = {
  document: undefined,
  links: [],
  reference: undefined,
  alerts: [],
  alarm: undefined,
  evidence: [],
  carrier: [],
}

describe('erasing a patient', () => {
  it('stops every text at once, whatever was due, and settles what was open', async () => {
    const { world, ann } = await annWithHistory()
    const went = world.carrier.length

    const asked = await erase(world.services, whose(ann), BY)
    const erasing = await stored(world, ann.id)
    await passTime(world, sydney('2027-06-01T10:00'))

    expect(asked).toMatchObject({ kind: 'done', value: { openEscalations: 1 } })
    expect(erasing.escalations).toMatchObject([{ resolved: { by: 'Kim', outcome: 'erased' } }])
    expect(world.carrier.length).toBeLessThan(went)
  })

  it('leaves nothing anywhere within two minutes, not at the carrier either', async () => {
    const { world, ann } = await annWithHistory()
    const before = await leftOf(world, ann)

    await erase(world.services, whose(ann), BY)
    await pass(world, 2 * MINUTE)

    expect(before).not.toMatchObject({ evidence: [] })
    expect(before.alerts).toHaveLength(1)
    expect(await leftOf(world, ann)).toEqual(NOTHING)
  })

  it('answers when the text that was on its way has ended, and lets none follow', async () => {
    const world = await makeWorld()
    const ann = await enrolled(world)
    const sends = () => world.touched.filter((call) => call === 'texting.send').length
    const welcomed = sends()
    world.before('phones.optOut', () => erase(world.services, whose(ann), BY))

    await passTime(world, sydney('2026-11-24T12:00'))

    expect(sends()).toBe(welcomed)
    expect(await leftOf(world, ann)).toEqual(NOTHING)
  })

  it('finds a text nobody knows the end of at the carrier before it forgets her', async () => {
    const world = await makeWorld()
    const ann = await enrolled(world)
    world.scripts.push('silent')
    await passTime(world, sydney('2026-11-24T10:02'))
    const went = (await leftOf(world, ann)).carrier

    await erase(world.services, whose(ann), BY)
    await pass(world, HOUR)

    expect(went.map(({ textId: id }) => id)).toContain('R1@1.1.1')
    expect(await leftOf(world, ann)).toEqual(NOTHING)
  })

  it('keeps the opt-out of her number, so that nobody enrols it again unasked', async () => {
    const { world, ann } = await annWithHistory()
    await hear(world, 'STOP', 'SMstop')

    await erase(world.services, whose(ann), BY)
    await pass(world, HOUR)

    expect(await leftOf(world, ann)).toEqual(NOTHING)
    expect(await world.store.phones.optOut(ANNS_MOBILE)).toMatchObject({ reason: 'stop' })
    expect(await enrol(world.services, HARBOUR, ANN_ENROLS)).toMatchObject({ kind: 'invalid' })
  })

  it('touches nobody else on her phone', async () => {
    const { world, ann } = await annWithHistory()
    await changePatient(world.services, HARBOUR, ann.id, { ...BY, label: 'Ann' }, { dryRun: false })
    const mia = await enrolled(world, { ...ANN_ENROLS, reference: 'mia', label: 'Mia' })
    const ofMia = (await leftOf(world, mia)).carrier

    await erase(world.services, whose(ann), BY)
    await pass(world, 2 * MINUTE)

    expect(await world.store.phones.patients(ANNS_MOBILE)).toEqual([mia.id])
    expect(await leftOf(world, mia)).toMatchObject({ document: { id: mia.id }, reference: mia.id })
    expect(ofMia).not.toEqual([])
    expect((await leftOf(world, mia)).carrier).toEqual(expect.arrayContaining([...ofMia]))
  })

  it('may be asked for twice, and of another clinic’s key is never heard', async () => {
    const { world, ann } = await annWithHistory()

    const stranger = await erase(world.services, { ...whose(ann), clinicId: OTHER_CLINIC.id }, BY)
    const first = await erase(world.services, whose(ann), BY)
    world.clock.advance(1000)
    const version = (await stored(world, ann.id)).version
    const second = await erase(world.services, whose(ann), BY)

    expect(stranger).toEqual({ kind: 'not-found' })
    expect(second).toEqual(first)
    expect(second).toMatchObject({ value: { openEscalations: 1 } })
    expect((await stored(world, ann.id)).version).toBe(version)
  })

  it('refuses every other change meanwhile, a new enrolment of her reference too', async () => {
    const { world, ann } = await annWithHistory()
    const { services } = world
    await erase(services, whose(ann), BY)

    const outcomes = await Promise.all([
      changeStanding(services, HARBOUR, ann.id, 'resume', BY),
      changePatient(services, HARBOUR, ann.id, { ...BY, mobile: '0491 570 159' }, { dryRun: false }),
      enrol(services, HARBOUR, { ...ANN_ENROLS, mobile: '0491 570 159' }),
    ])

    expect(outcomes.map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'conflict'])
    expect(await stored(world, ann.id)).toMatchObject({ standing: 'withdrawn', mobile: ANNS_MOBILE })
  })
})

describe('her messages, once she is to be erased', () => {
  it('still get a safety answer, like a stranger’s, and a person is alerted', async () => {
    const { world, ann } = await annWithHistory()
    await erase(world.services, whose(ann), BY)

    const heard = await hear(world, 'I cant feel my legs', 'SMlate')
    await pass(world, 2 * MINUTE)

    expect(heard.answer).toContain('000')
    expect(await leftOf(world, ann)).toEqual(NOTHING)
    const { items } = await world.store.patients.list(HARBOUR.id, { limit: 10 })
    expect(items).toMatchObject([{ stranger: true, openEscalations: 1 }])
  })

  it('still climb the ladder when one came in the moment of her erasure', async () => {
    const { world, ann } = await annWithHistory()
    world.before('patients.write', () => erase(world.services, whose(ann), BY))

    const heard = await hear(world, 'I cant feel my legs', 'SMlate')
    await pass(world, 65 * MINUTE)
    const { escalations } = await stored(world, ann.id)
    const { seq = 0, number = 0 } = escalations.at(-1) ?? {}
    const about = await world.store.clinics.escalationOfAlert(ann.clinicId, number)
    await acknowledge(world.services, whose(ann), seq, 'A')
    await pass(world, 2 * HOUR)

    expect(heard.answer).toContain('000')
    expect(world.counted).toContain('LadderEnds')
    expect(about).toEqual({ patientId: ann.id, seq })
    expect(await leftOf(world, ann)).toEqual(NOTHING)
  })

  it('and news of her texts that come after she is gone change nothing', async () => {
    const { world, ann } = await annWithHistory()
    await erase(world.services, whose(ann), BY)
    await pass(world, 2 * MINUTE)

    await noteDelivery(world.services, {
      ...{ patientId: ann.id, textId: textId('R1@1.1.1'), attemptId: attemptId('a-1'), sid: 'SM3' },
      news: { state: 'delivered' },
    })

    expect(await leftOf(world, ann)).toEqual(NOTHING)
  })
})

describe('a carrier that does not answer', () => {
  it('holds nothing up that is ours, is asked again every few minutes and then every hour', async () => {
    const { world, ann } = await annWithHistory()
    world.lookUps.incomplete = true
    await erase(world.services, whose(ann), BY)
    await pass(world, 2 * MINUTE)
    const waiting = await leftOf(world, ann)
    const asks = () => world.lines.filter((line) => line.includes('ERASURE_WAITS')).length
    await pass(world, HOUR)
    const inAnHour = asks()
    await pass(world, 10 * HOUR)

    expect(waiting).toMatchObject({ links: [], alerts: [], document: { id: ann.id } })
    expect(waiting.reference).toBeUndefined()
    expect(waiting.alarm).toBeUndefined()
    expect(inAnHour).toBeLessThan(16)
    expect(asks() - inAnHour).toBeLessThan(12)

    world.lookUps.incomplete = false
    await pass(world, 2 * HOUR)
    expect(await leftOf(world, ann)).toEqual(NOTHING)
  })

  it('is given up after 15 days: she is erased here, and operators know which messages are left', async () => {
    const { world, ann } = await annWithHistory()
    world.lookUps.incomplete = true
    await erase(world.services, whose(ann), BY)

    await pass(world, 15 * DAY + 2 * HOUR)

    const { carrier, ...ours } = await leftOf(world, ann)
    expect({ ...ours, carrier: [] }).toEqual(NOTHING)
    const named = world.lines.filter((line) => line.includes('NOT_ERASED_AT_CARRIER'))
    expect(carrier.length).toBeGreaterThan(0)
    for (const { sid } of carrier) expect(named.some((line) => line.includes(`"${sid}"`))).toBe(true)
  })
})

describe('a carrier that answers slowly', () => {
  it('never keeps one look much longer than ten seconds', async () => {
    const { world, ann } = await annWithHistory()
    await passTime(world, sydney('2027-01-10T12:00'))
    const { services, clock } = world
    const looks: number[] = []
    const texting = new Proxy(services.texting, {
      get: (port, method) => async (sid: string) => {
        if (method === 'deleteRecord') clock.advance(8 * SECOND)
        return Reflect.get(port, method)(sid)
      },
    })
    await erase(services, whose(ann), BY)
    for (let look = 0; look < 10 && (await world.store.patients.read(ann.id)); look += 1) {
      clock.advance(5 * MINUTE)
      const from = clock.now()
      await finishErasure({ ...services, texting }, whose(ann))
      looks.push(clock.now() - from)
    }

    expect(await leftOf(world, ann)).toEqual(NOTHING)
    expect(looks.length).toBeGreaterThan(2)
    expect(Math.max(...looks)).toBeLessThan((10 + 5 * 8) * SECOND + 1)
  })
})

describe('a process stopped anywhere in an erasure', () => {
  it.each([
    'before',
    'after',
  ] as const)('%s any of its effects leaves nothing behind in the end', async (moment) => {
    let effect = 1
    for (; ; effect += 1) {
      const { world, ann } = await annWithHistory()
      world.stopAt(effect, moment)
      await erase(world.services, whose(ann), BY).catch(() => undefined)
      await pass(world, 2 * MINUTE).catch(() => undefined)
      const reached = world.effects() >= effect
      world.restart()
      await erase(world.services, whose(ann), BY)
      await pass(world, 20 * MINUTE)

      expect({ effect, ...(await leftOf(world, ann)) }).toEqual({ effect, ...NOTHING })
      if (!reached) break
    }
    expect(effect).toBeGreaterThan(40)
  })
})
