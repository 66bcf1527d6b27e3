import { made } from '../made.ts'
import { BUCKETS } from './n-grams.ts'

/** A line between texts that are of a kind and texts that are not: the sum of weights says on which side one lies. */
export interface Line {
  /** What one step of a weight is worth, in log-odds. */
  readonly step: number
  readonly bias: number
  /** One weight a bucket, in steps; 0 for buckets that say nothing. */
  readonly weights: Int8Array
}

export interface Learned {
  /** Fingerprint of the texts that it was learned from. */
  readonly from: string
  readonly emergency: Line
  readonly anyFlag: Line
}

const NEW_LINE = 0x0a

/**
 * Reads what `npm run triage:train` made: a line of `from`, step and bias of the emergency, step and bias of any flag;
 * then, for each bucket that weighs most, in order, its distance from the one before, seven bits a byte, low ones first,
 * the high bit saying that more follow; and one signed byte a line, emergency first.
 */
export function learnedIn(file: Uint8Array): Learned {
  const header = file.indexOf(NEW_LINE)
  const [from = '', ...numbers] = Buffer.from(file.subarray(0, header)).toString().split(' ')
  const [step = 0, bias = 0, anyStep = 0, anyBias = 0] = numbers.map(Number)
  const [emergency, anyFlag] = [new Int8Array(BUCKETS), new Int8Array(BUCKETS)]
  let bucket = 0
  for (let at = header + 1; at < file.length; ) {
    let shift = 0
    let byte = 0
    do {
      byte = file[at++] ?? 0
      bucket += (byte & 0x7f) << shift
      shift += 7
    } while (byte >= 0x80)
    emergency[bucket] = file[at++] ?? 0
    anyFlag[bucket] = file[at++] ?? 0
  }
  return {
    from,
    emergency: { step, bias, weights: emergency },
    anyFlag: { step: anyStep, bias: anyBias, weights: anyFlag },
  }
}

export const LEARNED = learnedIn(made('weights.bin'))
