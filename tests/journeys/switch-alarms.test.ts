import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CloudOptions } from '../../local/cloud.ts'
import { ANN, endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'

const ENROLLED = '2026-11-23T14:00'
const BEN = { ...ANN, reference: 'ben-001', mobile: '0491 570 156', givenName: 'Ben' }
const CLEO = { ...ANN, reference: 'cleo-001', mobile: '0491 570 159', givenName: 'Cleo' }

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'switch-'))
})
afterEach(async () => {
  await endJourneys()
  rmSync(dataDir, { recursive: true, force: true })
})

const start = (options: Partial<CloudOptions>) => journeyFrom(ENROLLED, { dataDir, ...options })

/** The day after the switch, past 03:00 UTC, the sweep has made its daily pass. */
const passTheDay = (here: Journey): Promise<void> => here.until('2026-12-03T14:01')

/** What came on a phone, as `2026-12-01T08:00 R3@1.1.1`, whichever process sent it. */
const onPhones = (here: Journey, people: readonly Person[]): readonly string[] =>
  here.cloud.twilio
    .messages()
    .filter(({ direction, to }) => direction !== 'inbound' && people.some(({ mobile }) => mobile === to))
    .map(({ createdAt, to, body }) => `${new Date(createdAt).toISOString()} ${to} ${body}`)
    .toSorted()

/** Minutes only: a schedule, a rule and the sweep each have their own second. */
const toTheMinute = (texts: readonly string[]) => texts.map((text) => text.replace(/:\d\d\.\d{3}Z/, ''))

describe('after the switch from rules to Scheduler', () => {
  it('the daily pass moves every patient across and leaves no rule behind', async () => {
    const before = await start({})
    await before.enrol()
    await before.enrol(BEN)
    const cleo = await before.enrol(CLEO)
    await before.until('2026-12-02T12:00')
    await cleo.post('withdraw')
    const rules = (await before.cloud.services.alarms.used()).count
    await endJourneys()

    const here = await start({ alarms: 'scheduler' })
    await passTheDay(here)

    expect(rules).toBe(3)
    expect((await here.cloud.services.formerAlarms?.used())?.count).toBe(0)
    expect((await here.cloud.services.alarms.used()).count).toBe(2)
    expect(here.counted('AlarmsRemoved', 'former')).toBe(3)
    expect(here.counted('SweepFailures')).toBe(0)
  })

  it('no text is lost or doubled, and none comes at another minute', async () => {
    const control = await journeyFrom(ENROLLED)
    const unswitched = [await control.enrol(), await control.enrol(BEN)]
    await control.until('2027-03-30T12:00')
    const before = await start({})
    const people = [await before.enrol(), await before.enrol(BEN)]
    await before.until('2026-12-02T12:00')
    await endJourneys()

    const here = await start({ alarms: 'scheduler' })
    await passTheDay(here)
    await here.until('2027-03-30T12:00')

    const expected = toTheMinute(onPhones(control, unswitched))
    expect(toTheMinute(onPhones(here, people))).toEqual(expected)
    expect(expected.length).toBeGreaterThan(60)
    expect(here.counted('Duplicate')).toBe(0)
    expect(here.counted('SweepRescued')).toBe(0)
  })

  it('a rule that fires before the pass hands its patient over by itself', async () => {
    const before = await start({})
    const ann = await before.enrol()
    await endJourneys()

    const here = await start({ alarms: 'scheduler' })
    await here.until('2026-11-25T12:00')

    expect(ann.preview[1]?.local.slice(0, 10)).toBe('2026-11-24')
    expect((await here.cloud.services.patients.overdue(here.cloud.now(), 1)).length).toBe(0)
    expect((await here.cloud.services.alarms.used()).count).toBe(1)
    expect(here.counted('SweepRescued')).toBe(0)
  })

  it('the way back moves them to rules again', async () => {
    const before = await start({ alarms: 'scheduler' })
    await before.enrol()
    await before.enrol(BEN)
    await before.until('2026-12-02T12:00')
    await endJourneys()

    const here = await start({ alarms: 'rules' })
    await passTheDay(here)

    expect((await here.cloud.services.alarms.used()).count).toBe(2)
    expect(here.counted('PlanDrift', 'alarm-moved')).toBe(2)
  })
})
