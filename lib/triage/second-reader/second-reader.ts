import type { Line } from './line.ts'
import { type Feature, nGrams } from './n-grams.ts'
import { ANY_FLAG, EMERGENCY } from './weights.ts'

export interface Opinion {
  readonly tier: 1 | 2
  readonly why: string
}

/**
 * Least log-odds at which a tier is raised: a third likely to be an emergency, and more likely than not to be any red
 * flag. Chosen on replies that taught nothing, so that few are missed and ordinary ones stay within the gates.
 */
const LEAST = { emergency: -0.75, anyFlag: 0.3 }
/** Of a text that the rules have a meaning for, so much more is asked. */
const UNDERSTOOD = 1

/** Fewer words are a keyword, a number or a name: the rules read these whole. */
const FEWEST_WORDS = 3
/** Named in the reason, weightiest first; "and" and "my" say little to who reads it. */
const MOST_NAMED = 4
const SHORTEST_NAMED = 4

const reader = (line: Line, tier: 1 | 2, least: number) => ({
  line,
  tier,
  least,
  weights: Int8Array.from(atob(line.weights), (character) => character.charCodeAt(0)),
})

type Reader = ReturnType<typeof reader>

/** Gravest first. */
const READERS = [reader(EMERGENCY, 1, LEAST.emergency), reader(ANY_FLAG, 2, LEAST.anyFlag)]

function logOdds({ line, weights }: Reader, features: readonly Feature[]): number {
  const steps = features.reduce((sum, { bucket, share }) => sum + share * (weights[bucket] ?? 0), 0)
  return line.bias + line.step * steps
}

/** The words whose pieces said most. */
function because({ weights }: Reader, features: readonly Feature[], words: readonly string[]): string {
  const saidBy = new Map<number, number>()
  for (const { bucket, share, word } of features)
    if ((words[word] ?? '').length >= SHORTEST_NAMED)
      saidBy.set(word, (saidBy.get(word) ?? 0) + share * (weights[bucket] ?? 0))
  return [...saidBy]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMED)
    .map(([word]) => words[word])
    .join(' ')
}

/**
 * What the words remind of, learned from the labelled replies (`npm run triage:train`). It stands behind the rules for
 * words nobody listed, and only ever raises a tier: it opts nobody out, lowers nothing and answers no medicine.
 */
export function secondOpinion(words: readonly string[], understood: boolean): Opinion | undefined {
  if (words.length < FEWEST_WORDS) return undefined
  const features = nGrams(words)
  const more = understood ? UNDERSTOOD : 0
  const found = READERS.find((each) => logOdds(each, features) >= each.least + more)
  return found && { tier: found.tier, why: `reads like one: ${because(found, features, words)}` }
}
