import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveTask } from '../../lib/care/acknowledge.ts'
import { change, type Snapshot } from '../../lib/care/change.ts'
import { changePatient } from '../../lib/care/change-patient.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import { noteDelivery } from '../../lib/care/note-delivery.ts'
import { resolveUnknowns } from '../../lib/care/resolve-unknown.ts'
import { sweep } from '../../lib/care/sweep.ts'
import { withTask } from '../../lib/care/tasks.ts'
import { wake } from '../../lib/care/wake.ts'
import { type AttemptId, attemptId, textId } from '../../lib/patient/identifiers.ts'
import type { LedgerEntry } from '../../lib/patient/ledger.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import type { DeliveryNews } from '../../lib/ports/texting.ts'
import { after, DAY, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { entryOf, makeWorld, passTime, type Script, sentTo, stored, taskIds, type World } from './world.ts'

const R1 = textId('R1@1.1.1')
const AT_R1 = sydney('2026-11-24T10:00')
const LATE: DeliveryNews = { state: 'undelivered', failure: 'later', code: 30003 }

/** Ann, whose first reminder has just been handed over with these ends. */
async function reminded(
  ...scripts: readonly Script[]
): Promise<{ world: World; ann: Patient; attempt: AttemptId }> {
  const world = await makeWorld()
  const { id, clinicId } = await enrolled(world)
  world.clock.set(AT_R1)
  world.scripts.push(...scripts)
  await wake(world.services, { patientId: id, clinicId })
  const entry = await entryOf(world, id, R1)
  return { world, ann: await stored(world, id), attempt: entry.attempts[0]?.id ?? attemptId('none') }
}

const tell = (world: World, { id }: Patient, attempt: AttemptId, news: DeliveryNews, sid = 'SM2') =>
  noteDelivery(world.services, { patientId: id, textId: R1, attemptId: attempt, sid, news })

const DELIVERIES: readonly DeliveryNews[] = [{ state: 'pending' }, { state: 'sent' }, { state: 'delivered' }]
const FAILURES: readonly DeliveryNews[] = [{ state: 'pending' }, { state: 'sent' }, LATE]
const FOR_GOOD: readonly DeliveryNews[] = [
  { state: 'sent' },
  { state: 'undelivered', failure: 'number', code: 30005 },
]

describe.each<[string, readonly DeliveryNews[], string]>([
  ['delivered', DELIVERIES, 'delivered'],
  ['a delivery that failed for a passing reason', FAILURES, 'retry'],
  ['a dead number', FOR_GOOD, 'undelivered'],
  ['a failure taken back', [...FAILURES, { state: 'delivered' }], 'delivered'],
])('news of one attempt: %s', (_, all, end) => {
  it.each<[string, Script]>([
    ['after', 'accepted'],
    ['before', 'silent'],
  ])('ends the same in any order, doubled or not, %s our own record', async (_when, script) => {
    const disordered = fc
      .tuple(
        fc.shuffledSubarray([...all], { minLength: all.length }),
        fc.array(fc.constantFrom(...all), { maxLength: 4 }),
      )
      .chain(([each, more]) =>
        fc.shuffledSubarray([...each, ...more], { minLength: all.length + more.length }),
      )
    const rank: Readonly<Record<string, number>> = {
      sending: 0,
      unknown: 0,
      sent: 1,
      retry: 2,
      undelivered: 2,
      delivered: 3,
    }
    await fc.assert(
      fc.asyncProperty(disordered, async (order) => {
        const { world, ann, attempt } = await reminded(script)
        const seen: string[] = []

        for (const news of order) {
          await tell(world, ann, attempt, news)
          seen.push((await entryOf(world, ann.id, R1)).state)
        }

        expect(seen.at(-1)).toBe(end)
        expect(seen.map((state) => rank[state])).toEqual(seen.map((state) => rank[state]).sort())
        expect(await world.store.evidence.sent(ann.id)).toHaveLength(2)
        expect(world.counted).not.toContain('Duplicate')
      }),
      { numRuns: 20 },
    )
  })
})

it('keeps the evidence when the callback comes before our own record', async () => {
  const { world, ann, attempt } = await reminded('silent')

  await tell(world, ann, attempt, { state: 'delivered' })

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'delivered', attempts: [{ sid: 'SM2' }] })
  expect(await world.store.evidence.sent(ann.id)).toMatchObject([
    { text: 'W0@1.0.1' },
    { text: R1, sid: 'SM2' },
  ])
})

it('lets a callback stand that overtakes the record of its own send', async () => {
  const world = await makeWorld()
  const { id, clinicId } = await enrolled(world)
  world.clock.set(AT_R1)
  world.before('evidence.putSent', async () => {
    const ann = await stored(world, id)
    await tell(world, ann, ann.ledger[R1]?.attempts[0]?.id ?? attemptId('none'), { state: 'delivered' })
  })

  await wake(world.services, { patientId: id, clinicId })

  expect(await entryOf(world, id, R1)).toMatchObject({ state: 'delivered' })
  expect(await world.store.evidence.sent(id)).toHaveLength(2)
})

it('writes nothing for a callback heard before', async () => {
  const { world, ann, attempt } = await reminded()
  await tell(world, ann, attempt, { state: 'delivered' })
  const { version } = await stored(world, ann.id)

  await tell(world, ann, attempt, { state: 'delivered' })

  expect((await stored(world, ann.id)).version).toBe(version)
})

it('ignores news of an attempt it does not know', async () => {
  const { world, ann } = await reminded()

  await tell(world, ann, attemptId('a-nobody'), { state: 'undelivered', failure: 'number' })

  expect(await stored(world, ann.id)).toEqual(ann)
  expect(world.lines.join()).toContain('CALLBACK_OF_NOTHING')
})

it('tries a delivery that failed for a passing reason once more, an hour later', async () => {
  const { world, ann, attempt } = await reminded()

  await tell(world, ann, attempt, LATE)
  await passTime(world, sydney('2026-11-24T10:59'))
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1])
  await passTime(world, sydney('2026-11-24T11:05'))

  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1, R1])
})

it('does not try a third time when the second delivery fails too', async () => {
  const { world, ann, attempt } = await reminded()
  await tell(world, ann, attempt, LATE)
  await passTime(world, sydney('2026-11-24T11:05'))
  const second = (await entryOf(world, ann.id, R1)).attempts[1]?.id ?? attempt

  await tell(world, ann, second, LATE, 'SM3')
  await passTime(world, sydney('2026-11-24T19:00'))

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'undelivered' })
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1, R1])
})

it('leaves a text alone that arrived after all, before its second try', async () => {
  const { world, ann, attempt } = await reminded()
  await tell(world, ann, attempt, LATE)

  await tell(world, ann, attempt, { state: 'delivered' })
  await passTime(world, sydney('2026-11-24T19:00'))

  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1])
})

it('marks the number bad and tells the clinic', async () => {
  const { world, ann, attempt } = await reminded()

  await tell(world, ann, attempt, { state: 'undelivered', failure: 'number', code: 30005 })

  const after = await stored(world, ann.id)
  expect(after).toMatchObject({ numberBad: { code: 30005 } })
  expect(taskIds(after)).toEqual(['number-bad'])
})

/** Ann, whose warning signs after the first injection have just been handed over with these ends. */
async function treated(...scripts: readonly Script[]): Promise<{ world: World; ann: Patient }> {
  const world = await makeWorld()
  const { id } = await enrolled(world)
  await passTime(world, sydney('2026-12-03T09:55'))
  world.scripts.push(...scripts)
  await passTime(world, sydney('2026-12-03T10:20'))
  return { world, ann: await stored(world, id) }
}

describe('the warning signs after an injection', () => {
  const F2 = textId('F2@1.1.1')
  const NOT_WARNED = 'not-warned:F2@1.1.1'

  it('that Twilio refuses for good are a person’s to tell her', async () => {
    const { ann } = await treated({ kind: 'refused', failure: 'never', code: 30007 })

    expect(ann.ledger[F2]).toMatchObject({ state: 'failed' })
    expect(taskIds(ann)).toEqual([NOT_WARNED])
  })

  it('that the carrier does not deliver are too, as one task', async () => {
    const { world, ann } = await treated()
    const attempt = ann.ledger[F2]?.attempts[0]?.id ?? attemptId('none')
    const filtered: DeliveryNews = { state: 'undelivered', failure: 'never', code: 30007 }

    const patientId = ann.id
    await noteDelivery(world.services, {
      patientId,
      textId: F2,
      attemptId: attempt,
      sid: 'SM9',
      news: filtered,
    })
    await noteDelivery(world.services, {
      patientId,
      textId: F2,
      attemptId: attempt,
      sid: 'SM9',
      news: filtered,
    })

    expect(taskIds(await stored(world, ann.id))).toEqual([NOT_WARNED])
  })

  it('that were held until their life was over are too, those of an injection given long ago are not', async () => {
    const world = await makeWorld()
    const { id } = await enrolled(world, {
      ...ANN_ENROLS,
      injections: [{ at: localDateTime('2026-10-01T10:00'), state: 'given' }, ...visits('2026-12-01T10:00')],
    })
    await world.store.clinics.saveClinic({ ...HARBOUR, hold: { all: true, protocols: [] } })

    await passTime(world, sydney('2026-12-12T10:00'))

    const tasks = taskIds(await stored(world, id))
    expect(tasks.filter((task) => task.startsWith('not-warned'))).toEqual(
      ['F1@1.2.1', 'N2@1.2.1', 'F2@1.2.1'].map((text) => `not-warned:${text}`),
    )
  })

  /** Handed over, and reported as not delivered. */
  const lost = async () => {
    const { world, ann } = await treated()
    const attempt = ann.ledger[F2]?.attempts[0]?.id ?? attemptId('none')
    const hear = (news: DeliveryNews) =>
      noteDelivery(world.services, { patientId: ann.id, textId: F2, attemptId: attempt, sid: 'SM9', news })
    await hear({ state: 'undelivered', failure: 'never', code: 30007 })
    return { world, ann, hear }
  }

  it('that arrive after all leave their task open, and it says when', async () => {
    const { world, ann, hear } = await lost()
    world.clock.advance(MINUTE)

    await hear({ state: 'delivered' })

    const [task, ...others] = (await stored(world, ann.id)).tasks
    expect(task).toMatchObject({ id: NOT_WARNED, arrivedAt: world.clock.now() })
    expect(task?.resolved).toBeUndefined()
    expect(others).toEqual([])
  })

  it('that arrive after all say nothing on a task that is done, nor on one of another text', async () => {
    const { world, ann, hear } = await lost()
    const whose = { patientId: ann.id, clinicId: ann.clinicId }
    await resolveTask(world.services, whose, 1, { by: 'Kim', outcome: 'phoned her' })
    await change(world.services, whose, ({ patient, clinic }, now) => ({
      value: undefined,
      patient: withTask(patient, clinic, 'not-warned', now, { about: textId('N2@1.1.1') }),
    }))

    await hear({ state: 'delivered' })

    expect((await stored(world, ann.id)).tasks.flatMap(({ arrivedAt }) => arrivedAt ?? [])).toEqual([])
  })

  it('that arrive ask nothing of anybody', async () => {
    const { ann } = await treated()

    expect(ann.ledger[F2]).toMatchObject({ state: 'sent' })
    expect(taskIds(ann)).toEqual([])
  })
})

describe.each([
  ['the guidance of the first evening', 'F1@1.1.1', '2026-12-01T17:55'],
  ['what not to take after an injection', 'N2@1.1.1', '2026-12-02T09:55'],
  ['what not to take before the first', 'N1@1.1.1', '2026-11-26T09:55'],
])('%s', (_what, text, before) => {
  const dueWith = async (...scripts: readonly Script[]) => {
    const world = await makeWorld()
    const { id } = await enrolled(world)
    await passTime(world, sydney(before))
    world.scripts.push(...scripts)
    await passTime(world, after(sydney(before), 30 * MINUTE))
    return { world, ann: await stored(world, id) }
  }

  it('is a person’s to tell her when Twilio refuses it for good', async () => {
    const { ann } = await dueWith({ kind: 'refused', failure: 'never', code: 30007 })

    expect(ann.ledger[textId(text)]).toMatchObject({ state: 'failed' })
    expect(taskIds(ann)).toEqual([`not-warned:${text}`])
  })

  it('asks nothing of anybody when it goes', async () => {
    const { ann } = await dueWith()

    expect(ann.ledger[textId(text)]).toMatchObject({ state: 'sent' })
    expect(taskIds(ann)).toEqual([])
  })
})

it('asks nobody to tell her what a nudge would have said', async () => {
  const world = await makeWorld()
  const { id } = await enrolled(world)
  await passTime(world, sydney('2026-12-06T07:55'))
  world.scripts.push({ kind: 'refused', failure: 'never', code: 30007 })
  await passTime(world, sydney('2026-12-06T08:30'))

  expect(await entryOf(world, id, 'B1a@1.1.1')).toMatchObject({ state: 'failed' })
  expect(taskIds(await stored(world, id))).toEqual([])
})

it('says of a red flag that she was not told when "we have not reached our doctor" does not arrive', async () => {
  const world = await makeWorld()
  const { id } = await enrolled(world)
  const words = {
    sid: 'SMflag',
    from: ANNS_MOBILE,
    to: HARBOUR.sender,
    body: 'fever and the spot is weeping',
  }
  await hearReply(world.services, words)
  await passTime(world, after(world.clock.now(), 65 * MINUTE))
  const unreached = textId('E1@0.0.1')
  const [attempt] = (await entryOf(world, id, unreached)).attempts

  await noteDelivery(world.services, {
    ...{ patientId: id, textId: unreached, attemptId: attempt?.id ?? attemptId('none'), sid: 'SM9' },
    news: { state: 'undelivered', failure: 'never', code: 30007 },
  })

  expect((await stored(world, id)).escalations).toMatchObject([{ untold: true }])
})

it('takes news of a carrier STOP for every clinic', async () => {
  const { world, ann, attempt } = await reminded()

  await tell(world, ann, attempt, { state: 'undelivered', failure: 'opt-out', code: 21610 })

  expect(await world.store.phones.optOut(ANNS_MOBILE)).toMatchObject({ reason: 'carrier' })
  expect(await stored(world, ann.id)).toMatchObject({ optedOut: { reason: 'carrier' } })
  expect(taskIds(await stored(world, ann.id))).toEqual(['stopped'])
})

it('does not let a repeat of that news undo the START after it', async () => {
  const { world, ann, attempt } = await reminded()
  const stopped: DeliveryNews = { state: 'undelivered', failure: 'opt-out', code: 21610 }
  await tell(world, ann, attempt, stopped)
  await hearReply(world.services, { sid: 'SMin', from: ANNS_MOBILE, to: HARBOUR.sender, body: 'START' })

  await tell(world, ann, attempt, stopped)

  expect(await world.store.phones.optOut(ANNS_MOBILE)).toBeUndefined()
  expect((await stored(world, ann.id)).optedOut).toBeUndefined()
})

/** A reminder that got no answer, was not to be found twice, and was therefore sent again; the first went all the same. */
async function sentTwice() {
  const { world, ann, attempt: first } = await reminded('lost')
  await passTime(world, sydney('2026-11-24T10:30'))
  const second = (await entryOf(world, ann.id, R1)).attempts[1]?.id ?? first
  return { world, ann, first, second }
}

it('counts a text that went twice', async () => {
  const { world, ann, first } = await sentTwice()
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1])
  expect(world.counted).not.toContain('Duplicate')

  await tell(world, ann, first, { state: 'delivered' }, 'SMfirst')
  await tell(world, ann, first, { state: 'delivered' }, 'SMfirst')

  expect(world.counted.filter((name) => name === 'Duplicate')).toHaveLength(1)
})

it('counts it also when news of the first attempt comes while the second is being sent', async () => {
  const { world, ann, attempt: first } = await reminded('lost')
  world.before('texting.send', () => tell(world, ann, first, { state: 'delivered' }, 'SMfirst'))

  await passTime(world, sydney('2026-11-24T10:30'))

  expect(world.counted.filter((name) => name === 'Duplicate')).toHaveLength(1)
  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'delivered' })
})

it('keeps a STOP waiting for the second attempt although news of the first has come', async () => {
  const { world, ann, attempt: first } = await reminded('lost')
  let waited: number | undefined
  world.before('texting.send', async () => {
    await tell(world, ann, first, { state: 'delivered' }, 'SMfirst')
    const written = world.clock.now()
    await hearReply(world.services, { sid: 'SMin', from: ANNS_MOBILE, to: HARBOUR.sender, body: 'STOP' })
    waited = world.clock.now() - written
  })

  await passTime(world, sydney('2026-11-24T10:30'))

  expect(waited).toBeGreaterThanOrEqual(10 * SECOND)
  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'delivered' })
})

it('keeps the evidence of a second attempt that gets no answer after news of the first', async () => {
  const { world, ann, attempt: first } = await reminded('lost', 'silent')
  world.before('texting.send', () => tell(world, ann, first, { state: 'delivered' }, 'SMfirst'))
  await passTime(world, sydney('2026-11-24T10:30'))
  const { attempts } = await entryOf(world, ann.id, R1)
  expect(attempts).toMatchObject([{ state: 'delivered' }, { state: 'unknown' }])

  await tell(world, ann, attempts[1]?.id ?? attemptId('none'), { state: 'delivered' }, 'SMsecond')

  const sids = (await world.store.evidence.sent(ann.id)).map(({ sid }) => sid)
  expect(sids).toContain('SMsecond')
  expect(await entryOf(world, ann.id, R1)).not.toHaveProperty('claim')
})

it('leaves no claim behind a second attempt that was refused after news of the first', async () => {
  const no: Script = { kind: 'refused', failure: 'retry', code: 20429 }
  const { world, ann, attempt: first } = await reminded('lost', no)
  world.before('texting.send', () => tell(world, ann, first, { state: 'delivered' }, 'SMfirst'))

  await passTime(world, sydney('2026-11-24T10:30'))

  const entry = await entryOf(world, ann.id, R1)
  expect(entry.attempts).toMatchObject([{ state: 'delivered' }, { state: 'refused', code: 20429 }])
  expect(entry).not.toHaveProperty('claim')
})

it('never takes a delivered text back because another attempt of it was refused', async () => {
  const {
    world,
    ann,
    attempt: first,
  } = await reminded('lost', { kind: 'refused', failure: 'retry', code: 20429 })
  world.before('texting.send', () => tell(world, ann, first, { state: 'delivered' }, 'SMfirst'))

  await passTime(world, sydney('2026-11-24T19:00'))

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'delivered' })
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
})

it('asks Twilio once about a text of which nothing more was heard for a day', async () => {
  const { world, ann } = await reminded()
  world.news.set('SM2', { state: 'delivered' })

  await passTime(world, sydney('2026-11-25T10:30'))

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'delivered' })
  expect(world.touched.filter((call) => call === 'texting.news')).toHaveLength(2)
})

it('lets sent be the last word where the carrier gives no receipts', async () => {
  const { world, ann } = await reminded()

  await passTime(world, sydney('2026-11-27T10:30'))

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'sent' })
  expect((await entryOf(world, ann.id, R1)).lookAt).toBeUndefined()
})

describe('an attempt without an answer', () => {
  it('is found at Twilio and counts as sent when it went, with evidence', async () => {
    const { world, ann } = await reminded('silent')

    await passTime(world, sydney('2026-11-24T10:10'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({
      state: 'sent',
      attempts: [{ sid: 'SM2', sentAt: AT_R1 }],
    })
    expect(await world.store.evidence.sent(ann.id)).toHaveLength(2)
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1])
  })

  it('is found although one of weeks ago with the same words never got an answer', async () => {
    const { world, ann } = await reminded('silent')
    const body = (await entryOf(world, ann.id, R1)).claim?.body ?? ''
    const deadline = after(AT_R1, -21 * DAY)
    const long: LedgerEntry = {
      ...{ state: 'delivered', due: deadline, at: deadline, claim: { body, to: ann.mobile, deadline } },
      attempts: [{ id: attemptId('old'), state: 'unknown', claimedAt: deadline }],
    }
    await change(world.services, { patientId: ann.id, clinicId: ann.clinicId }, ({ patient }) => ({
      value: undefined,
      patient: { ...patient, ledger: { ...patient.ledger, [textId('X2a@1.1.1')]: long } },
    }))

    await passTime(world, sydney('2026-11-24T10:10'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'sent' })
  })

  it('is sent again only after two complete look-ups ten minutes apart showed nothing', async () => {
    const { world, ann } = await reminded('lost')

    await passTime(world, sydney('2026-11-24T10:15'))
    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'unknown' })
    await passTime(world, sydney('2026-11-24T10:20'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({
      state: 'sent',
      attempts: [{ state: 'refused' }, { state: 'sent' }],
    })
  })

  it('does not take two sweeps at the same time for two look-ups', async () => {
    const { world, ann } = await reminded('lost')
    world.clock.set(sydney('2026-11-24T10:06'))
    await sweep(world.services)
    const patient = await stored(world, ann.id)
    const entry = { ...patient.ledger[R1], lookAt: world.clock.now() }
    const snapshot = { patient: { ...patient, ledger: { ...patient.ledger, [R1]: entry } }, clinic: HARBOUR }

    for (const _ of [1, 2, 3])
      await resolveUnknowns(
        world.services,
        { patientId: ann.id, clinicId: ann.clinicId },
        snapshot as Snapshot,
      )

    expect(await entryOf(world, ann.id, R1)).toMatchObject({
      state: 'unknown',
      lookAt: sydney('2026-11-24T10:16'),
    })
  })

  it('waits while look-ups are incomplete, and tells the clinic once its life is over', async () => {
    const { world, ann } = await reminded('lost')
    world.lookUps.incomplete = true

    await passTime(world, sydney('2026-11-27T23:00'))
    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'unknown' })
    await passTime(world, sydney('2026-11-28T01:00'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'failed' })
    expect(taskIds(await stored(world, ann.id))).toContain(`failed-unknown:${R1}`)
    expect(sentTo(world, ANNS_MOBILE)).not.toContain(R1)
  })

  it('counts as sent all the same when a callback comes after it was given up', async () => {
    const { world, ann, attempt } = await reminded('silent')
    world.lookUps.incomplete = true
    await passTime(world, sydney('2026-11-28T01:00'))

    await tell(world, ann, attempt, { state: 'delivered' })

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'delivered' })
  })

  it('is given up when somebody else on the phone may own the only message there is', async () => {
    const world = await makeWorld()
    const [jo, mia] = [
      await enrolled(world, { ...shared, reference: 'jo', label: 'Jo' }),
      await enrolled(world, { ...shared, reference: 'mia', label: 'Mia' }),
    ]
    world.clock.set(AT_R1)
    world.scripts.push('silent', 'lost')
    for (const { id, clinicId } of [jo, mia]) await wake(world.services, { patientId: id, clinicId })

    await passTime(world, sydney('2026-11-24T10:30'))

    const states = [await entryOf(world, jo.id, R1), await entryOf(world, mia.id, R1)].map(
      ({ state }) => state,
    )
    // What the first give-up leaves, the second look may tell apart: the message is nobody else's any more.
    expect(states[0]).toBe('failed')
    expect(sentTo(world, ANNS_MOBILE).filter((id) => id === R1)).toHaveLength(1)
  })
})

const shared = { ...ANN_ENROLS, injections: visits('2026-12-01T10:00') }

describe('a hand-over that Twilio refuses', () => {
  it.each<[string, Script, string, number]>([
    ['for now', { kind: 'refused', failure: 'retry', code: 20429 }, 'retry', MINUTE],
    [
      'because the account is at fault',
      { kind: 'refused', failure: 'operators', code: 20003 },
      'held',
      5 * MINUTE,
    ],
  ])('%s is tried again later', async (_, script, state, wait) => {
    const { world, ann } = await reminded(script)
    const entry = await entryOf(world, ann.id, R1)
    expect(entry).toMatchObject({ state, attempts: [{ state: 'refused' }] })
    expect(entry.lookAt).toBe(AT_R1 + wait)

    await passTime(world, sydney('2026-11-24T10:10'))

    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1])
  })

  it('is tried five times at the most', async () => {
    const no: Script = { kind: 'refused', failure: 'retry', code: 20429 }
    const { world, ann } = await reminded(no, no, no, no, no)

    await passTime(world, sydney('2026-11-24T19:00'))

    const entry = await entryOf(world, ann.id, R1)
    expect(entry.state).toBe('failed')
    expect(entry.attempts).toHaveLength(5)
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
  })

  it('does not use up the day: what did not go leaves room for what else is due', async () => {
    const no: Script = { kind: 'refused', failure: 'retry', code: 20429 }
    const { world, ann } = await reminded(no, no, no, no)

    await passTime(world, sydney('2026-11-24T19:00'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'sent' })
    expect((await stored(world, ann.id)).today).toEqual({ date: '2026-11-24', texts: 1 })
  })

  it('for good is failed and not tried again', async () => {
    const { world, ann } = await reminded({ kind: 'refused', failure: 'never', code: 21617 })

    await passTime(world, sydney('2026-11-24T19:00'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'failed', attempts: [{ code: 21617 }] })
    expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
  })

  it('because of the number marks it bad and skips the rest', async () => {
    const { world, ann } = await reminded({ kind: 'refused', failure: 'number', code: 21614 })

    await passTime(world, sydney('2026-11-27T12:00'))

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'failed' })
    expect(await entryOf(world, ann.id, 'N1@1.1.1')).toMatchObject({ state: 'skipped', reason: 'number-bad' })
    expect(taskIds(await stored(world, ann.id))).toEqual(['number-bad'])
  })

  it('because of a STOP at the carrier opts her out everywhere', async () => {
    const { world, ann } = await reminded({ kind: 'refused', failure: 'opt-out', code: 21610 })

    expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'skipped', reason: 'opted-out' })
    expect(await world.store.phones.optOut(ANNS_MOBILE)).toMatchObject({ reason: 'carrier' })
    expect(taskIds(await stored(world, ann.id))).toEqual(['stopped'])
  })

  it('says nothing about a number she has changed to meanwhile', async () => {
    const world = await makeWorld()
    const ann = await enrolled(world)
    world.clock.set(AT_R1)
    world.scripts.push({ kind: 'refused', failure: 'number', code: 21614 })
    world.before('texting.send', () => changeNumber(world, ann))

    await wake(world.services, { patientId: ann.id, clinicId: ann.clinicId })

    const after = await stored(world, ann.id)
    expect(after.mobile).toBe('+61491570156')
    expect(after.numberBad).toBeUndefined()
    expect(after.ledger[R1]).toMatchObject({ state: 'retry' })
  })
})

const changeNumber = ({ services }: World, { id }: Patient) =>
  changePatient(services, HARBOUR, id, { actor: 'api', mobile: '0491 570 156' }, { dryRun: false })

it('aborts a hand-over whose claim has run out, which proves that it did not go', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world)
  world.clock.set(AT_R1)
  world.before('phones.optOut', async () => world.clock.advance(11_000))

  await wake(world.services, { patientId: ann.id, clinicId: ann.clinicId })

  expect(await entryOf(world, ann.id, R1)).toMatchObject({ state: 'retry', attempts: [{ state: 'refused' }] })
  expect(world.touched.filter((call) => call === 'texting.send')).toHaveLength(1)
  await passTime(world, sydney('2026-11-24T11:00'))
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1', R1])
})

it('tells Twilio not to hold a text into the night', async () => {
  const { world } = await reminded()

  const { textId: id, validitySeconds = 0 } = world.carrier.at(-1) ?? {}
  const heldUntil = AT_R1 + validitySeconds * SECOND
  expect(id).toBe(R1)
  expect(heldUntil).toBeLessThanOrEqual(sydney('2026-11-24T20:00'))
  expect(heldUntil).toBeGreaterThan(sydney('2026-11-24T19:59'))
})
