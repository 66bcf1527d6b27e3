import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDynamoDb } from '../../../local/stand-ins/dynamodb.ts'
import { startStorage } from '../../adapters/dynamodb/start-storage.ts'
import { aClinic, fullPatient, summaryOf } from '../../contracts/stored-patients.ts'

test('with a folder, data outlives the process that wrote it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'dynamodb-'))
  const patient = fullPatient('p1')
  const before = await startStorage({ dir })
  await before.patients.write(patient, summaryOf(patient), 0)
  await before.close()

  const afterwards = await startStorage({ dir })
  const read = await afterwards.patients.read(patient.id)
  const { items } = await afterwards.patients.list(aClinic.id, { limit: 10 })
  await afterwards.close()
  await rm(dir, { recursive: true })

  expect(read).toStrictEqual(patient)
  expect(items).toHaveLength(1)
})

test('calls on the wire are counted by operation, from zero after the start and each reset', async () => {
  const { standIn, patients, close } = await startStorage()
  const fresh = standIn.requests()

  await patients.read(fullPatient('p1').id)
  await patients.read(fullPatient('p1').id)
  const counted = [standIn.requests(), standIn.counts()]
  standIn.resetCounts()
  const reset = [standIn.requests(), standIn.counts()]
  await close()

  expect(fresh).toBe(0)
  expect(counted).toEqual([2, { GetItem: 2 }])
  expect(reset).toEqual([0, {}])
})

test('a port that is taken is an error, not a silent other port', async () => {
  const first = await startDynamoDb()

  const second = startDynamoDb({ port: Number(new URL(first.url).port) })

  await expect(second).rejects.toThrow('EADDRINUSE')
  await first.close()
})
