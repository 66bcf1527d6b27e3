import { afterEach, beforeEach, describe } from 'vitest'
import type { Storage } from '../memory/store.ts'
import { breakersContract } from './storage-breakers.ts'
import { clinicsContract } from './storage-clinics.ts'
import { dailyMarksContract } from './storage-daily-marks.ts'
import { evidenceContract } from './storage-evidence.ts'
import { listsContract, looksContract } from './storage-lists.ts'
import { documentsContract } from './storage-patients.ts'
import { phonesContract } from './storage-phones.ts'
import { replansContract } from './storage-replans.ts'

/** The storage of the running test. */
export type Ask = () => Storage

/** What every store of this service does, whatever it is made of. `start` gives an empty one for each test. */
export function storageContract(
  name: string,
  start: () => Promise<Storage & { close(): Promise<void> }>,
): void {
  describe(`${name} as storage`, () => {
    let storage: Awaited<ReturnType<typeof start>>
    beforeEach(async () => {
      storage = await start()
    })
    afterEach(() => storage.close())

    describe('patients', () => documentsContract(() => storage))
    describe('the clinic list', () => listsContract(() => storage))
    describe('the look index', () => looksContract(() => storage))
    describe('phone numbers', () => phonesContract(() => storage))
    describe('clinics', () => clinicsContract(() => storage))
    describe('breakers', () => breakersContract(() => storage))
    describe('the daily mark', () => dailyMarksContract(() => storage))
    describe('replans', () => replansContract(() => storage))
    describe('evidence', () => evidenceContract(() => storage))
  })
}
