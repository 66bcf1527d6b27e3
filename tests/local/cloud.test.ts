import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, instant, after as later, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { localDateTimeAt } from '../../lib/time/zone.ts'
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud.ts'
import { holdFolder } from '../../local/data-folder.ts'
import { pageApi } from '../../local/page-api.ts'
import type { PageView } from '../../local/page-view.ts'
import { noMetrics, quietLog } from '../../local/quiet-log.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

const START = Date.parse('2026-11-23T10:00:00+11:00') // a Monday in Sydney
const ANN = '+61491570006'
const open: Cloud[] = []
const folders: string[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((cloud) => cloud.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

async function cloudWith(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const observe = { log: quietLog, metrics: noMetrics }
  const cloud = await startCloud({ startAt: START, clinic: HARBOUR, observe, ...options })
  cloud.mount(pageApi(cloud))
  open.push(cloud)
  return cloud
}

async function close(cloud: Cloud): Promise<void> {
  open.splice(open.indexOf(cloud), 1)
  await cloud.close()
}

async function enrolAnn({ url, key }: Cloud): Promise<string> {
  const response = await fetch(`${url}/v1/patients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      reference: 'ann-001',
      mobile: '0491 570 006',
      injections: ['2026-12-01T10:00', '2027-01-12T10:00', '2027-02-23T10:00'].map((at) => ({ at })),
      consent: { given: '2026-11-23', method: 'written' },
    }),
  })
  const { patient } = (await response.json()) as { patient: { id: string } }
  return patient.id
}

const post = async (cloud: Cloud, path: string, body: unknown) => {
  const response = await fetch(`${cloud.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as PageView & { message: string } }
}

const bodies = (cloud: Cloud): readonly string[] => cloud.twilio.phone(ANN).map(({ body }) => body)

describe('the cloud on a laptop', () => {
  it.each(['rules', 'scheduler'] as const)('carries a course of half a year by %s', async (alarms) => {
    const cloud = await cloudWith({ alarms })
    await enrolAnn(cloud)

    await cloud.advanceTo(later(cloud.now(), 182 * DAY))

    expect(bodies(cloud).at(0)).toContain('we will text visit reminders')
    expect(bodies(cloud).at(-1)).toContain('this is our last text')
    expect(cloud.failures()).toEqual([])
    expect(await cloud.next()).toBeUndefined()
  })

  it('sweeps only in minutes in which somebody must be looked at', async () => {
    const cloud = await cloudWith()
    await enrolAnn(cloud)
    await cloud.advanceTo(later(cloud.now(), MINUTE))
    const before = cloud.dynamodb.counts().Query ?? 0

    await cloud.advanceTo(later(cloud.now(), 23 * HOUR))

    // One minute at a time this would be 1,380 queries.
    expect((cloud.dynamodb.counts().Query ?? 0) - before).toBeLessThan(20)
  })

  it('sends what no alarm announces: the sweep finds it within its minute', async () => {
    const cloud = await cloudWith()
    const id = await enrolAnn(cloud)
    cloud.eventbridge.loseNext(`alarm-local-${id}`)

    await cloud.advanceTo(instant(Date.parse('2026-11-24T10:02:59+11:00')))

    expect(bodies(cloud)).toHaveLength(2)
    expect(bodies(cloud).at(-1)).toContain('your visit is Tue 1 Dec at 10:00am')
  })

  it('goes on after a restart where it stopped', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'cloud-'))
    folders.push(dataDir)
    const first = await cloudWith({ dataDir })
    await enrolAnn(first)
    await first.advanceTo(later(first.now(), 10 * SECOND))
    await close(first)

    const second = await cloudWith({ dataDir, startAt: START + 400 * DAY })
    await second.advanceTo(instant(START + DAY + MINUTE))

    expect(bodies(second)).toEqual([
      expect.stringContaining('we will text visit reminders'),
      expect.stringContaining('your visit is Tue 1 Dec at 10:00am'),
    ])
  })

  it('keeps a second process out of its folder, in words', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'cloud-'))
    folders.push(dataDir)
    writeFileSync(join(dataDir, 'in-use-by'), String(process.ppid))

    expect(() => holdFolder(dataDir)).toThrow(`${dataDir}: in use by process ${process.ppid}`)
  })
})

describe("the page's own endpoints", () => {
  it('show the phone, the clock on both walls and the next text', async () => {
    const cloud = await cloudWith()
    const id = await enrolAnn(cloud)
    await cloud.advanceTo(later(cloud.now(), 2 * SECOND))

    const state = (await (await fetch(`${cloud.url}/local/state`)).json()) as PageView

    expect(state).toMatchObject({
      now: '2026-11-22T23:00:02Z',
      local: '2026-11-23T10:00',
      zone: 'Australia/Sydney',
      clinic: { name: 'Harbour Sports Med' },
      next: { at: '2026-11-23T23:00:00Z', whose: 'ann-001' },
      faults: [],
      phones: [{ mobile: ANN, label: 'ann-001', patientId: id, messages: [{ from: 'clinic' }] }],
      failures: [],
    })
    expect(state.phones[0]?.messages[0]).toMatchObject({
      at: '2026-11-22T23:00:01Z',
      local: '2026-11-23T10:00',
      status: 'delivered',
    })
  })

  it('jump to the next text, with its receipt', async () => {
    const cloud = await cloudWith()
    await enrolAnn(cloud)
    await post(cloud, '/local/clock', { next: true })

    const { body } = await post(cloud, '/local/clock', { next: true })

    const messages = body.phones[0]?.messages ?? []
    expect(messages.map(({ local }) => local)).toEqual(['2026-11-23T10:00', '2026-11-24T10:00'])
    expect(messages.at(-1)?.status).toBe('delivered')
  })

  it('say so when no text is left to come', async () => {
    const cloud = await cloudWith()

    const { status, body } = await post(cloud, '/local/clock', { next: true })

    expect(status).toBe(409)
    expect(body).toEqual({ message: 'no text is left to come' })
  })

  it('stop where a text waits, and say why none can arrive while Twilio is down', async () => {
    const cloud = await cloudWith()
    await enrolAnn(cloud)
    await post(cloud, '/local/clock', { next: true })
    await post(cloud, '/local/faults', { 'twilio-down': true })

    const { status, body } = await post(cloud, '/local/clock', { next: true })
    await post(cloud, '/local/clock', { next: true })

    expect(status).toBe(409)
    expect(body.message).toContain('Twilio is down, so no text can arrive')
    expect(localDateTimeAt(HARBOUR.zone, cloud.now())).toBe('2026-11-24T10:00')
    await post(cloud, '/local/faults', { 'twilio-down': false })
    await post(cloud, '/local/clock', { next: true })
    expect(bodies(cloud).at(-1)).toContain('your visit is Tue 1 Dec at 10:00am')
  })

  it('stop where a text waits while the clinic holds its texts', async () => {
    const cloud = await cloudWith()
    await enrolAnn(cloud)
    await post(cloud, '/local/clock', { next: true })
    await cloud.services.clinics.saveClinic({ ...HARBOUR, hold: { all: true, protocols: [] } })

    const { status, body } = await post(cloud, '/local/clock', { next: true })

    expect([status, body.message]).toEqual([409, expect.stringContaining('The clinic holds its texts')])
    expect(localDateTimeAt(HARBOUR.zone, cloud.now())).toBe('2026-11-24T10:00')
  })

  it('carry a reply and its answer', async () => {
    const cloud = await cloudWith()
    await enrolAnn(cloud)
    await cloud.advanceTo(instant(START + DAY + MINUTE))

    const { body } = await post(cloud, `/local/phones/${encodeURIComponent(ANN)}/messages`, { text: 'C' })

    expect(body.phones[0]?.messages.slice(-2)).toMatchObject([
      { from: 'patient', body: 'C' },
      { from: 'clinic', body: expect.stringContaining('you are confirmed for Tue 1 Dec at 10:00am') },
    ])
  })

  it('break and mend what is asked for', async () => {
    const cloud = await cloudWith()
    await post(cloud, '/local/faults', { 'twilio-down': true, 'callbacks-doubled': true })

    const { body } = await post(cloud, '/local/faults', { 'twilio-down': false })

    expect(body).toMatchObject({ faults: ['callbacks-doubled'] })
  })

  it.each([
    ['/local/faults', { fire: true }, 'true or false for any of twilio-down, alarms-lost'],
    ['/local/clock', {}, 'expected exactly one of "to", "advanceSeconds" and "next"'],
    ['/local/clock', { to: '2026-11-23T09:59' }, 'to "2026-11-23T09:59": the clock only moves forward'],
    ['/local/clock', { to: 'tomorrow' }, 'to "tomorrow": expected 2026-12-01T10:00'],
    ['/local/clock', { advanceSeconds: -1 }, 'advanceSeconds -1: expected a whole number from 0'],
    ['/local/clock', { to: '2029-01-01T10:00' }, 'at most 400 days'],
    ['/local/phones/0491570006/messages', { text: 'C' }, 'mobile "0491570006": expected E.164'],
    ['/local/phones/%2B61491570006/messages', { text: ' ' }, 'text: expected 1 to 1600 characters'],
  ])('refuse %s %j in words', async (path, sent, words) => {
    const cloud = await cloudWith()

    const { status, body } = await post(cloud, path, sent)

    expect(status).toBe(422)
    expect(body.message).toContain(words)
    expect(cloud.now()).toBe(START)
  })
})
