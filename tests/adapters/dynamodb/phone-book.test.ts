import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dynamoPhoneBook } from '../../../lib/adapters/dynamodb/phone-book.ts'
import { patientId } from '../../../lib/patient/identifiers.ts'
import { MOBILE, REFERENCE } from '../../contracts/stored-patients.ts'
import { secrets, startStorage } from './start-storage.ts'

let storage: Awaited<ReturnType<typeof startStorage>>
beforeEach(async () => {
  storage = await startStorage()
})
afterEach(() => storage.close())

async function everything() {
  const { documents, tableName } = storage
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: tableName }))
  return Items
}

test('neither a key nor an item of the phone partition holds the number', async () => {
  const { phones } = storage
  await phones.recordOptOut(MOBILE, { at: REFERENCE, reason: 'stop' })
  await phones.link(MOBILE, patientId('p1'))

  const items = await everything()

  expect(items.map(({ pk, sk }) => [pk.slice(0, 6), sk])).toEqual([
    ['PHONE#', 'OPTOUT'],
    ['PHONE#', 'PATIENT#p1'],
  ])
  expect(items[0]?.pk).toMatch(/^PHONE#[A-Za-z0-9_-]{43}$/)
  expect(JSON.stringify(items)).not.toContain(MOBILE.slice(3))
})

test('the hash is keyed: without the key of this deployment nothing is found', async () => {
  const { documents, tableName, phones } = storage
  await phones.recordOptOut(MOBILE, { at: REFERENCE, reason: 'stop' })
  const values = { ...(await secrets.current()), phoneHashKey: 'another key' }
  const stranger = dynamoPhoneBook({
    documents,
    tableName,
    secrets: { current: async () => values, refreshed: async () => values },
  })

  expect(await stranger.optOut(MOBILE)).toBeUndefined()
  expect(await phones.optOut(MOBILE)).toBeDefined()
})
