import { section } from '../made-tables.ts'
import type { Span, Text } from '../pattern.ts'
import { Index } from '../pattern-index.ts'

const ANSWERS = ['crisis', 'poison', 'pregnant'] as const

export interface Rule {
  readonly sign: string
  readonly tier: 1 | 2
  readonly answer?: (typeof ANSWERS)[number]
  /** Where both parts of its pattern must be, if it has two. */
  readonly together?: 'sentence' | 'text'
  /** Its word is also a figure of speech: it counts only in a text about her own body. */
  readonly figurative: boolean
}

/** Where a rule is met: one span, or one for each part of a pattern of two. */
export type Match = readonly Span[]

/** The rules of one sign, of which each is `.`, or `~`, `+` and `&` as its pattern has them. */
function rulesIn(line: string): readonly Rule[] {
  const [tier, named, sign = '', marks = ''] = line.split('\t')
  const answer = ANSWERS.find((each) => each === named)
  return marks.split(' ').map((mark) => {
    const together = mark.includes('+') ? 'sentence' : mark.includes('&') ? 'text' : undefined
    return {
      sign,
      tier: tier === '1' ? 1 : 2,
      figurative: mark.includes('~'),
      ...(together && { together }),
      ...(answer && { answer }),
    }
  })
}

/** Gravest first. */
export const RULES: readonly Rule[] = section('rules').flatMap(rulesIn)

/** Where counts of tablets stand among the rules: after those of self-harm. */
export const POISON_RANK = RULES.findIndex(({ answer }) => answer !== 'crisis')

/** Places at which one pattern is looked at: more are only in texts made to be slow. */
const MOST_SPANS = 5

const SIGNS = new Index('signs')

/** Both parts of a pattern of two, in one sentence or anywhere. */
const pairs = (
  first: readonly Span[],
  second: readonly Span[],
  { words }: Text,
  together: Rule['together'],
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
    const [rule = 0, part = 0] = of.split(' ').map(Number)
    const byPart = parts.get(rule) ?? [[], []]
    const spans = byPart[part]
    if (spans !== undefined && spans.length < MOST_SPANS) spans.push(span)
    parts.set(rule, byPart)
  }
  return [...parts]
    .sort(([a], [b]) => a - b)
    .flatMap(([rank, [first = [], second = []]]) => {
      const together = RULES[rank]?.together
      const found =
        together === undefined ? first.map((span) => [span]) : pairs(first, second, text, together)
      return found.length === 0 ? [] : [[rank, found] as const]
    })
}
