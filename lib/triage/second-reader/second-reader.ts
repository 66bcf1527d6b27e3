import { LEARNED } from './learned.ts'
import { type Feature, nGrams } from './n-grams.ts'

export interface Opinion {
  readonly tier: 1 | 2
  readonly why: string
}

/**
 * Least log-odds at which a tier is raised: one in eight to be an emergency, three in ten to be any red flag. Chosen on
 * replies that taught nothing: hardly any is missed, and half of what the gates allow is raised without need.
 */
const LEAST = { emergency: -2, anyFlag: -0.9 }
/** What the rules make of a text already. */
export type Understood = 'not at all' | 'a meaning' | 'a medicine' | 'a red flag'

/** So much more is asked of a text that the rules understand, most of one that they have given a tier. */
const MORE: Readonly<Record<Understood, number>> = {
  'not at all': 0,
  'a meaning': 0.25,
  'a medicine': 1.75,
  'a red flag': 1,
}
/** Few words say little: so much more is asked of them. */
const FEW = { words: 5, more: 0.75 }

/** Fewer words are a keyword, a number or a name: the rules read these whole. */
const FEWEST_WORDS = 3
/** Named in the reason, weightiest first; "and" and "my" say little to who reads it. */
const MOST_NAMED = 4
const SHORTEST_NAMED = 4

/** Gravest first. */
const READERS = [
  { line: LEARNED.emergency, tier: 1, least: LEAST.emergency },
  { line: LEARNED.anyFlag, tier: 2, least: LEAST.anyFlag },
] as const

type Reader = (typeof READERS)[number]

function logOdds({ line: { step, bias, weights } }: Reader, features: readonly Feature[]): number {
  const steps = features.reduce((sum, { bucket, share }) => sum + share * (weights[bucket] ?? 0), 0)
  return bias + step * steps
}

/** The words whose pieces said most. */
function because(
  { line: { weights } }: Reader,
  features: readonly Feature[],
  words: readonly string[],
): string {
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
export function secondOpinion(words: readonly string[], understood: Understood): Opinion | undefined {
  if (words.length < FEWEST_WORDS) return undefined
  const features = nGrams(words)
  const more = MORE[understood] + (words.length <= FEW.words ? FEW.more : 0)
  const found = READERS.find((each) => logOdds(each, features) >= each.least + more)
  return found && { tier: found.tier, why: `reads like one: ${because(found, features, words)}` }
}
