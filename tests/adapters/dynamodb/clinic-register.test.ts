import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clinicId, patientId } from '../../../lib/patient/identifiers.ts'
import { aClinic, SENDER } from '../../contracts/stored-patients.ts'
import { startStorage } from './start-storage.ts'

let storage: Awaited<ReturnType<typeof startStorage>>
beforeEach(async () => {
  storage = await startStorage()
})
afterEach(() => storage.close())

const put = (item: Record<string, unknown>) =>
  storage.documents.send(new PutCommand({ TableName: storage.tableName, Item: item }))

test('an item that is no clinic or no API key gives an error that names its key', async () => {
  await put({ pk: 'CLINIC#northside', sk: 'CLINIC', document: { id: 'northside' } })
  await put({ pk: 'KEY#aa11', sk: 'KEY' })

  await expect(storage.clinics.clinic(aClinic.id)).rejects.toThrow(
    'item CLINIC#northside / CLINIC: document is no clinic',
  )
  await expect(storage.clinics.apiKey('aa11')).rejects.toThrow('item KEY#aa11 / KEY: document is no API key')
})

test('an error keeps references and senders to itself, for its words end in a log', async () => {
  await put({ pk: 'REF#northside#Jane Citizen', sk: 'REF' })
  await put({ pk: `SENDER#${SENDER}`, sk: 'SENDER' })

  await expect(storage.clinics.claimReference(aClinic.id, 'Jane Citizen', patientId('p1'))).rejects.toThrow(
    'item REF#northside#(withheld) / REF: document is no reference',
  )
  await expect(storage.clinics.clinicOfSender(SENDER)).rejects.toThrow(
    'item SENDER#(withheld) / SENDER: document is no sender',
  )
})

test('a sender that is taken costs one write', async () => {
  await storage.clinics.saveClinic(aClinic)
  storage.standIn.resetCounts()

  await storage.clinics.saveClinic({ ...aClinic, id: clinicId('rival') })

  expect(storage.standIn.counts()).toEqual({ PutItem: 1 })
})
