import { expect, it } from 'vitest'
import { scaleRow } from '../../../../local/commands/bench/scale.ts'

it('does as much for a text with 1,000 patients as with 100, and the sweep as much for a patient overdue', async () => {
  const { figures, passes } = await scaleRow([100, 1_000])

  expect(passes, JSON.stringify(figures)).toBe(true)
  expect(figures.map(({ name, value, unit }) => `${name} ${unit}: ${value}`)).toEqual([
    'reads a text with 100 patients: 6',
    'reads a text with 1000 patients: 6',
    'writes a text with 100 patients: 4',
    'writes a text with 1000 patients: 4',
    'vendor calls a text with 100 patients: 2',
    'vendor calls a text with 1000 patients: 2',
    'other calls a text with 100 patients: 0',
    'other calls a text with 1000 patients: 0',
    'plans a text with 100 patients: 5',
    'plans a text with 1000 patients: 5',
    'calls of the sweeps a patient overdue with 100 patients: 14.24',
    'calls of the sweeps a patient overdue with 1000 patients: 14.24',
  ])
})
