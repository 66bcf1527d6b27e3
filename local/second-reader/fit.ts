import { BUCKETS, type Feature, nGrams } from '../../lib/triage/second-reader/n-grams.ts'

export interface Sample {
  readonly words: readonly string[]
  readonly positive: boolean
}

export interface Fitted {
  readonly weights: Float64Array
  readonly bias: number
}

/** Loss of one sample against the length of the weights: small enough to learn rare words, not to learn each text. */
const TRUST = 5
/** A missed sign costs more than a needless call. */
const POSITIVES_WEIGH = 2
const ROUNDS = 60
const FIRST_STEP = 0.3

/** Every run visits the samples in the same mixed order: the step is prime, so it reaches each of them. */
const MIXING_STEP = 7_919

const sum = (features: readonly Feature[], weights: ArrayLike<number>): number =>
  features.reduce((total, { bucket, share }) => total + share * (weights[bucket] ?? 0), 0)

const chance = (score: number): number => 1 / (1 + Math.exp(-score))

/**
 * Logistic regression with a penalty on long weights, by AdaGrad (Duchi, Hazan and Singer 2011): the same samples give
 * the same weights.
 */
export function fitLine(samples: readonly Sample[]): Fitted {
  const seen = samples.map(({ words, positive }) => ({ features: nGrams(words), positive }))
  const weights = new Float64Array(BUCKETS)
  const squares = new Float64Array(BUCKETS).fill(1e-6)
  const shrink = 1 / (TRUST * seen.length)
  let bias = 0
  let biasSquares = 1e-6
  for (let visit = 0; visit < ROUNDS * seen.length; visit += 1) {
    const sample = seen[(visit * MIXING_STEP) % seen.length]
    if (sample === undefined) continue
    const { features, positive } = sample
    const wrong =
      (chance(bias + sum(features, weights)) - Number(positive)) * (positive ? POSITIVES_WEIGH : 1)
    for (const { bucket, share } of features) {
      const slope = wrong * share + shrink * (weights[bucket] ?? 0)
      squares[bucket] = (squares[bucket] ?? 0) + slope * slope
      weights[bucket] = (weights[bucket] ?? 0) - (FIRST_STEP * slope) / Math.sqrt(squares[bucket] ?? 1)
    }
    biasSquares += wrong * wrong
    bias -= (FIRST_STEP * wrong) / Math.sqrt(biasSquares)
  }
  return { weights, bias }
}
