import { describe, expect, it } from 'vitest'
import { auditReport } from '../../../local/commands/audit-report.ts'

const metadata = { dependencies: { prod: 102 } }
const printing = (value: unknown) => auditReport([], async () => JSON.stringify(value))

describe('an audit of the deployed packages', () => {
  it('says that none is known to be vulnerable', async () => {
    expect(await printing({ vulnerabilities: {}, metadata })).toEqual({
      code: 0,
      words: '102 deployed packages: none is known to be vulnerable',
    })
  })

  it('names each that is, and whether it can be mended', async () => {
    const vulnerabilities = {
      one: { severity: 'high', range: '<1.2.3', fixAvailable: true },
      two: { severity: 'low', range: '*', fixAvailable: false },
    }

    expect(await printing({ vulnerabilities, metadata })).toEqual({
      code: 1,
      words:
        '102 deployed packages, 2 vulnerable:\n  high: one <1.2.3; there is a mended version\n  low: two *; no mended version yet',
    })
  })

  it.each([
    [
      'refuses',
      { message: '405 Method Not Allowed - POST https://registry.npmjs.org/', statusCode: 405 },
      '405 Method Not Allowed',
    ],
    ['sends nothing', undefined, 'npm printed nothing that says why'],
  ])('never passes for clean when the registry %s', async (_, printed, why) => {
    const report = await printing(printed)

    expect(report.code).toBe(2)
    expect(report.words).toContain('NOT AUDITED: the registry did not answer')
    expect(report.words).toContain(why)
  })

  it('asks about what is deployed, as the lockfile has it', async () => {
    const asked: string[] = []

    await auditReport([], async (args) => {
      asked.push(args.join(' '))
      return ''
    })

    expect(asked).toEqual(['audit --omit=dev --json'])
  })
})
