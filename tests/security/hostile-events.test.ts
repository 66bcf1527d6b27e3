import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSendDueTexts } from '../../functions/handlers/send-due-texts.ts'
import { makeSweep } from '../../functions/handlers/sweep.ts'
import { CONTEXT } from '../functions/events.ts'
import { worldWithZara, written } from './calls.ts'
import { nastyText } from './hostile-values.ts'
import { OF_ZARA, shownOf } from './zara.ts'

/** What a rule, a schedule or somebody at a console may hand over: anything that JSON can say. */
const event = fc.oneof(
  fc.jsonValue(),
  fc.constant(undefined),
  fc.record({ patientId: nastyText, clinicId: nastyText }),
  fc.record({ patientId: fc.constant('zara-Xq7Lm2'), clinicId: fc.constantFrom('other', 'nobody', '', 7) }),
  fc.record({
    patientId: fc.constantFrom(...OF_ZARA),
    clinicId: fc.constant('harbour'),
    more: fc.jsonValue(),
  }),
  fc.record({ patientId: fc.array(nastyText), clinicId: fc.jsonValue() }),
)

describe('an alarm with any input', () => {
  it('wakes nobody, writes nothing, and says no more than the kind of error', async () => {
    const here = await worldWithZara()
    const handler = makeSendDueTexts(here.services)

    await fc.assert(
      fc.asyncProperty(event, async (input) => {
        const error = await handler(input, CONTEXT).then(
          () => undefined,
          (thrown: unknown) => thrown,
        )

        if (error !== undefined) expect(error).toMatchObject({ message: 'run failed: RequestProblem' })
        expect(shownOf(inspect(error, { depth: 9, showHidden: true }))).toEqual([])
      }),
      { numRuns: 600 },
    )

    expect(written(here)).toEqual([])
    expect(shownOf(here.lines.join(), ['Quillfeather', '491573087', 'Zarathus', 'xylophone'])).toEqual([])
  })
})

describe('a sweep with any input', () => {
  it('runs as with none', async () => {
    const here = await worldWithZara()
    const handler = makeSweep(here.services)

    await fc.assert(
      fc.asyncProperty(event, async (input) => {
        here.metrics.length = 0

        await handler(input, CONTEXT)

        expect(here.metrics).toContain('SweepHeartbeat')
      }),
      { numRuns: 100 },
    )
  })
})
