import { describe, expect, it } from 'vitest'
import { makeSendDueTexts } from '../../functions/handlers/send-due-texts.ts'
import { makeSweep } from '../../functions/handlers/sweep.ts'
import { CONTEXT } from './events.ts'
import { fail, world } from './fakes.ts'

const codes = (lines: readonly string[]) => lines.map((line) => JSON.parse(line).code)

describe('a wake', () => {
  it.each([
    ['nothing', undefined],
    ['no clinic', { patientId: 'ann' }],
    ['an id that cannot be one', { patientId: '+61491570006', clinicId: 'harbour' }],
    ['a field nobody knows', { patientId: 'ann', clinicId: 'harbour', at: 1 }],
  ])('refuses an input with %s and touches nothing', async (_, input) => {
    const { services, touched, lines } = await world()
    touched.length = 0

    const run = makeSendDueTexts(services)(input, CONTEXT)

    await expect(run).rejects.toThrow('run failed: RequestProblem')
    expect(codes(lines)).toEqual(['STARTED', 'FAILED'])
    expect(touched).toEqual([])
  })

  it('of a patient who is gone ends quietly', async () => {
    const { services, lines } = await world()

    await makeSendDueTexts(services)({ patientId: 'gone', clinicId: 'harbour' }, CONTEXT)

    expect(codes(lines)).toContain('COMPLETED')
  })

  it('that breaks fails the run with a name and no more: Lambda prints what is thrown', async () => {
    const { services, lines } = await world()
    const broken = { ...services, patients: { ...services.patients, readWithClinic: fail, read: fail } }

    const error = await makeSendDueTexts(broken)({ patientId: 'ann', clinicId: 'harbour' }, CONTEXT).catch(
      (thrown: unknown) => thrown,
    )

    expect(error).toMatchObject({ message: 'run failed: TypeError' })
    expect(error instanceof Error && error.stack).not.toMatch(/491570006|my back hurts/)
    expect(JSON.stringify(lines)).not.toMatch(/491570006|my back hurts/)
  })
})

describe('a sweep', () => {
  it('with nothing to do completes', async () => {
    const { services, lines } = await world()

    await makeSweep(services)({}, CONTEXT)

    expect(codes(lines).at(-1)).toBe('COMPLETED')
  })
})
