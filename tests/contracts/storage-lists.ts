import { expect, test } from 'vitest'
import { clinicId, type PatientId, patientId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { after, DAY, MINUTE } from '../../lib/time/instant.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import type { Storage } from '../memory/store.ts'
import type { Ask } from './storage.ts'
import { aClinic, barePatient, create, fullPatient, idsOf, REFERENCE, summaryOf } from './stored-patients.ts'

export function listsContract(ask: Ask): void {
  const elsewhere = clinicId('elsewhere')
  const createMany = async (storage: Storage, ids: readonly string[]) => {
    await Promise.all(ids.map((id) => create(storage, barePatient(id))))
  }

  test('patients come in order of id, page by page, and the last page has no cursor', async () => {
    const storage = ask()
    await createMany(storage, ['c', 'a', 'e', 'b', 'd', 'B'])

    const first = await storage.patients.list(aClinic.id, { limit: 2 })
    const second = await storage.patients.list(aClinic.id, { limit: 2, ...cursorOf(first) })
    const third = await storage.patients.list(aClinic.id, { limit: 2, ...cursorOf(second) })

    expect([first, second, third].map(({ items }) => idsOf(items))).toEqual([
      ['B', 'a'],
      ['b', 'c'],
      ['d', 'e'],
    ])
    expect([first, second, third].map(({ cursor }) => cursor)).toEqual(['a', 'c', undefined])
  })

  test('a row shows the summary as written', async () => {
    const storage = ask()
    const patient = fullPatient('p1')
    const summary = summaryOf(patient, { state: 'paused', nextVisit: localDateTime('2027-01-12T10:00') })
    await storage.patients.write(patient, summary, 0)

    const { items } = await storage.patients.list(aClinic.id, { limit: 10 })

    expect(items).toStrictEqual([summary])
  })

  test('a row follows the document: a change shows the new summary only', async () => {
    const storage = ask()
    const patient = barePatient('p1')
    await create(storage, patient)
    const summary = summaryOf(patient, { state: 'ended', openEscalations: 2 })
    await storage.patients.write({ ...patient, version: 2 }, summary, 1)

    const { items } = await storage.patients.list(aClinic.id, { limit: 10 })

    expect(items).toStrictEqual([summary])
  })

  test('a list by state fills its pages with that state only', async () => {
    const storage = ask()
    const ids = Array.from({ length: 30 }, (_, n) => `p${String(n).padStart(2, '0')}`)
    await Promise.all(
      ids.map((id, n) => {
        const patient = barePatient(id)
        return storage.patients.write(
          patient,
          summaryOf(patient, { state: n % 10 === 9 ? 'paused' : 'active' }),
          0,
        )
      }),
    )

    const first = await storage.patients.list(aClinic.id, { state: 'paused', limit: 2 })
    const second = await storage.patients.list(aClinic.id, { state: 'paused', limit: 2, ...cursorOf(first) })

    expect(idsOf(first.items)).toEqual(['p09', 'p19'])
    expect(first.cursor).toBe('p19')
    expect(second).toEqual({ items: [expect.objectContaining({ id: 'p29' })] })
  })

  test('a clinic never sees the patients of another, not even with their ids as cursor', async () => {
    const storage = ask()
    await createMany(storage, ['a', 'c'])
    await create(storage, barePatient('b', elsewhere))

    const ours = await storage.patients.list(aClinic.id, { limit: 10 })
    const afterTheirs = await storage.patients.list(aClinic.id, { limit: 10, cursor: patientId('b') })
    const theirs = await storage.patients.list(elsewhere, { limit: 10 })

    expect(idsOf(ours.items)).toEqual(['a', 'c'])
    expect(idsOf(afterTheirs.items)).toEqual(['c'])
    expect(idsOf(theirs.items)).toEqual(['b'])
  })

  test('a clinic without patients has an empty list', async () => {
    const list = await ask().patients.list(aClinic.id, { limit: 10 })

    expect(list).toEqual({ items: [] })
  })
}

const cursorOf = (page: { readonly cursor?: PatientId }) =>
  page.cursor === undefined ? {} : { cursor: page.cursor }

export function looksContract(ask: Ask): void {
  const lookingAt = (id: string, minutes: number): Patient => ({
    ...barePatient(id),
    lookAt: after(REFERENCE, minutes * MINUTE),
  })

  test('shows who is overdue, oldest first, up to and including the instant asked for', async () => {
    const storage = ask()
    await Promise.all(
      [lookingAt('late', -90), lookingAt('latest', -1000), lookingAt('now', 0), lookingAt('later', 1)].map(
        (patient) => create(storage, patient),
      ),
    )

    const overdue = await storage.patients.overdue(REFERENCE, 10)

    expect(overdue).toStrictEqual(
      [
        { id: 'latest', minutes: -1000 },
        { id: 'late', minutes: -90 },
        { id: 'now', minutes: 0 },
      ].map(({ id, minutes }) => ({
        patientId: patientId(id),
        clinicId: aClinic.id,
        lookAt: after(REFERENCE, minutes * MINUTE),
      })),
    )
  })

  test('orders by number, not by digits', async () => {
    const storage = ask()
    await create(storage, { ...barePatient('old'), lookAt: after(REFERENCE, -REFERENCE + 999) })
    await create(storage, { ...barePatient('new'), lookAt: after(REFERENCE, -REFERENCE + 1000) })

    const overdue = await storage.patients.overdue(REFERENCE, 10)

    expect(overdue.map((row) => row.patientId)).toEqual(['old', 'new'])
  })

  test('gives no more than asked for: the oldest', async () => {
    const storage = ask()
    await Promise.all([-1, -2, -3, -4, -5].map((m) => create(storage, lookingAt(`p${-m}`, m))))

    const overdue = await storage.patients.overdue(REFERENCE, 2)

    expect(overdue.map((row) => row.patientId)).toEqual(['p5', 'p4'])
  })

  test('goes on after the last one of the page before, through patients who share an instant', async () => {
    const storage = ask()
    await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((id, n) => create(storage, lookingAt(id, n === 4 ? -1 : -2))),
    )
    const seen: string[] = []

    for (let page = await storage.patients.overdue(REFERENCE, 2); page.length > 0; ) {
      seen.push(...page.map((row) => row.patientId))
      page = await storage.patients.overdue(REFERENCE, 2, page.at(-1))
    }

    expect(seen.at(-1)).toBe('e')
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('goes on after a patient who has moved away meanwhile', async () => {
    const storage = ask()
    await Promise.all([lookingAt('first', -3), lookingAt('second', -2)].map((one) => create(storage, one)))
    const page = await storage.patients.overdue(REFERENCE, 1)
    const moved = { ...lookingAt('first', 60), version: 2 }
    await storage.patients.write(moved, summaryOf(moved), 1)

    const rest = await storage.patients.overdue(REFERENCE, 10, page.at(-1))

    expect(rest.map((row) => row.patientId)).toEqual(['second'])
  })

  test('finds who is flagged behind a crowd of others, and nobody whose look is still to come', async () => {
    const storage = ask()
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => create(storage, lookingAt(id, -9))))
    for (const [id, minutes] of [
      ['flagged', -1],
      ['flagged-for-later', 1],
    ] as const) {
      const patient = lookingAt(id, minutes)
      await storage.patients.write(patient, { ...summaryOf(patient), openEscalations: 1 }, 0)
    }

    const flagged = await storage.patients.flaggedOverdue(REFERENCE, 3)

    expect(flagged.map((row) => row.patientId)).toEqual(['flagged'])
  })

  test('a patient with nothing left to do is not in it', async () => {
    const storage = ask()
    await create(storage, barePatient('done'))
    await create(storage, lookingAt('was-waiting', -5))
    const settled = { ...barePatient('was-waiting'), version: 2 }
    await storage.patients.write(settled, summaryOf(settled), 1)

    const overdue = await storage.patients.overdue(after(REFERENCE, 1000 * DAY), 10)

    expect(overdue).toEqual([])
  })

  test('a moved look replaces the one before', async () => {
    const storage = ask()
    await create(storage, lookingAt('p1', -5))
    const moved = { ...lookingAt('p1', -3), version: 2 }
    await storage.patients.write(moved, summaryOf(moved), 1)

    const overdue = await storage.patients.overdue(REFERENCE, 10)

    expect(overdue.map((row) => row.lookAt)).toEqual([after(REFERENCE, -3 * MINUTE)])
  })
}
