import { describe, expect, it } from 'vitest'
import { patientId } from '../../lib/patient/identifiers.ts'
import { spreadOf } from '../../lib/plan/spread.ts'

const spreads = (minutes: number) =>
  Array.from({ length: 2000 }, (_, index) => spreadOf(patientId(`patient-${index}`), minutes))

describe('the spread of a clinic’s clock times', () => {
  it('uses every minute from 0 to one less than the setting, and no other', () => {
    expect([...new Set(spreads(15))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 15 }, (_, minute) => minute),
    )
  })

  it('puts no minute far above its share', () => {
    const counts = Array.from(
      { length: 15 },
      (_, minute) => spreads(15).filter((one) => one === minute).length,
    )

    expect(Math.max(...counts)).toBeLessThan((2 * 2000) / 15)
  })

  it.each([0, 1])('is none with a setting of %i minutes', (minutes) => {
    expect(new Set(spreads(minutes))).toEqual(new Set([0]))
  })
})
