import { describe, expect, it } from 'vitest'
import { powertoolsLog } from '../../../lib/adapters/powertools/log.ts'
import { printedBy } from './output.ts'

describe('the log', () => {
  it('prints a line of JSON with the code as message', () => {
    const lines = printedBy(() =>
      powertoolsLog({ stage: 'test' }).warn('TEXT_HELD', { textId: 'F1@1.2.1', code: 30034 }),
    )

    expect(lines).toEqual([
      expect.objectContaining({
        level: 'WARN',
        message: 'TEXT_HELD',
        service: 'test',
        textId: 'F1@1.2.1',
        code: 30034,
      }),
    ])
  })

  it('drops whatever is not on the list of fields, though the compiler let it pass', () => {
    const patient = { patientId: 'p1', mobile: '+61491570006', givenName: 'Ann' }

    const lines = printedBy(() => powertoolsLog({ stage: 'test' }).info('PATIENT_ENROLLED', patient))

    expect(lines).toEqual([expect.objectContaining({ patientId: 'p1' })])
    expect(JSON.stringify(lines)).not.toMatch(/491570006|Ann/)
  })
})
