import { createServer } from 'node:http'
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packed } from '../../../lib/adapters/dynamodb/packed.ts'
import { dynamoPatientStore } from '../../../lib/adapters/dynamodb/patient-store.ts'
import { patientId } from '../../../lib/patient/identifiers.ts'
import { after, DAY, type Instant } from '../../../lib/time/instant.ts'
import {
  aClinic,
  barePatient,
  courseLedger,
  create,
  fullPatient,
  REFERENCE,
  summaryOf,
} from '../../contracts/stored-patients.ts'
import { documentsAt, startStorage } from './start-storage.ts'

let storage: Awaited<ReturnType<typeof startStorage>>
beforeEach(async () => {
  storage = await startStorage()
})
afterEach(() => storage.close())

test('patient and clinic are read in one round trip', async () => {
  const { standIn, patients, clinics } = storage
  await clinics.saveClinic(aClinic)
  await patients.write(fullPatient('p1'), summaryOf(fullPatient('p1')), 0)
  standIn.resetCounts()

  await patients.readWithClinic(patientId('p1'), aClinic.id)

  expect(standIn.counts()).toEqual({ BatchGetItem: 1 })
})

test('a read, a write, a page of the list and a look at what is overdue are one round trip each', async () => {
  const { standIn, patients } = storage
  const patient = fullPatient('p1')

  await patients.write(patient, summaryOf(patient), 0)
  await patients.read(patient.id)
  await patients.list(aClinic.id, { limit: 10 })
  await patients.overdue(REFERENCE, 10)

  expect(standIn.counts()).toEqual({ PutItem: 1, GetItem: 1, Query: 2 })
})

test('a page of the list is one round trip though more patients follow', async () => {
  const { standIn, patients } = storage
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => create(storage, barePatient(id))))
  standIn.resetCounts()

  const { cursor } = await patients.list(aClinic.id, { limit: 2 })

  expect(cursor).toBe('b')
  expect(standIn.counts()).toEqual({ Query: 1 })
})

test('keys left unprocessed are asked for again, four times at most', async () => {
  const { url, calls, close } = await alwaysUnprocessed()
  const documents = documentsAt(url)
  const patients = dynamoPatientStore({ documents, tableName: 'any' })

  const read = patients.readWithClinic(patientId('p1'), aClinic.id)

  await expect(read).rejects.toThrow('batch read of PATIENT#p1: keys left unprocessed 4 times')
  expect(calls()).toBe(4)
  documents.destroy()
  await close()
})

test('a write whose answer was lost reads as a conflict, and the next read finds it done', async () => {
  const { documents, patients } = storage
  const patient = fullPatient('p1')
  let lost = 0
  documents.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args)
      lost += 1
      if (lost === 1) throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
      return answer
    },
    { step: 'deserialize', priority: 'high' },
  )

  const outcome = await patients.write(patient, summaryOf(patient), 0)

  expect(outcome).toBe('conflict')
  expect(await patients.read(patient.id)).toStrictEqual(patient)
})

test('an item that is no patient gives an error that names its key', async () => {
  const { documents, tableName, patients } = storage
  const document = packed({ id: 'p1', name: 'not a patient' })
  await documents.send(
    new PutCommand({ TableName: tableName, Item: { pk: 'PATIENT#p1', sk: 'PATIENT', document } }),
  )
  const no = 'item PATIENT#p1 / PATIENT: document is no patient'

  await expect(patients.read(patientId('p1'))).rejects.toThrow(no)
  await expect(patients.readWithClinic(patientId('p1'), aClinic.id)).rejects.toThrow(no)
})

test.each([
  ['is damaged', packed({ id: 'p1', note: 'phone her daughter' }).subarray(0, 20)],
  ['is not packed', { id: 'p1' }],
])('a document that %s is an error that does not quote it', async (trouble, document) => {
  const { documents, tableName, patients } = storage
  const Item = { pk: 'PATIENT#p1', sk: 'PATIENT', document }
  await documents.send(new PutCommand({ TableName: tableName, Item }))

  await expect(patients.read(patientId('p1'))).rejects.toThrow(
    new Error(`item PATIENT#p1 / PATIENT: document ${trouble}`),
  )
})

test('only patients appear in the indexes', async () => {
  const { clinics, patients, evidence, phones } = storage
  const patient = fullPatient('p1')
  await clinics.saveClinic(aClinic)
  await clinics.saveApiKey('aa11', { clinicId: aClinic.id, roles: ['clinic'] })
  await clinics.claimReference(aClinic.id, 'MRN 1', patient.id)
  await phones.recordOptOut(patient.mobile, { at: REFERENCE, reason: 'stop' })
  await phones.link(patient.mobile, patient.id)
  await evidence.putChange(patient.id, { version: 1, at: REFERENCE, actor: 'reception', what: 'enrolled' })
  await patients.write(patient, summaryOf(patient), 0)

  const { items } = await patients.list(aClinic.id, { limit: 10 })
  const overdue = await patients.overdue(after(REFERENCE, 1000 * DAY), 10)

  expect(items).toHaveLength(1)
  expect(overdue).toHaveLength(1)
})

test('a whole course of 48 texts is read with at most 2 read units, 8 KB', async () => {
  const { documents, tableName, patients } = storage
  const patient = { ...fullPatient('p1'), ledger: courseLedger(48) }
  await patients.write(patient, summaryOf(patient), 0)

  const { ConsumedCapacity } = await documents.send(
    new GetCommand({
      TableName: tableName,
      Key: { pk: 'PATIENT#p1', sk: 'PATIENT' },
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )

  expect(ConsumedCapacity?.CapacityUnits).toBeLessThanOrEqual(2)
})

test('a number that is none is refused, not stored as something else', async () => {
  const { patients } = storage
  const patient = fullPatient('p1')
  const broken = { ...patient, mobileSince: Number.NaN as Instant }

  await expect(patients.write(broken, summaryOf(patient), 0)).rejects.toThrow('mobileSince: NaN is no number')
  expect(await patients.read(patient.id)).toBeUndefined()
})

/** A table so throttled that no batch is ever served. */
async function alwaysUnprocessed() {
  let calls = 0
  const server = createServer((request, response) => {
    calls += 1
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      response.setHeader('content-type', 'application/x-amz-json-1.0')
      response.end(JSON.stringify({ Responses: {}, UnprocessedKeys: JSON.parse(body).RequestItems }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
