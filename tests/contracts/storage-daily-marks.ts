import { expect, test } from 'vitest'
import { clinicId, patientId } from '../../lib/patient/identifiers.ts'
import { instant } from '../../lib/time/instant.ts'
import { localDate } from '../../lib/time/local-date.ts'
import type { Ask } from './storage.ts'

const MARK = { day: localDate('2026-12-01'), part: 'patients', openEscalations: 0 } as const

export function dailyMarksContract(ask: Ask): void {
  test('there is no mark before the first pass', async () => {
    expect(await ask().dailyMarks.read()).toBeUndefined()
  })

  test('a mark comes back as written, and the next one takes its place whole', async () => {
    const { dailyMarks } = ask()
    const lastPatient = { patientId: patientId('p1'), clinicId: clinicId('c1'), lookAt: instant(5) }

    await dailyMarks.write({ ...MARK, lastPatient })
    const first = await dailyMarks.read()
    await dailyMarks.write({ ...MARK, part: 'done', openEscalations: 2 })

    expect(first).toStrictEqual({ ...MARK, lastPatient })
    expect(await dailyMarks.read()).toStrictEqual({ ...MARK, part: 'done', openEscalations: 2 })
  })
}
