import { describe, expect, it } from 'vitest'
import { bundleOfFunction, FUNCTIONS } from '../../../../local/commands/bench/bundles.ts'
import { roundTripsRow } from '../../../../local/commands/bench/round-trips.ts'

const KILOBYTE = 1000

/** Its own subject is what makes these larger: telling mobiles of every country apart, and reading replies. */
const LARGER: Readonly<Record<string, number>> = { 'clinic-api': 980, 'receive-reply': 1080 }

describe('the bundle of a function', () => {
  it.each(FUNCTIONS)('of %s is no larger than it may be', async (name) => {
    const { bytes } = await bundleOfFunction(name)

    expect(bytes / KILOBYTE).toBeLessThan(LARGER[name] ?? 600)
  })

  it.each(FUNCTIONS)('of %s has nothing in it that only some functions need', async (name) => {
    const { modules } = await bundleOfFunction(name)
    const has = (part: string) => modules.some(({ path }) => path.includes(part))

    expect(has('node_modules/libphonenumber-js/')).toBe(name === 'clinic-api')
    expect(has('node_modules/csv-parse/')).toBe(name === 'clinic-api')
    expect(has('lib/triage/second-reader/')).toBe(name === 'receive-reply')
    expect(has('node_modules/temporal-polyfill/')).toBe(false)
    expect(has('@aws-sdk/nested-clients/')).toBe(false)
    expect(has('twilio/lib/rest/Twilio.js')).toBe(false)
  })
})

it('makes as many calls as a text and an enrolment take, and no more', async () => {
  const { figures, passes } = await roundTripsRow()

  expect(passes, JSON.stringify(figures)).toBe(true)
  expect(figures.find(({ name }) => name === 'a text')).toMatchObject({
    value: 7,
    unit: 'calls (5 dynamodb, 1 eventbridge, 1 twilio)',
  })
})
