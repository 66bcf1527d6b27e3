import { type Costs, courseCosts, sumOf } from './course-cost.ts'
import { idleCosts } from './idle-cost.ts'
import { READ_ON } from './prices.ts'
import type { Figure, Row } from './row.ts'

const MOST_A_COURSE = 0.003
const MOST_IDLE = 5

/** Calls and bytes counted in a simulated course, and what stands in the stack when nobody is enrolled, by the price table. */
export async function moneyRow(): Promise<Row> {
  const { texts, costs } = await courseCosts()
  const { list, ownAccount } = await idleCosts()
  return {
    name: 'money',
    measured: `a course of ${texts} texts beside the texts themselves, and a month without a patient, at prices read on ${READ_ON}`,
    figures: [
      ...figuresOf('course', costs, 'US$ a course'),
      ...figuresOf('idle', ownAccount, 'US$ a month, with what every account has free'),
      { name: 'idle in an account that uses up what is free', value: sumOf(list), unit: 'US$ a month' },
    ],
    limit: `at us-east-1's prices, at most US$${MOST_A_COURSE} a course; idle at most US$${MOST_IDLE} a month in an account of its own`,
    passes: sumOf(costs) <= MOST_A_COURSE && sumOf(ownAccount) <= MOST_IDLE,
  }
}

const figuresOf = (name: string, costs: Costs, unit: string): readonly Figure[] => [
  { name, value: sumOf(costs), unit },
  ...Object.entries(costs).map(([what, value]) => ({ name: `${name}, ${what}`, value, unit })),
]
