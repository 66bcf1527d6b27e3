import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClinic, create, fullPatient, MOBILE, REFERENCE, SENDER } from '../../contracts/stored-patients.ts'
import { startStorage } from './start-storage.ts'

interface Read {
  readonly ConsistentRead?: boolean
}

let storage: Awaited<ReturnType<typeof startStorage>>
beforeEach(async () => {
  storage = await startStorage()
})
afterEach(() => storage.close())

test('every read but the two indexes is consistent: a STOP of a moment ago counts', async () => {
  const { patients, evidence, phones, clinics, documents, tableName } = storage
  const { id } = fullPatient('p1')
  await create(storage, fullPatient('p1'))
  await clinics.claimReference(aClinic.id, 'MRN 1', id)
  const eventual: string[] = []
  const consistent: string[] = []
  documents.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const input = args.input as Read & { RequestItems?: Record<string, Read> }
        const { ConsistentRead } = input.RequestItems?.[tableName] ?? input
        if (!commandName.startsWith('Put')) (ConsistentRead ? consistent : eventual).push(commandName)
        return next(args)
      },
    { step: 'initialize' },
  )

  await Promise.all([
    patients.read(id),
    patients.readWithClinic(id, aClinic.id),
    evidence.reply(id, 'SM0'),
    evidence.sent(id),
    phones.optOut(MOBILE),
    phones.patients(MOBILE),
    phones.known(MOBILE),
    clinics.clinic(aClinic.id),
    clinics.clinicOfSender(SENDER),
    clinics.apiKey('aa11'),
    clinics.claimReference(aClinic.id, 'MRN 1', id),
  ])
  const eventualOfTable = [...eventual]
  await patients.list(aClinic.id, { limit: 10 })
  await patients.overdue(REFERENCE, 10)

  expect(consistent).toHaveLength(11)
  expect(eventualOfTable).toEqual([])
  expect(eventual).toHaveLength(2)
})
