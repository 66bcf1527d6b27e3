import { expect, it } from 'vitest'
import { changePatient } from '../../lib/care/change-patient.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { enrol } from '../../lib/care/enrol.ts'
import { hearReply } from '../../lib/care/hear-reply.ts'
import type { EnrolRequest } from '../../lib/care/requests.ts'
import { patientId, phoneNumber } from '../../lib/patient/identifiers.ts'
import { SECOND } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { ENROLLED, sydney, VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ANN_ENROLS, ANNS_MOBILE, enrolled, visits } from './enrolling.ts'
import { entryOf, makeWorld, passTime, sentTo, stored, taskIds } from './world.ts'

const asked = (change: Partial<EnrolRequest> = {}): EnrolRequest => ({ ...ANN_ENROLS, ...change })

it.each([
  '0491 570 006',
  '0491-570-006',
  '+61 491 570 006',
  '491570006',
  '(0491) 570 006',
  '+61491570006',
])('reads %s as the same Australian mobile', async (mobile) => {
  const world = await makeWorld()

  const ann = await enrolled(world, asked({ mobile }))

  expect(ann.mobile).toBe(ANNS_MOBILE)
})

it.each<[string, Partial<EnrolRequest>, { path: string; message: RegExp }]>([
  ['a landline', { mobile: '02 5550 1234' }, { path: 'mobile', message: /landline/ }],
  ['letters in the number', { mobile: '0491 CALL ME' }, { path: 'mobile', message: /letters or signs/ }],
  ['an empty number', { mobile: ' ' }, { path: 'mobile', message: /is empty/ }],
  [
    'a number that is too short',
    { mobile: '0491 57' },
    { path: 'mobile', message: /not a number that exists/ },
  ],
  ['a free number', { mobile: '1800 022 222' }, { path: 'mobile', message: /not a mobile/ }],
  [
    'a date that has passed',
    { injections: visits('2026-11-20T10:00') },
    { path: 'injections[0].at', message: /2026-11-20T10:00 has passed.*"given"/ },
  ],
  [
    'a date to come that is called given',
    { injections: [{ at: localDateTime('2026-12-01T10:00'), state: 'given' }] },
    { path: 'injections[0].state', message: /needs a time that has passed/ },
  ],
  [
    'a time that the clock skips',
    { injections: visits('2027-10-03T02:30') },
    { path: 'injections[0].at', message: /does not exist in Australia\/Sydney/ },
  ],
  [
    'injections out of order',
    { injections: visits('2026-12-01T10:00', '2026-12-01T10:00') },
    { path: 'injections[1].at', message: /is not after the injection before it/ },
  ],
  [
    'more injections than the protocol has',
    { injections: visits('2026-12-01T10:00', '2027-01-12T10:00', '2027-02-23T10:00', '2027-04-06T10:00') },
    { path: 'injections', message: /4 given: at most 3/ },
  ],
  [
    'an unknown zone',
    { timeZone: 'Australia/Atlantis' },
    { path: 'timeZone', message: /"Australia\/Atlantis"/ },
  ],
  ['a fixed offset for a zone', { timeZone: '+10:00' }, { path: 'timeZone', message: /not a time zone/ }],
  [
    'an unreleased protocol',
    { protocol: 'sij-v9' },
    { path: 'protocol', message: /"sij-v9" is not released/ },
  ],
])('refuses %s in words and writes nothing', async (_, change, { path, message }) => {
  const world = await makeWorld()

  const outcome = await enrol(world.services, HARBOUR, asked(change))

  expect(outcome).toEqual({ kind: 'invalid', problems: [{ path, message: expect.stringMatching(message) }] })
  expect(world.touched.filter((call) => /write|claimReference|link|put/.test(call))).toEqual([])
})

it('never repeats the number in a refusal', async () => {
  const world = await makeWorld()

  const outcome = await enrol(world.services, HARBOUR, asked({ mobile: '02 5550 1234' }))

  expect(JSON.stringify(outcome)).not.toContain('5550')
})

it('names everything that is wrong at once', async () => {
  const world = await makeWorld()

  const outcome = await enrol(
    world.services,
    HARBOUR,
    asked({ mobile: '02 5550 1234', timeZone: 'Mars/Base' }),
  )

  expect(outcome).toMatchObject({ problems: [{ path: 'mobile' }, { path: 'timeZone' }] })
})

it('refuses a number that has said STOP', async () => {
  const world = await makeWorld()
  await world.store.phones.recordOptOut(ANNS_MOBILE, { at: world.clock.now(), reason: 'stop' })

  const outcome = await enrol(world.services, HARBOUR, asked())

  expect(outcome).toMatchObject({
    kind: 'invalid',
    problems: [{ path: 'mobile', message: expect.stringMatching(/opted out/) }],
  })
})

it('takes an injection already given and starts its care where it stands', async () => {
  const world = await makeWorld()

  const ann = await enrolled(
    world,
    asked({ injections: [{ at: localDateTime('2026-11-22T10:00'), state: 'given' }] }),
  )
  await passTime(world, sydney('2026-11-24T12:00'))

  expect(ann.courses[0]?.injections[0]).toMatchObject({ state: 'given', visit: 1 })
  expect(sentTo(world, ANNS_MOBILE)).toContain('F2@1.1.1')
})

it('sends the welcome in hand, once, and keeps the evidence', async () => {
  const world = await makeWorld()

  const ann = await enrolled(world)

  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
  expect(await entryOf(world, ann.id, 'W0@1.0.1')).toMatchObject({ state: 'sent' })
  expect(await world.store.evidence.sent(ann.id)).toMatchObject([
    { text: 'W0@1.0.1', to: ANNS_MOBILE, sid: 'SM1' },
  ])
})

it.each([
  ['refuses the account', { kind: 'refused', failure: 'operators', code: 20003 } as const, 'held'],
  ['is asked too much', { kind: 'refused', failure: 'retry', code: 20429 } as const, 'retry'],
  ['gives no answer', 'lost' as const, 'unknown'],
])('succeeds although Twilio %s', async (_, script, state) => {
  const world = await makeWorld()
  world.scripts.push(script)

  const outcome = await enrol(world.services, HARBOUR, asked())

  expect(outcome).toMatchObject({
    kind: 'done',
    value: { created: true, patient: { ledger: { 'W0@1.0.1': { state } } } },
  })
})

it('succeeds although the wake in hand fails, and the sweep sends the welcome', async () => {
  const world = await makeWorld()
  const failing = {
    ...world.services.phones,
    optOut: world.services.phones.optOut,
    recordOptOut: async () => {},
  }
  let calls = 0
  const phones = {
    ...failing,
    link: world.services.phones.link,
    unlink: world.services.phones.unlink,
    patients: world.services.phones.patients,
    strangerId: world.services.phones.strangerId,
    liftOptOut: world.services.phones.liftOptOut,
    optOut: async (mobile: typeof ANNS_MOBILE) => {
      calls += 1
      if (calls === 2) throw new Error('table away')
      return world.store.phones.optOut(mobile)
    },
  }

  const outcome = await enrol({ ...world.services, phones }, HARBOUR, asked())
  expect(outcome).toMatchObject({ kind: 'done', value: { created: true } })
  await passTime(world, sydney('2026-11-23T15:00'))

  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
})

it('finds the patient of a repeated call and sends nothing again', async () => {
  const world = await makeWorld()
  const first = await enrolled(world)

  const again = await enrol(world.services, HARBOUR, asked({ mobile: '+61 491 570 006' }))

  expect(again).toMatchObject({ kind: 'done', value: { created: false, patient: { id: first.id } } })
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
  expect((await stored(world, first.id)).version).toBe(first.version)
})

it('knows a repeat by what was asked then, not by what became of the patient', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world)
  await changePatient(
    world.services,
    HARBOUR,
    ann.id,
    { actor: 'api', mobile: '0491 570 156' },
    { dryRun: false },
  )
  world.clock.set(sydney('2026-12-05T10:00'))

  const again = await enrol(world.services, HARBOUR, asked())

  expect(again).toMatchObject({
    kind: 'done',
    value: { created: false, patient: { mobile: '+61491570156' } },
  })
})

it.each([
  ['withdraw', 'has withdrawn: nothing is sent'],
  ['pause', 'are paused'],
] as const)('says in a repeat that nothing goes any more after a %s', async (standing, words) => {
  const world = await makeWorld()
  const ann = await enrolled(world)
  await changeStanding(world.services, HARBOUR, ann.id, standing, { actor: 'Kim' })

  const again = await enrol(world.services, HARBOUR, asked())

  expect(again).toMatchObject({ kind: 'done', value: { created: false } })
  expect(again.kind === 'done' && again.value.warnings).toEqual([expect.stringContaining(words)])
})

it('says in a repeat that she has opted out', async () => {
  const world = await makeWorld()
  await enrolled(world)
  await hearReply(world.services, { sid: 'SMstop', from: ANNS_MOBILE, to: HARBOUR.sender, body: 'STOP' })

  const again = await enrol(world.services, HARBOUR, asked())

  expect(again.kind === 'done' && again.value.warnings).toEqual([expect.stringContaining('START')])
})

it('answers a different enrolment of a running reference with the difference, field by field', async () => {
  const world = await makeWorld()
  await enrolled(world)

  const outcome = await enrol(
    world.services,
    HARBOUR,
    asked({
      mobile: '0491 570 156',
      injections: visits('2026-12-02T10:00', VISITS[1] ?? '', VISITS[2] ?? ''),
    }),
  )

  expect(outcome).toEqual({
    kind: 'conflict',
    problems: [
      { path: 'mobile', message: expect.stringContaining('when this reference was enrolled') },
      { path: 'injections[0].at', message: expect.stringMatching(/2026-12-02T10:00.*2026-12-01T10:00/) },
    ],
  })
})

it('makes one patient of two calls at once', async () => {
  const world = await makeWorld()

  const outcomes = await Promise.all([
    enrol(world.services, HARBOUR, asked()),
    enrol(world.services, HARBOUR, asked()),
  ])

  const made = outcomes.flatMap((outcome) => (outcome.kind === 'done' ? [outcome.value] : []))
  expect(made.map(({ created }) => created).sort()).toEqual([false, true])
  expect(made[0]?.patient.id).toBe(made[1]?.patient.id)
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
})

it('does not let the loser of two different calls move the alarm of the winner', async () => {
  const world = await makeWorld()
  world.clock.set(sydney('2026-11-23T22:00'))
  const early = asked({ injections: [{ at: localDateTime('2026-11-24T08:20') }] })

  const [winner, loser] = await Promise.all([
    enrol(world.services, HARBOUR, asked()),
    enrol(world.services, HARBOUR, early),
  ])

  expect([winner.kind, loser.kind].sort()).toEqual(['conflict', 'done'])
  const id = winner.kind === 'done' ? winner.value.patient.id : undefined
  const alarm = id && (await stored(world, id)).alarm?.at
  expect(id && world.alarms.get(id)).toBe(alarm)
})

it.each([
  'claimReference',
  'link',
  'write',
  'putChange',
  'set',
  'putSent',
])('completes on repeat what a stop right after %s left missing', async (call) => {
  const whole = await makeWorld()
  await enrol(whole.services, HARBOUR, asked())
  const effect = whole.touched.findIndex((name) => name.endsWith(`.${call}`)) + 1
  const world = await makeWorld()
  world.stopAt(effect, 'after')
  await enrol(world.services, HARBOUR, asked()).catch(() => undefined)
  world.restart()

  const ann = await enrolled(world)
  await passTime(world, sydney('2026-11-23T18:00'))

  expect(await world.store.phones.patients(ANNS_MOBILE)).toEqual([ann.id])
  expect(sentTo(world, ANNS_MOBILE)).toEqual(['W0@1.0.1'])
  expect(await world.store.evidence.sent(ann.id)).toHaveLength(1)
})

it('begins a new course for a reference whose courses have ended', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world, asked({ injections: visits('2026-12-01T10:00') }))
  await passTime(world, sydney('2027-06-01T10:00'))
  const before = world.carrier.length

  const again = await enrol(
    world.services,
    HARBOUR,
    asked({ injections: visits('2027-07-06T10:00', '2027-07-20T10:00') }),
  )

  expect(again).toMatchObject({ kind: 'done', value: { created: true, patient: { id: ann.id } } })
  expect(again).toMatchObject({ value: { warnings: [expect.stringContaining('14 days after injection 1')] } })
  const now = await stored(world, ann.id)
  expect(now.courses.map(({ number }) => number)).toEqual([1, 2])
  expect(taskIds(now)).toContain('short-gap:2.2')
  expect(world.carrier.slice(before).map((message) => message.textId)).toEqual(['W0@2.0.1'])
})

it('begins one new course when two calls for an ended reference come at once', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world, asked({ injections: visits('2026-12-01T10:00') }))
  await passTime(world, sydney('2027-06-01T10:00'))
  const next = asked({ injections: visits('2027-07-06T10:00') })

  const outcomes = await Promise.all([
    enrol(world.services, HARBOUR, next),
    enrol(world.services, HARBOUR, next),
  ])

  expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.value.created).sort()).toEqual([
    false,
    true,
  ])
  expect((await stored(world, ann.id)).courses).toHaveLength(2)
})

it('keeps open escalations and tasks through a new enrolment', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world)
  const flagged = await stored(world, ann.id)
  const escalation = {
    ...{ seq: 1, tier: 2 as const, at: world.clock.now(), words: 'fever', replies: ['SM9'] },
    ...{ startsAt: world.clock.now(), alerted: [] },
  }
  const summary = { id: ann.id, reference: 'ann', state: 'active' as const, openEscalations: 1, openTasks: 0 }
  await world.store.patients.write(
    { ...flagged, escalations: [escalation], version: flagged.version + 1 },
    summary,
    flagged.version,
  )
  await changeStanding(world.services, HARBOUR, ann.id, 'withdraw', { actor: 'api' })

  await enrol(world.services, HARBOUR, asked({ injections: visits('2027-01-05T10:00') }))

  expect((await stored(world, ann.id)).escalations).toHaveLength(1)
})

it('refuses to enrol a stopped number again in words, once its courses are over', async () => {
  const world = await makeWorld()
  const ann = await enrolled(world, asked({ injections: visits('2026-12-01T10:00') }))
  await world.store.phones.recordOptOut(ANNS_MOBILE, { at: world.clock.now(), reason: 'stop' })
  await passTime(world, sydney('2027-06-01T10:00'))
  expect((await stored(world, ann.id)).optedOut).toMatchObject({ reason: 'stop' })

  const again = await enrol(world.services, HARBOUR, asked({ injections: visits('2027-07-06T10:00') }))

  expect(again).toMatchObject({
    kind: 'invalid',
    problems: [{ path: 'mobile', message: expect.stringMatching(/opted out/) }],
  })
})

const JO = asked({ reference: 'jo', mobile: '0491 570 156' })
const MIA = asked({ reference: 'mia', mobile: '0491 570 156' })

it.each([
  ['neither has', JO, MIA],
  ['only the first has', { ...JO, label: 'Jo' }, MIA],
  ['only the second has', JO, { ...MIA, label: 'Mia' }],
])('refuses a shared number when %s a label', async (_, first, second) => {
  const world = await makeWorld()
  await enrolled(world, first)

  const outcome = await enrol(world.services, HARBOUR, second)

  expect(outcome).toMatchObject({
    kind: 'invalid',
    problems: [{ path: 'label', message: expect.stringMatching(/both need a label/) }],
  })
})

it('lets two patients share a number under different labels', async () => {
  const world = await makeWorld()
  const jo = await enrolled(world, { ...JO, label: 'Jo' })

  const mia = await enrolled(world, { ...MIA, label: 'Mia' })

  expect(await world.store.phones.patients(phoneNumber('+61491570156'))).toEqual([jo.id, mia.id].sort())
})

it.each([
  'Stop',
  'C',
  '7',
  'no',
  'CANCEL',
])('refuses the label %s, which is an answer of its own', async (label) => {
  const world = await makeWorld()

  expect(await enrol(world.services, HARBOUR, { ...JO, label })).toMatchObject({
    kind: 'invalid',
    problems: [{ path: 'label', message: expect.stringContaining('give a name or initials') }],
  })
})

it.each(['Jo', 'Mia', 'Bob P', 'Dad', 'May', 'Will', 'J.', 'Li'])('takes the label %s', async (label) => {
  const world = await makeWorld()

  expect(await enrol(world.services, HARBOUR, { ...JO, label })).toMatchObject({ kind: 'done' })
})

it('refuses the same label twice on one number, whatever its case', async () => {
  const world = await makeWorld()
  await enrolled(world, { ...JO, label: 'Jo' })

  const outcome = await enrol(world.services, HARBOUR, { ...MIA, label: 'JO' })

  expect(outcome).toMatchObject({
    problems: [{ path: 'label', message: expect.stringMatching(/is used by another/) }],
  })
})

it('lets one of several calls at once have a number that none of them labels', async () => {
  const world = await makeWorld()
  const references = ['ann', 'bea', 'cat']

  const outcomes = await Promise.all(
    references.map((reference) => enrol(world.services, HARBOUR, asked({ reference }))),
  )

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'invalid', 'invalid'])
  expect(outcomes.find(({ kind }) => kind === 'invalid')).toMatchObject({ problems: [{ path: 'label' }] })
  const [owner, ...others] = await world.store.phones.patients(ANNS_MOBILE)
  expect(others).toEqual([])
  expect(outcomes.find(({ kind }) => kind === 'done')).toMatchObject({ value: { patient: { id: owner } } })
})

it('lets all of them have it with labels', async () => {
  const world = await makeWorld()
  const labels = ['Ann', 'Bea', 'Cat']

  const outcomes = await Promise.all(
    labels.map((label) => enrol(world.services, HARBOUR, asked({ reference: label, label }))),
  )

  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  expect(await world.store.phones.patients(ANNS_MOBILE)).toHaveLength(3)
})

it('is not kept from a number by what a stopped call left linked', async () => {
  const world = await makeWorld()
  await world.store.phones.link(ANNS_MOBILE, patientId('a-stopped-call'))

  const outcome = await enrol(world.services, HARBOUR, asked())

  expect(outcome).toMatchObject({ kind: 'done' })
  expect(world.clock.now() - ENROLLED).toBeLessThan(5 * SECOND)
})
