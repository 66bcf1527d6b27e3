import { expect, it } from 'vitest'
import { run } from '../../local/chaos/run.ts'

/** Ten processes start before the first text goes. */
const PATIENCE = 120_000

it(
  'a burst in which processes die, connections are cut and sends are refused loses no text and doubles none',
  async () => {
    const ran = await run(
      { texts: 60, concurrency: 10, seed: 1, warmUpTexts: 10, storeAloneMs: 0 },
      { name: 'everything', kills: 3, cut: 0.1, refused: 0.1 },
    )

    expect(ran).toMatchObject({ lost: 0, doubled: 0, unsettled: 0 })
    // Some were taken for lost, so it took two look-ups ten minutes apart to send them.
    expect(ran.settledAfterMinutes).toBeGreaterThan(15)
  },
  PATIENCE,
)
