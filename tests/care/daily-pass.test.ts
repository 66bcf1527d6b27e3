import {
  DeleteRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dailyPass } from '../../lib/care/daily-pass.ts'
import { testRoutes } from '../../lib/care/route-test.ts'
import type { Services } from '../../lib/care/services.ts'
import { patientId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { DAY, HOUR, type Instant, instant, SECOND } from '../../lib/time/instant.ts'
import { localDate } from '../../lib/time/local-date.ts'
import { awsClient } from '../contracts/aws-client.ts'
import { sydney } from '../fixtures/ann.ts'
import { ANN, endJourneys, type Journey, journeyFrom, type Person } from '../journeys/journey.ts'

const AFTERNOON = '2026-11-25T14:30'
const BEN = { ...ANN, reference: 'ben-001', mobile: '0491 570 156', givenName: 'Ben' }

let here: Journey
let ann: Person
let services: Services
let eventbridge: EventBridgeClient

beforeEach(async () => {
  here = await journeyFrom('2026-11-23T14:00')
  ann = await here.enrol()
  await here.until(AFTERNOON)
  services = here.cloud.services
  await forgetTodaysPass()
  eventbridge = new EventBridgeClient(awsClient(here.cloud.eventbridge.url))
})
afterEach(async () => {
  eventbridge.destroy()
  await endJourneys()
})

/** The sweeps on the way have made today's pass; each test makes one of its own. */
const forgetTodaysPass = () =>
  services.dailyMarks.write({ day: localDate('2026-11-24'), part: 'done', openEscalations: 0 })

const stored = async (person = ann): Promise<Patient> => {
  const patient = await services.patients.read(patientId(person.id))
  if (patient === undefined) throw new Error('the patient is gone')
  return patient
}

async function overwrite(changed: (patient: Patient) => Patient): Promise<void> {
  const before = await stored()
  const next = { ...changed(before), version: before.version + 1 }
  const { items } = await services.patients.list(before.clinicId, { limit: 1 })
  const [summary] = items
  if (summary === undefined) throw new Error('the patient is in no list')
  await services.patients.write(next, summary, before.version)
}

const removeTarget = () => eventbridge.send(new RemoveTargetsCommand({ Rule: ann.rule, Ids: ['wake'] }))

describe('the daily pass', () => {
  it('leaves everything alone when all is well', async () => {
    const before = await stored()

    await dailyPass(services)

    expect(await stored()).toEqual(before)
    expect(here.counted('PlanDrift')).toBe(0)
    expect(here.counted('AlarmsRemoved')).toBe(0)
  })

  it.each([
    [
      'whose rule is gone',
      async () => {
        await removeTarget()
        await eventbridge.send(new DeleteRuleCommand({ Name: ann.rule }))
      },
    ],
    ['whose rule has lost its target', removeTarget],
  ])('gives a patient %s one that wakes her on time', async (_, lose) => {
    await lose()

    await dailyPass(services)
    await here.until('2026-11-26T12:00')

    expect(here.counted('PlanDrift', 'alarm-lost')).toBe(1)
    expect(ann.got('2026-11-25T14:30')).toEqual(['2026-11-26T10:00 N1@1.1.1'])
    expect(here.counted('SweepRescued')).toBe(0)
  })

  it('tests both alert routes of each clinic once a week, when it is open', async () => {
    const tests = () => here.cloud.twilio.messages().filter(({ body }) => body.includes('weekly test'))
    const emails = () => here.cloud.sns.published().filter(({ message }) => message.includes('weekly test'))
    await here.until('2026-11-30T14:30') // Monday, 03:30 UTC
    await dailyPass(services)
    await dailyPass(services)
    await here.until('2026-12-02T17:30')
    await dailyPass(services)

    expect(tests().map(({ to }) => to)).toEqual([here.cloud.clinic.onCall.A, here.cloud.clinic.onCall.B])
    expect(emails()).toHaveLength(1)
  })

  it('leaves the test for later while the clinic is closed', async () => {
    await here.until('2026-11-25T18:00')

    expect(await testRoutes(services, here.cloud.clinic.id)).toBe(false)
  })

  it.each([
    ['too late', 3 * DAY],
    ['too early', -1 * HOUR],
  ])('puts a look right that was %s', async (_, by) => {
    const { lookAt: right } = await stored()
    await overwrite((patient) => ({ ...patient, lookAt: instant((right ?? 0) + by) }))

    await dailyPass(services)

    expect((await stored()).lookAt).toBe(right)
    expect(here.counted('PlanDrift', 'look')).toBe(1)
  })

  it('removes the rule of a paused patient, who gets a whole one when she goes on', async () => {
    await ann.post('pause')

    await dailyPass(services)
    const left = await services.alarms.used()
    await ann.post('resume')
    await here.until('2026-11-26T12:00')

    expect(left.count).toBe(0)
    expect(here.counted('AlarmsRemoved', 'ended')).toBe(1)
    expect(ann.got('2026-11-25T14:30')).toEqual(['2026-11-26T10:00 N1@1.1.1'])
    expect(here.counted('SweepRescued')).toBe(0)
  })

  it('finds the rule of a patient nobody looks at any more by listing rules', async () => {
    await ann.post('withdraw')
    await overwrite(({ lookAt: _, ...patient }) => patient)

    await dailyPass(services)

    expect((await services.alarms.used()).count).toBe(0)
    expect((await stored()).alarm).toBeUndefined()
  })

  it('arms anew who was written between the look at her rule and its removal', async () => {
    const { read } = services.patients
    let looks = 0
    const late = async (id: Patient['id']) => (++looks === 1 ? undefined : read(id))

    await dailyPass({ ...services, patients: { ...services.patients, read: late } })

    expect(await services.alarms.wakes(patientId(ann.id))).toBe(true)
    expect((await stored()).alarm?.at).toBe(sydney('2026-11-26T10:00'))
  })

  it('goes on with the rest when one patient cannot be checked', async () => {
    const ben = await here.enrol(BEN)
    await here.until('2026-11-25T15:30')
    await forgetTodaysPass()
    await removeTarget()
    const wakes = async (id: Patient['id']) => {
      if (id === ben.id) throw new Error('throttled')
      return services.alarms.wakes(id)
    }

    await dailyPass({ ...services, alarms: { ...services.alarms, wakes } })

    expect(here.counted('SweepFailures')).toBe(1)
    expect(here.counted('PlanDrift', 'alarm-lost')).toBe(1)
    expect((await services.dailyMarks.read())?.part).toBe('done')
  })

  it('runs once a day, from 03:00 UTC on', async () => {
    await dailyPass(services)
    const marks: (string | undefined)[] = []
    for (const time of ['2026-11-26T02:59:59Z', '2026-11-26T03:00:00Z', '2026-11-27T02:59:59Z']) {
      const clock = { ...services.clock, now: () => instant(Date.parse(time)) }
      await dailyPass({ ...services, clock })
      marks.push((await services.dailyMarks.read())?.day)
    }

    expect(marks).toEqual(['2026-11-25', '2026-11-26', '2026-11-26'])
  })

  it('stops after 20 seconds and goes on in the next run, to the end', async () => {
    for (let n = 0; n < 250; n += 1)
      await eventbridge.send(
        new PutRuleCommand({ Name: `alarm-local-gone${n}`, ScheduleExpression: 'cron(0 0 1 1 ? 2099)' }),
      )
    let time = here.cloud.now()
    const now = (): Instant => {
      time = instant(time + 15 * SECOND)
      return time
    }
    const clock = { ...services.clock, now }
    const left: number[] = []

    for (let run = 0; run < 6; run += 1) {
      await dailyPass({ ...services, clock })
      left.push((await services.alarms.used()).count)
    }

    // Patients, then the alarms of before, of which there are none; then three pages of rules; then nothing.
    expect(left.map((count) => Math.floor(count / 50) * 50)).toEqual([250, 250, 150, 50, 0, 0])
    expect((await services.dailyMarks.read())?.part).toBe('done')
  })
})
