import { expect, it } from 'vitest'
import { daysSinceInjection } from '../../lib/plan/patient-state.ts'
import { ANN, sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

it.each([
  ['2026-12-01T09:59', undefined],
  ['2026-12-01T10:00', 0],
  ['2026-12-29T08:00', 28],
  ['2027-01-13T23:59', 1],
])('at %s the latest injection was %s days ago', (now, days) => {
  expect(daysSinceInjection(ANN, HARBOUR, sydney(now))).toBe(days)
})
