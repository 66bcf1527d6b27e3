import { type Pattern, pattern, type Span, type Text } from '../pattern.ts'
import { Index } from '../pattern-index.ts'
import { BRAIN_AND_BLOOD } from './brain-and-blood.ts'
import { BREATH_AND_HEART } from './breath-and-heart.ts'
import { CLINIC } from './clinic.ts'
import { INFECTION_AND_CLOT } from './infection-and-clot.ts'
import { NERVES } from './nerves.ts'
import { POISON } from './poison.ts'
import { PREGNANCY } from './pregnancy.ts'
import { SELF_HARM } from './self-harm.ts'
import type { SignTable } from './table.ts'

export interface Rule {
  readonly sign: string
  readonly tier: 1 | 2
  readonly answer?: 'crisis' | 'poison' | 'pregnant'
  readonly pattern: Pattern
  /** Its word is also a figure of speech: it counts only in a text about her own body. */
  readonly figurative: boolean
}

/** Where a rule is met: one span, or one for each part of a pattern of two. */
export type Match = readonly Span[]

const rules = (table: SignTable, tier: 1 | 2, answer?: Rule['answer']): readonly Rule[] =>
  table.flatMap(({ sign, says }) =>
    says.map((text) => ({
      sign,
      tier,
      pattern: pattern(text.replace(/^~/, '')),
      figurative: text.startsWith('~'),
      ...(answer && { answer }),
    })),
  )

/** Gravest first. */
export const RULES: readonly Rule[] = [
  ...rules(SELF_HARM, 1, 'crisis'),
  ...rules(POISON, 1, 'poison'),
  ...rules(NERVES, 1),
  ...rules(BREATH_AND_HEART, 1),
  ...rules(BRAIN_AND_BLOOD, 1),
  ...rules(INFECTION_AND_CLOT, 2),
  ...rules(CLINIC, 2),
  ...rules(PREGNANCY, 2, 'pregnant'),
]

/** Where counts of tablets stand among the rules. */
export const POISON_RANK = rules(SELF_HARM, 1).length

/** Places at which one pattern is looked at: more are only in texts made to be slow. */
const MOST_SPANS = 5

const SIGNS = new Index<{ readonly rule: number; readonly part: number }>()
for (const [rule, { pattern: told }] of RULES.entries())
  for (const [part, sequence] of told.sequences.entries()) SIGNS.add(sequence, { rule, part })

/** Both parts of a pattern of two, in one sentence or anywhere. */
const pairs = (
  first: readonly Span[],
  second: readonly Span[],
  { words }: Text,
  { together }: Pattern,
): readonly Match[] =>
  first.flatMap((a) =>
    second
      .filter(
        (b) =>
          (a.end <= b.start || b.end <= a.start) &&
          (together === 'text' || words[a.start]?.clause === words[b.start]?.clause),
      )
      .map((b) => (a.start < b.start ? [a, b] : [b, a])),
  )

/** Where each rule is met, the gravest rule first. */
export function matchesOf(text: Text): readonly (readonly [rank: number, matches: readonly Match[]])[] {
  const parts = new Map<number, Span[][]>()
  for (const { span, of } of SIGNS.matches(text)) {
    const byPart = parts.get(of.rule) ?? [[], []]
    const spans = byPart[of.part]
    if (spans !== undefined && spans.length < MOST_SPANS) spans.push(span)
    parts.set(of.rule, byPart)
  }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .flatMap(([rank, [first = [], second = []]]) => {
      const told = RULES[rank]?.pattern
      if (told === undefined) return []
      const found =
        told.sequences.length === 1 ? first.map((span) => [span]) : pairs(first, second, text, told)
      return found.length === 0 ? [] : [[rank, found] as const]
    })
}
