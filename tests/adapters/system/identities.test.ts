import { describe, expect, it } from 'vitest'
import { randomIdentities } from '../../../lib/adapters/system/identities.ts'
import { isAttemptId, isPatientId } from '../../../lib/patient/identifiers.ts'

describe('random identities', () => {
  it('are opaque, long enough and never the same', () => {
    const ids = Array.from({ length: 1000 }, (): readonly string[] => [
      randomIdentities.patient(),
      randomIdentities.attempt(),
    ]).flat()

    expect(new Set(ids).size).toBe(2000)
    expect(ids.every((id) => id.length >= 16 && isPatientId(id) && isAttemptId(id))).toBe(true)
  })

  it('give fractions from 0 up to 1', () => {
    const fractions = Array.from({ length: 1000 }, () => randomIdentities.fraction())

    expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true)
    expect(new Set(fractions).size).toBeGreaterThan(900)
  })
})
