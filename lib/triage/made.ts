import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What replies are read by: phrases and medicines, by `npm run triage:tables`, and what the second reader learned, by
 * `npm run triage:train`. They lie in the folder `made` beside this code, and beside the bundle it is deployed in.
 */
export type Made = 'tables.txt' | 'weights.bin'

const DIGEST = 64
const digestOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')

/** With its digest as first line, by which whoever reads it knows that all of it is there. */
export const sealed = (body: Uint8Array): Buffer => Buffer.concat([Buffer.from(`${digestOf(body)}\n`), body])

/**
 * What `sealed` was given. Read while a function is loaded, once, as its code is.
 * @throws Error if the file is missing or not as it was made
 */
export function made(name: Made): Buffer {
  const file = readFileSync(join(import.meta.dirname, 'made', name))
  const body = file.subarray(DIGEST + 1)
  const [expected, found] = [file.toString('latin1', 0, DIGEST), digestOf(body)]
  if (found !== expected)
    throw new Error(`made/${name}: its digest is ${found}, expected ${expected} of its first line`)
  return body
}
