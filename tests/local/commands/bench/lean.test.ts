import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleOfFunction, FUNCTIONS } from '../../../../local/commands/bench/bundles.ts'
import { roundTripsRow } from '../../../../local/commands/bench/round-trips.ts'
import type { Row } from '../../../../local/commands/bench/row.ts'

const MOST_BYTES = 600_000

/** Of those that enrol: a mobile is told from a landline. */
const READS_NUMBERS = ['clinic-api', 'import-patients']

describe('the bundle of a function', () => {
  it.each(FUNCTIONS)('of %s is no larger than it may be', async (name) => {
    const { bytes } = await bundleOfFunction(name)

    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  it.each(FUNCTIONS)('of %s has nothing in it that only some functions need', async (name) => {
    const { modules } = await bundleOfFunction(name)
    const has = (part: string) => modules.some(({ path }) => path.includes(part))

    expect(has('node_modules/libphonenumber-js/')).toBe(READS_NUMBERS.includes(name))
    expect(has('node_modules/csv-parse/')).toBe(name === 'import-patients')
    expect(has('lib/triage/second-reader/')).toBe(name === 'receive-reply')
    expect(has('lib/triage/tables.ts')).toBe(false)
    expect(has('node_modules/temporal-polyfill/')).toBe(false)
    expect(has('twilio/lib/rest/Twilio.js')).toBe(false)
  })

  it.each(FUNCTIONS)('of %s has no module imported by Node, which would load fetch with it', async (name) => {
    const { file } = await bundleOfFunction(name)

    expect(await readFile(file, 'utf8')).not.toMatch(/\bimport\(/)
  })

  it.each(FUNCTIONS)('of %s has of the SDK what it needs, and that once', async (name) => {
    const { modules } = await bundleOfFunction(name)

    const inVain = modules.filter(({ path }) =>
      /@aws-sdk\/(nested-clients|client-ssm|client-sns)\/|\/event-streams\//.test(path),
    )
    // npm puts a second version of a package inside the package that asks for it.
    const second = modules.filter(({ path }) =>
      /node_modules\/.+\/node_modules\/@(aws-sdk|smithy)\//.test(path),
    )

    expect([...inVain, ...second].map(({ path }) => path)).toEqual([])
  })
})

describe('the calls made', () => {
  let row: Row
  beforeAll(async () => {
    row = await roundTripsRow()
  })
  const figure = (name: string) => row.figures.find((one) => one.name === name)

  it('are as many as each kind of run may take', () => {
    expect(row.passes, JSON.stringify(row.figures)).toBe(true)
    expect(figure('a reply')?.value).toBeLessThanOrEqual(8)
    expect(figure('a delivery callback')?.value).toBeLessThanOrEqual(3)
  })

  it('are for a text those it cannot do without', () => {
    expect(figure('a text')).toMatchObject({
      value: 7,
      unit: 'calls (5 dynamodb, 1 eventbridge, 1 twilio)',
    })
  })

  it('are for a red flag also a text and an e-mail to staff', () => {
    const redFlag = figure('a reply with a red flag')

    expect(redFlag?.value).toBeLessThanOrEqual(16)
    expect(redFlag?.unit).toContain('1 sns, 1 twilio')
  })
})
