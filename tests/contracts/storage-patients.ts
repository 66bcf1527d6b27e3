import { expect, test } from 'vitest'
import { clinicId, patientId } from '../../lib/patient/identifiers.ts'
import type { Ask } from './storage.ts'
import {
  aClinic,
  barePatient,
  courseLedger,
  create,
  fullPatient,
  idsOf,
  summaryOf,
} from './stored-patients.ts'

export function documentsContract(ask: Ask): void {
  test('a patient who is not stored reads as undefined', async () => {
    const { patients } = ask()

    const read = await patients.read(patientId('nobody'))

    expect(read).toBeUndefined()
  })

  test.each([
    ['every optional field absent', barePatient('p1')],
    ['every optional field present', fullPatient('p1')],
    ['a whole course in the ledger', { ...fullPatient('p1'), ledger: courseLedger(48) }],
  ])('a patient with %s comes back as written', async (_, patient) => {
    const storage = ask()

    const outcome = await create(storage, patient)

    expect(outcome).toBe('written')
    expect(await storage.patients.read(patient.id)).toStrictEqual(patient)
  })

  test('many are read at once, in the order asked for, without those that are not there', async () => {
    const storage = ask()
    const ids = Array.from({ length: 130 }, (_, n) => `p${n}`)
    await Promise.all(ids.map((id) => create(storage, barePatient(id))))
    const wanted = ['p129', 'nobody', ...ids.slice(0, 129).toReversed()].map(patientId)

    const read = await storage.patients.readMany(wanted)

    expect(idsOf(read)).toEqual(wanted.filter((id) => id !== 'nobody'))
    expect(read[0]).toStrictEqual(barePatient('p129'))
    expect(await storage.patients.readMany([])).toEqual([])
  })

  test('what was read is a copy: changing it changes nothing stored', async () => {
    const storage = ask()
    const patient = fullPatient('p1')
    await create(storage, patient)

    const read = await storage.patients.read(patient.id)
    Object.assign(read?.courses[0] ?? {}, { number: 99 })

    expect(await storage.patients.read(patient.id)).toStrictEqual(patient)
  })

  test('creating a patient twice is a conflict and keeps the first', async () => {
    const storage = ask()
    const first = barePatient('p1')
    await create(storage, first)

    const outcome = await create(storage, { ...first, givenName: 'Other' })

    expect(outcome).toBe('conflict')
    expect(await storage.patients.read(first.id)).toStrictEqual(first)
  })

  test('a write over the expected version replaces the whole document', async () => {
    const storage = ask()
    const first = fullPatient('p1')
    await create(storage, first)
    const second = { ...barePatient('p1'), version: 2 }

    const outcome = await storage.patients.write(second, summaryOf(second), 1)

    expect(outcome).toBe('written')
    expect(await storage.patients.read(first.id)).toStrictEqual(second)
  })

  test.each([
    ['an older version than the stored one', 1],
    ['a newer version than the stored one', 3],
  ])('a write that expects %s is a conflict and changes nothing', async (_, expected) => {
    const storage = ask()
    const first = barePatient('p1')
    const second = { ...first, version: 2 }
    await create(storage, first)
    await storage.patients.write(second, summaryOf(second), 1)
    const late = { ...first, givenName: 'Late', version: expected + 1 }

    const outcome = await storage.patients.write(late, summaryOf(late), expected)

    expect(outcome).toBe('conflict')
    expect(await storage.patients.read(first.id)).toStrictEqual(second)
  })

  test('a write over a patient who is gone is a conflict', async () => {
    const patient = { ...barePatient('p1'), version: 2 }

    const outcome = await ask().patients.write(patient, summaryOf(patient), 1)

    expect(outcome).toBe('conflict')
  })

  test('a document whose version does not follow the expected one is refused', async () => {
    const { patients } = ask()
    const patient = { ...barePatient('p1'), version: 3 }

    const write = patients.write(patient, summaryOf(patient), 1)

    await expect(write).rejects.toThrow('patient p1 version 3: expected 2')
  })

  test('of 50 writers over one version exactly one wins, and its document stands', async () => {
    const storage = ask()
    await create(storage, barePatient('p1'))
    const rivals = Array.from({ length: 50 }, (_, n) => ({
      ...barePatient('p1'),
      version: 2,
      label: `rival ${n}`,
    }))

    const outcomes = await Promise.all(
      rivals.map((rival) => storage.patients.write(rival, summaryOf(rival), 1)),
    )

    const winners = rivals.filter((_, n) => outcomes[n] === 'written')
    expect(winners).toHaveLength(1)
    expect(await storage.patients.read(patientId('p1'))).toStrictEqual(winners[0])
  })

  test('of 50 creations of one patient exactly one wins', async () => {
    const storage = ask()

    const outcomes = await Promise.all(Array.from({ length: 50 }, () => create(storage, barePatient('p1'))))

    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1)
  })

  test('a document is removed by whoever knows its version, and then gone from every list', async () => {
    const storage = ask()
    const patient = fullPatient('p1')
    await create(storage, patient)
    await create(storage, fullPatient('p2'))

    const late = await storage.patients.remove(patient.id, patient.version - 1)
    const removed = await storage.patients.remove(patient.id, patient.version)
    const again = await storage.patients.remove(patient.id, patient.version)

    expect([late, removed, again]).toEqual(['conflict', 'removed', 'conflict'])
    expect(await storage.patients.read(patient.id)).toBeUndefined()
    const { items } = await storage.patients.list(patient.clinicId, { limit: 10 })
    expect(items.map(({ id }) => id)).toEqual(['p2'])
  })

  test('patient and clinic are read together', async () => {
    const storage = ask()
    const patient = fullPatient('p1')
    await create(storage, patient)
    await storage.clinics.saveClinic(aClinic)

    const both = await storage.patients.readWithClinic(patient.id, aClinic.id)

    expect(both).toStrictEqual({ patient, clinic: aClinic })
  })

  test('of a patient and a clinic read together, what is missing is absent', async () => {
    const storage = ask()
    await create(storage, barePatient('p1'))

    const withoutClinic = await storage.patients.readWithClinic(patientId('p1'), clinicId('nowhere'))
    const withNeither = await storage.patients.readWithClinic(patientId('nobody'), clinicId('nowhere'))

    expect(withoutClinic).toStrictEqual({ patient: barePatient('p1') })
    expect(withNeither).toStrictEqual({})
  })
}
