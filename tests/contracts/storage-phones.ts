import { expect, test } from 'vitest'
import { patientId, phoneNumber } from '../../lib/patient/identifiers.ts'
import { after, DAY } from '../../lib/time/instant.ts'
import type { Ask } from './storage.ts'
import { MOBILE, REFERENCE } from './stored-patients.ts'

export function phonesContract(ask: Ask): void {
  const other = phoneNumber('+61491570110')

  test('a number without a STOP has no opt-out', async () => {
    expect(await ask().phones.optOut(MOBILE)).toBeUndefined()
  })

  test('the first opt-out of a number stays, whatever comes later', async () => {
    const { phones } = ask()

    await phones.recordOptOut(MOBILE, { at: REFERENCE, reason: 'stop' })
    await phones.recordOptOut(MOBILE, { at: after(REFERENCE, DAY), reason: 'carrier' })

    expect(await phones.optOut(MOBILE)).toStrictEqual({ at: REFERENCE, reason: 'stop' })
    expect(await phones.optOut(other)).toBeUndefined()
  })

  test('a lifted opt-out is gone, and the next STOP counts anew', async () => {
    const { phones } = ask()
    await phones.recordOptOut(MOBILE, { at: REFERENCE, reason: 'stop' })

    await phones.liftOptOut(MOBILE)
    const lifted = await phones.optOut(MOBILE)
    await phones.recordOptOut(MOBILE, { at: after(REFERENCE, DAY), reason: 'wrong' })

    expect(lifted).toBeUndefined()
    expect(await phones.optOut(MOBILE)).toStrictEqual({ at: after(REFERENCE, DAY), reason: 'wrong' })
  })

  test('lifting an opt-out that is not there is no error', async () => {
    await expect(ask().phones.liftOptOut(MOBILE)).resolves.toBeUndefined()
  })

  test('a number leads to the patients linked to it, each once', async () => {
    const { phones } = ask()
    await phones.link(MOBILE, patientId('p2'))
    await phones.link(MOBILE, patientId('p1'))
    await phones.link(MOBILE, patientId('p1'))
    await phones.link(other, patientId('p3'))
    await phones.recordOptOut(MOBILE, { at: REFERENCE, reason: 'stop' })

    const linked = await phones.patients(MOBILE)

    expect(linked).toEqual(['p1', 'p2'])
  })

  test('one look tells of a number whether it said STOP and whose it is', async () => {
    const { phones } = ask()
    expect(await phones.known(MOBILE)).toStrictEqual({ patients: [] })
    await phones.link(MOBILE, patientId('p1'))
    expect(await phones.known(MOBILE)).toStrictEqual({ patients: ['p1'] })
    await phones.recordOptOut(MOBILE, { at: REFERENCE, reason: 'stop' })

    expect(await phones.known(MOBILE)).toStrictEqual({
      optOut: { at: REFERENCE, reason: 'stop' },
      patients: ['p1'],
    })
    expect(await phones.known(other)).toStrictEqual({ patients: [] })
  })

  test('an unlinked patient is no longer found, and unlinking twice is no error', async () => {
    const { phones } = ask()
    await phones.link(MOBILE, patientId('p1'))
    await phones.link(MOBILE, patientId('p2'))

    await phones.unlink(MOBILE, patientId('p1'))
    await phones.unlink(MOBILE, patientId('p1'))

    expect(await phones.patients(MOBILE)).toEqual(['p2'])
    expect(await phones.patients(other)).toEqual([])
  })
}
