import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endJourneys, journeyFrom } from './journey.ts'
import { arrivedAt } from './phone.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'journey-'))
})

afterEach(async () => {
  await endJourneys()
  rmSync(dataDir, { recursive: true })
})

it('goes on after a restart where it was: same clock, same plan, every text once', async () => {
  const before = await journeyFrom('2026-11-23T14:00', { dataDir })
  const { id, mobile, preview } = await before.enrol()
  await before.until('2026-11-26T12:00')
  await endJourneys()

  const after = await journeyFrom('2026-01-01T00:00', { dataDir })
  const again = await after.call('GET', `/v1/patients/${id}/plan`)
  await after.until('2026-12-02T12:00')

  expect(again.body.items.map(({ body }: { body: string }) => body)).toEqual(preview.map(({ body }) => body))
  expect(arrivedAt(after.cloud, mobile).map(({ local, id: text }) => `${local} ${text}`)).toEqual([
    '2026-11-23T14:00 W0@1.0.1',
    '2026-11-24T10:00 R1@1.1.1',
    '2026-11-26T10:00 N1@1.1.1',
    '2026-11-29T10:00 R2@1.1.1',
    '2026-12-01T18:00 F1@1.1.1',
    '2026-12-02T10:00 N2@1.1.1',
  ])
  expect(after.counted('SweepRescued')).toBe(0)
})

it('keeps the settings a clinic has changed, and works off after the restart what they change', async () => {
  const before = await journeyFrom('2026-11-23T14:00', { dataDir })
  const { mobile } = await before.enrol()
  const { body } = await before.call('GET', '/v1/clinic')
  await before.call('PUT', '/v1/clinic', { ...body, textingHours: '07:00-09:30' })
  await endJourneys()

  const after = await journeyFrom('2026-01-01T00:00', { dataDir })
  await after.until('2026-11-24T12:00')

  expect(arrivedAt(after.cloud, mobile).map(({ local, id: text }) => `${local} ${text}`)).toEqual([
    '2026-11-23T14:00 W0@1.0.1',
    '2026-11-24T09:15 R1@1.1.1',
  ])
})
