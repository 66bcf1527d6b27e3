import { afterEach, beforeEach, expect, it } from 'vitest'
import { after, instant } from '../../../lib/time/instant.ts'
import { type Cloud, startCloud } from '../../../local/cloud.ts'
import { smokeTest } from '../../../local/commands/smoke-test.ts'

/** Two in the morning in Sydney, where the clinic is. */
const NIGHT = Date.UTC(2026, 10, 23, 15)
const MOBILE = '+61491570156'

let cloud: Cloud
beforeEach(async () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  cloud = await startCloud({ startAt: NIGHT, observe: { log, metrics: { add: () => {} } } })
})
afterEach(() => cloud.close())

const smoke = (full: boolean) =>
  smokeTest({
    url: cloud.url,
    key: cloud.key,
    mobile: MOBILE,
    full,
    now: cloud.now,
    sleep: (ms) => cloud.advanceTo(after(cloud.now(), ms)),
  })

it('reports the lateness of a welcome at any hour, and withdraws the patient', async () => {
  const lines = await smoke(false)

  expect(lines.map(({ state, what }) => `${state} ${what}`)).toEqual([
    'ok the service answers and is configured',
    'ok the welcome, sent within the enrolment: 0.0 s after due, now sent',
  ])
  const { items } = await cloud.services.patients.list(cloud.clinic.id, { limit: 10 })
  expect(items).toMatchObject([{ state: 'withdrawn' }])
})

it('in full also waits for a text that goes by the patient’s alarm', async () => {
  const lines = await smoke(true)

  expect(lines[2]?.what).toMatch(
    /^the news of a moved visit, sent by the alarm: \d+\.\d s after due, now sent$/,
  )
  expect(cloud.twilio.messages().filter(({ to }) => to === MOBILE)).toHaveLength(2)
  expect(cloud.now()).toBeLessThan(instant(NIGHT + 20 * 60_000))
})

it('says so when a text does not go, and withdraws the patient all the same', async () => {
  cloud.twilio.down(true)

  const lines = await smoke(false)

  expect(lines[1]).toMatchObject({ state: 'wrong', what: expect.stringContaining('5 minutes after due') })
  const { items } = await cloud.services.patients.list(cloud.clinic.id, { limit: 10 })
  expect(items).toMatchObject([{ state: 'withdrawn' }])
})

it('fails in words when the key is refused', async () => {
  const refused = smokeTest({
    url: cloud.url,
    key: 'wrong',
    mobile: MOBILE,
    full: false,
    now: cloud.now,
    sleep: async () => {},
  })

  await expect(refused).rejects.toThrow('POST /v1/patients answered 401')
})
