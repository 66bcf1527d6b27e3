import { expect, test } from 'vitest'
import { clinicId, patientId, phoneNumber } from '../../lib/patient/identifiers.ts'
import { after, DAY, instant } from '../../lib/time/instant.ts'
import type { Ask } from './storage.ts'
import { aClinic, barePatient, SENDER, summaryOf } from './stored-patients.ts'

export function clinicsContract(ask: Ask): void {
  test('a clinic comes back as saved, and is found by its sender', async () => {
    const { clinics } = ask()

    const outcome = await clinics.saveClinic(aClinic)

    expect(outcome).toBe('saved')
    expect(await clinics.clinic(aClinic.id)).toStrictEqual(aClinic)
    expect(await clinics.clinicOfSender(SENDER)).toBe(aClinic.id)
  })

  test('an unknown clinic, sender or key is undefined', async () => {
    const { clinics } = ask()

    expect(await clinics.clinic(aClinic.id)).toBeUndefined()
    expect(await clinics.clinicOfSender(SENDER)).toBeUndefined()
    expect(await clinics.apiKey('00ff')).toBeUndefined()
  })

  test('a sender of another clinic is taken, and nothing is written', async () => {
    const { clinics } = ask()
    await clinics.saveClinic(aClinic)
    const rival = { ...aClinic, id: clinicId('rival') }

    const outcome = await clinics.saveClinic(rival)

    expect(outcome).toBe('sender-taken')
    expect(await clinics.clinic(rival.id)).toBeUndefined()
    expect(await clinics.clinicOfSender(SENDER)).toBe(aClinic.id)
  })

  test('settings are written over those that were read, the very first change included, and no others', async () => {
    const { clinics } = ask()
    const [first, second] = [1, 2].map((day) => ({
      ...aClinic,
      name: `Changed ${day}`,
      changed: { at: after(instant(0), day * DAY), by: 'Kim' },
    }))
    if (first === undefined || second === undefined) throw new Error('two changes')
    await clinics.saveClinic(aClinic)

    const outcomes = [
      await clinics.saveClinic(first, aClinic),
      await clinics.saveClinic(second, aClinic),
      await clinics.saveClinic(second, first),
      await clinics.saveClinic(first, first),
    ]

    expect(outcomes).toEqual(['saved', 'changed-meanwhile', 'saved', 'changed-meanwhile'])
    expect(await clinics.clinic(aClinic.id)).toStrictEqual(second)
  })

  test('a clinic keeps its old settings when its new sender is taken', async () => {
    const { clinics } = ask()
    const theirs = phoneNumber('+61480000002')
    await clinics.saveClinic(aClinic)
    await clinics.saveClinic({ ...aClinic, id: clinicId('rival'), sender: theirs })

    const outcome = await clinics.saveClinic({ ...aClinic, sender: theirs, name: 'Renamed' })

    expect(outcome).toBe('sender-taken')
    expect(await clinics.clinic(aClinic.id)).toStrictEqual(aClinic)
  })

  test('a clinic may change its settings and its sender; both its senders lead to it', async () => {
    const { clinics } = ask()
    const next = phoneNumber('+61480000002')
    await clinics.saveClinic(aClinic)

    const settings = await clinics.saveClinic({ ...aClinic, name: 'Northside SIJ' })
    const sender = await clinics.saveClinic({ ...aClinic, sender: next })

    expect([settings, sender]).toEqual(['saved', 'saved'])
    expect(await clinics.clinic(aClinic.id)).toStrictEqual({ ...aClinic, sender: next })
    expect(await clinics.clinicOfSender(next)).toBe(aClinic.id)
    expect(await clinics.clinicOfSender(SENDER)).toBe(aClinic.id)
  })

  test('an API key comes back with its clinic and roles, and a second save replaces them', async () => {
    const { clinics } = ask()

    await clinics.saveApiKey('aa11', { clinicId: aClinic.id, roles: ['clinic', 'ops'] })
    const first = await clinics.apiKey('aa11')
    await clinics.saveApiKey('aa11', { clinicId: aClinic.id, roles: ['read'] })

    expect(first).toStrictEqual({ clinicId: aClinic.id, roles: ['clinic', 'ops'] })
    expect(await clinics.apiKey('aa11')).toStrictEqual({ clinicId: aClinic.id, roles: ['read'] })
    expect(await clinics.apiKey('aa1')).toBeUndefined()
  })

  test('the keys of a clinic are listed with their labels, and nobody else’s', async () => {
    const { clinics, patients } = ask()
    const patient = barePatient('p1')
    await patients.write(patient, summaryOf(patient), 0)
    await clinics.saveApiKey('aa11', { clinicId: aClinic.id, roles: ['clinic'], label: 'front desk' })
    await clinics.saveApiKey('bb22', { clinicId: aClinic.id, roles: ['read'] })
    await clinics.saveApiKey('cc33', { clinicId: clinicId('elsewhere'), roles: ['ops'] })

    const keys = await clinics.apiKeys(aClinic.id)

    expect(keys.toSorted((one, other) => (one.hash < other.hash ? -1 : 1))).toStrictEqual([
      { hash: 'aa11', clinicId: aClinic.id, roles: ['clinic'], label: 'front desk' },
      { hash: 'bb22', clinicId: aClinic.id, roles: ['read'] },
    ])
    expect((await patients.list(aClinic.id, { limit: 10 })).items).toHaveLength(1)
  })

  test('a removed key opens nothing any more, and removing it again is no error', async () => {
    const { clinics } = ask()
    await clinics.saveApiKey('aa11', { clinicId: aClinic.id, roles: ['clinic'] })

    await clinics.removeApiKey('aa11')
    await clinics.removeApiKey('aa11')

    expect(await clinics.apiKey('aa11')).toBeUndefined()
    expect(await clinics.apiKeys(aClinic.id)).toEqual([])
  })

  test('a free reference goes to the candidate, a taken one stays with its owner', async () => {
    const { clinics } = ask()

    const first = await clinics.claimReference(aClinic.id, 'MRN 1', patientId('p1'))
    const again = await clinics.claimReference(aClinic.id, 'MRN 1', patientId('p2'))

    expect([first, again]).toEqual(['p1', 'p1'])
  })

  test('two clinics may use one reference', async () => {
    const { clinics } = ask()
    await clinics.claimReference(aClinic.id, 'MRN 1', patientId('p1'))

    const theirs = await clinics.claimReference(clinicId('elsewhere'), 'MRN 1', patientId('p2'))

    expect(theirs).toBe('p2')
  })

  test('of 50 claims of one reference one wins, and all are told the same owner', async () => {
    const { clinics } = ask()

    const owners = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        clinics.claimReference(aClinic.id, 'MRN 1', patientId(`candidate-${n}`)),
      ),
    )

    expect(new Set(owners).size).toBe(1)
  })

  test('a reference is freed by its owner alone, and then anybody’s', async () => {
    const { clinics } = ask()
    await clinics.claimReference(aClinic.id, 'MRN 1', patientId('p1'))

    await clinics.releaseReference(aClinic.id, 'MRN 1', patientId('p2'))
    const kept = await clinics.patientOfReference(aClinic.id, 'MRN 1')
    await clinics.releaseReference(aClinic.id, 'MRN 1', patientId('p1'))
    await clinics.releaseReference(aClinic.id, 'MRN 1', patientId('p1'))

    expect(kept).toBe('p1')
    expect(await clinics.claimReference(aClinic.id, 'MRN 1', patientId('p2'))).toBe('p2')
  })

  test('a forgotten alert number is nobody’s any more, and rests as if it had been released', async () => {
    const { clinics } = ask()
    const ann = { patientId: patientId('ann'), seq: 1 }
    const now = instant(0)
    const number = await clinics.takeAlertNumber(aClinic.id, ann, now)

    await clinics.forgetAlertNumber(aClinic.id, number, { ...ann, seq: 2 }, now)
    const stillAnns = await clinics.escalationOfAlert(aClinic.id, number)
    await clinics.forgetAlertNumber(aClinic.id, number, ann, now)
    const again = await clinics.takeAlertNumber(aClinic.id, ann, after(now, 6 * DAY))

    expect(stillAnns).toEqual(ann)
    expect(await clinics.escalationOfAlert(aClinic.id, number)).toBeUndefined()
    expect(again).toBe(number + 1)
    expect(await clinics.takeAlertNumber(aClinic.id, { ...ann, seq: 3 }, after(now, 7 * DAY))).toBe(number)
  })

  test('an alert number stands for one escalation, and rests for a week once it is released', async () => {
    const { clinics } = ask()
    const ann = { patientId: patientId('ann'), seq: 1 }
    const bea = { patientId: patientId('bea'), seq: 1 }
    const now = instant(0)
    const number = await clinics.takeAlertNumber(aClinic.id, ann, now)

    const again = await clinics.takeAlertNumber(aClinic.id, ann, now)
    const other = await clinics.takeAlertNumber(aClinic.id, bea, now)
    await clinics.releaseAlertNumber(aClinic.id, number, bea, now)
    const stillAnns = await clinics.escalationOfAlert(aClinic.id, number)
    await clinics.releaseAlertNumber(aClinic.id, number, ann, now)
    await clinics.releaseAlertNumber(aClinic.id, other, bea, now)
    const late = await clinics.escalationOfAlert(aClinic.id, number)
    const tired = await clinics.takeAlertNumber(aClinic.id, { ...ann, seq: 2 }, after(now, 6 * DAY))
    const rested = await clinics.takeAlertNumber(aClinic.id, { ...ann, seq: 3 }, after(now, 7 * DAY))

    expect([number, again, other]).toEqual([1, 1, 2])
    expect(stillAnns).toEqual(ann)
    expect(late).toBeUndefined()
    expect([tired, rested]).toEqual([3, 1])
    expect(await clinics.escalationOfAlert(aClinic.id, 1)).toEqual({ ...ann, seq: 3 })
  })
}
