import { describe, expect, it } from 'vitest'
import { triage } from '../../lib/triage/triage.ts'
import { gates, score } from '../../local/triage-gates.ts'
import { ALARM_WORDS, everyday, everydayOf, replies } from './labelled.ts'

const failed = (set?: string) =>
  gates(score(replies(set)))
    .filter(({ passed }) => !passed)
    .map(({ name, measured, misses }) => ({ name, measured, misses: misses.map(({ reply }) => reply.text) }))

describe('the gates of a release', () => {
  it.each(['dev', 'own', 'held-out'])('hold on the labelled set "%s"', (set) => {
    expect(failed(set)).toEqual([])
  })

  it('see a text that is labelled as what it is not', () => {
    const [gate] = gates(score([{ text: 'see you tuesday', intent: 'red_flag_emergency' }]))

    expect(gate?.passed).toBe(false)
  })

  it('are measured on more than 1,500 replies beside the first set', () => {
    expect(replies().length - replies('dev').length).toBeGreaterThan(1_500)
  })
})

describe('everyday texts that are not about health', () => {
  const texts = everyday()

  it('are more than a thousand', () => {
    expect(texts.length).toBeGreaterThan(1_000)
  })

  it('opt nobody out', () => {
    const out = texts.filter((text) => {
      const { intent, also = [] } = triage(text)
      return [intent, ...also].some((meaning) => meaning === 'stop' || meaning === 'wrong_number')
    })

    expect(out).toEqual([])
  })

  const raised = (some: readonly string[]) =>
    some.filter((text) => triage(text).tier !== undefined).length / some.length

  it('raise next to no red flag', () => {
    expect(raised(everydayOf((set) => set !== ALARM_WORDS))).toBeLessThan(0.01)
  })

  it('raise few even where every word could be an alarm', () => {
    expect(raised(everydayOf((set) => set === ALARM_WORDS))).toBeLessThan(0.05)
  })
})
