import { expect, test } from 'vitest'
import { instant, MINUTE } from '../../lib/time/instant.ts'
import type { Ask } from './storage.ts'
import { aClinic, barePatient, summaryOf } from './stored-patients.ts'

const OPEN = { openedAt: instant(1000), account: true, code: 20003, probes: 0, triedAt: instant(1000) }

export function breakersContract(ask: Ask): void {
  test('a sender has no breaker until one is opened, and none once it is closed', async () => {
    const { breakers } = ask()

    const before = await breakers.read(aClinic.id)
    await breakers.open(aClinic.id, OPEN)
    const opened = await breakers.read(aClinic.id)
    await breakers.close(aClinic.id)
    await breakers.close(aClinic.id)

    expect([before, opened, await breakers.read(aClinic.id)]).toStrictEqual([undefined, OPEN, undefined])
  })

  test('of many who open it at once one does', async () => {
    const { breakers } = ask()

    const opened = await Promise.all(Array.from({ length: 20 }, () => breakers.open(aClinic.id, OPEN)))

    expect(opened.filter((isMine) => isMine)).toHaveLength(1)
  })

  test('of many who take the same probe one does', async () => {
    const { breakers } = ask()
    await breakers.open(aClinic.id, OPEN)
    const tried = { ...OPEN, probes: 1, triedAt: instant(1000 + 5 * MINUTE) }

    const taken = await Promise.all(
      Array.from({ length: 20 }, () => breakers.replace(aClinic.id, OPEN, tried)),
    )

    expect(taken.filter((isMine) => isMine)).toHaveLength(1)
    expect(await breakers.read(aClinic.id)).toStrictEqual(tried)
  })

  test('a closed breaker is not replaced', async () => {
    const { breakers } = ask()

    expect(await breakers.replace(aClinic.id, OPEN, OPEN)).toBe(false)
    expect(await breakers.read(aClinic.id)).toBeUndefined()
  })

  test('comes along when patient and clinic are read', async () => {
    const { breakers, clinics, patients } = ask()
    const patient = barePatient('p1')
    await clinics.saveClinic(aClinic)
    await patients.write(patient, summaryOf(patient), 0)

    const closed = await patients.readWithClinic(patient.id, aClinic.id)
    await breakers.open(aClinic.id, OPEN)
    const open = await patients.readWithClinic(patient.id, aClinic.id)

    expect(closed).not.toHaveProperty('breaker')
    expect(open.breaker).toStrictEqual(OPEN)
  })
}
