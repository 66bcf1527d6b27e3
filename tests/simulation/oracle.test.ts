import { expect, it } from 'vitest'
import { MUTATIONS } from './mutations.ts'
import { simulate } from './simulate.ts'

const RUN = {
  courses: 10,
  seed: 3,
  faults: ['crash', 'alarms', 'callbacks', 'moves', 'twilio', 'redelivery'],
} as const

const charges = async (sabotage = {}) => {
  const { findings } = await simulate(RUN, sabotage)
  return [...new Set(findings.map(({ charge }) => charge))]
}

it('finds nothing wrong with the product as it is', async () => {
  expect(await charges()).toEqual([])
})

it.each(Object.entries(MUTATIONS))('finds out a product that %s', async (_, sabotage) => {
  expect(await charges(sabotage)).not.toEqual([])
})
