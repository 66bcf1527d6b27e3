import { expect, test } from 'vitest'
import { clinicId, patientId } from '../../lib/patient/identifiers.ts'
import { after, MINUTE } from '../../lib/time/instant.ts'
import type { Ask } from './storage.ts'
import { REFERENCE } from './stored-patients.ts'

export function replansContract(ask: Ask): void {
  const [north, south] = [clinicId('north'), clinicId('south')]
  const LATER = after(REFERENCE, MINUTE)

  test('what was asked for is pending until it is finished, clinic by clinic', async () => {
    const { replans } = ask()
    await replans.ask(south, LATER)
    await replans.ask(north, REFERENCE)

    const both = await replans.pending()
    await replans.finish({ clinicId: north, askedAt: REFERENCE })

    expect(both).toStrictEqual([
      { clinicId: north, askedAt: REFERENCE },
      { clinicId: south, askedAt: LATER },
    ])
    expect(await replans.pending()).toStrictEqual([{ clinicId: south, askedAt: LATER }])
  })

  test('how far one has come is remembered', async () => {
    const { replans } = ask()
    await replans.ask(north, REFERENCE)
    const half = { clinicId: north, askedAt: REFERENCE, lastPatient: patientId('p50') }

    await replans.advance(half)

    expect(await replans.pending()).toStrictEqual([half])
  })

  test('one asked for anew begins anew, whatever the one before it still notes', async () => {
    const { replans } = ask()
    await replans.ask(north, REFERENCE)
    await replans.ask(north, LATER)

    await replans.advance({ clinicId: north, askedAt: REFERENCE, lastPatient: patientId('p50') })
    await replans.finish({ clinicId: north, askedAt: REFERENCE })

    expect(await replans.pending()).toStrictEqual([{ clinicId: north, askedAt: LATER }])
  })

  test('one that is finished does not come back', async () => {
    const { replans } = ask()
    await replans.ask(north, REFERENCE)
    await replans.finish({ clinicId: north, askedAt: REFERENCE })

    await replans.advance({ clinicId: north, askedAt: REFERENCE, lastPatient: patientId('p50') })

    expect(await replans.pending()).toEqual([])
  })
}
