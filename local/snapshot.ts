import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the stand-ins and the clock know; the patients are in the database. */
const snapshot = z.object({
  now: z.number(),
  eventbridge: z.unknown(),
  scheduler: z.unknown(),
  twilio: z.unknown(),
  lambda: z.unknown(),
})
export type Snapshot = z.infer<typeof snapshot>

const fileIn = (dir: string): string => join(dir, 'cloud.json')

/** @throws Error naming the file when it is there but cannot be read as a snapshot */
export function readSnapshot(dir: string): Snapshot | undefined {
  const file = fileIn(dir)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return snapshot.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${file}: not a snapshot of this service; use another folder or remove this one`, {
      cause,
    })
  }
}

/** Replaces the snapshot in one step, so that a crash leaves the old one or the new one. */
export function writeSnapshot(dir: string, state: Snapshot): void {
  const file = fileIn(dir)
  writeFileSync(`${file}.new`, JSON.stringify(state))
  renameSync(`${file}.new`, file)
}
