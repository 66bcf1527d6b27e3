import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { triage } from '../../lib/triage/triage.ts'

const INTENTS = [
  'red_flag_emergency',
  'red_flag_clinic',
  'stop',
  'wrong_number',
  'start',
  'help',
  'less',
  'more',
  'confirm',
  'cannot_attend',
  'nsaid_question',
  'other_drug_question',
  'pain_score',
  'yes',
  'no',
  'thanks',
  'unknown',
]
const ASKED = ['C/R', '0-10', 'Y/N', 'drug name', 'WRONG'] as const
const words = fc.constantFrom(
  'no',
  'not',
  'cant',
  'numb',
  'bum',
  'wee',
  'stop',
  'texts',
  'nurofen',
  '7',
  '38.5',
  'temp',
  'if',
  'but',
  ',',
  '.',
  'leg',
  'both',
  'pain',
  'chest',
  'yes',
  'took',
  '20',
  'panadol',
)

describe('triage', () => {
  it('gives any text in any script exactly one finding', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.option(fc.constantFrom(...ASKED)),
        (text, asked) => {
          const finding = triage(text, asked === null ? {} : { asked })

          expect(INTENTS).toContain(finding.intent)
          expect(finding.why).not.toBe('')
          expect(finding.tier !== undefined).toBe(finding.intent.startsWith('red_flag'))
          if (finding.value !== undefined) expect(finding.value >= 0 && finding.value <= 10).toBe(true)
          expect(finding.also ?? []).not.toContain(finding.intent)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads the same text twice alike, whatever words it is made of', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(' ')

        expect(triage(text)).toEqual(triage(text))
        expect((triage(text).drug?.name.length ?? 0) <= 18).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never answers a text that names an anti-inflammatory as paracetamol', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 12 }),
        fc.constantFrom('nurofen', 'mobic', 'warfarin', 'aspirin'),
        (parts, name) => {
          const { drug } = triage([...parts, name, 'and panadol ok'].join(' '))

          expect(drug?.class).not.toBe('paracetamol')
        },
      ),
    )
  })

  it.each([
    ['a'.repeat(200_000)],
    ['a '.repeat(100_000)],
    ['cant '.repeat(50_000)],
    ['numb .. '.repeat(20_000)],
    ['no '.repeat(50_000)],
    ['no sign of any '.repeat(20_000)],
    ['1'.repeat(100_000)],
    ['1 '.repeat(100_000)],
    ['was 1 now '.repeat(20_000)],
    ['what can i take '.repeat(20_000)],
    ['😂'.repeat(50_000)],
    ['\n'.repeat(100_000)],
    ['ibuprofenx '.repeat(20_000)],
    ['ﷺ'.repeat(50_000)],
  ])('comes to an end with a long hostile text (%#)', (text) => {
    expect(INTENTS).toContain(triage(text).intent)
  })

  it('leaves a text too long to be read whole to staff, whatever it seems to say', () => {
    expect(triage(`yes ${'and so on '.repeat(200)}`).intent).toBe('unknown')
    expect(triage(`nurofen ok? ${'and so on '.repeat(200)}`).intent).toBe('unknown')
    expect(triage(`stop texting me ${'and so on '.repeat(200)}`).intent).toBe('stop')
  })

  it('reads the end of a text that is too long to be one', () => {
    expect(triage(`${'bla '.repeat(20_000)} i cant breathe`).tier).toBe(1)
  })
})
