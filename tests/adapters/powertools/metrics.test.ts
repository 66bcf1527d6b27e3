import { describe, expect, it } from 'vitest'
import { powertoolsMetrics } from '../../../lib/adapters/powertools/metrics.ts'
import { printedBy } from './output.ts'

describe('metrics', () => {
  it('print a value at once, with the unit that belongs to its name', () => {
    const lines = printedBy(() => powertoolsMetrics({ stage: 'test' }).add('LatenessSeconds', 1.5))

    expect(lines).toEqual([
      expect.objectContaining({
        _aws: expect.objectContaining({
          CloudWatchMetrics: [
            {
              Namespace: 'SijTexts',
              Dimensions: [['service']],
              Metrics: [{ Name: 'LatenessSeconds', Unit: 'Seconds' }],
            },
          ],
        }),
        service: 'test',
        LatenessSeconds: 1.5,
      }),
    ])
  })

  it('count a kind under the whole and by itself, and forget it for the next value', () => {
    const metrics = powertoolsMetrics({ stage: 'test' })

    const lines = printedBy(() => {
      metrics.add('Skipped', 2, 'expired')
      metrics.add('Skipped', 1)
    })

    expect(lines).toMatchObject([
      {
        kind: 'expired',
        Skipped: 2,
        _aws: { CloudWatchMetrics: [{ Dimensions: [['service'], ['service', 'kind']] }] },
      },
      { Skipped: 1, _aws: { CloudWatchMetrics: [{ Dimensions: [['service']] }] } },
    ])
    expect(lines[1]).not.toHaveProperty('kind')
  })
})
