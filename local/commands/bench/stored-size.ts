import { createHash } from 'node:crypto'
import { packed } from '../../../lib/adapters/dynamodb/packed.ts'

/**
 * Bytes that a value takes in DynamoDB: names and texts in UTF-8, a number half a byte a digit and one more, a list or
 * map 3 bytes and one for each of its members.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function storedSize(value: unknown): number {
  if (typeof value === 'string') return textSize(value)
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + 1 + storedSize(one), 3)
  if (typeof value !== 'object' || value === null) return 1
  const members = Object.entries(value).filter(([, one]) => one !== undefined)
  return members.reduce((sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + storedSize(one), 3)
}

/** Bytes of a document as the table keeps it packed. */
export function packedSize(document: object): number {
  const real: object = JSON.parse(
    JSON.stringify(document, (_, value: unknown) => (typeof value === 'string' ? withRealId(value) : value)),
  )
  return packed(real).length
}

/** Ids of the simulation are shorter than Twilio's 34 characters, and than the 20 of ours, and easier to pack. */
const REAL_IDS = [
  { is: /^SM(in)?\d+$/, digits: 'hex', length: 34 },
  { is: /^[ap]-\d+-/, digits: 'base64url', length: 20 },
] as const

function withRealId(text: string): string {
  const id = REAL_IDS.find(({ is }) => is.test(text))
  return id === undefined ? text : createHash('sha256').update(text).digest(id.digits).slice(0, id.length)
}

const textSize = (text: string): number => Buffer.byteLength(withRealId(text))
