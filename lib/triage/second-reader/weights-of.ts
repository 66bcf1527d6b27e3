import type { Learned } from './line.ts'
import { BUCKETS } from './n-grams.ts'

/** One weight a bucket, in steps; 0 for buckets that say nothing. */
export interface Weights {
  readonly emergency: Int8Array
  readonly anyFlag: Int8Array
}

/** Unpacks the table of what was learned. */
export function weightsOf({ table }: Learned): Weights {
  const bytes = Uint8Array.from(atob(table), (character) => character.charCodeAt(0))
  const weights = { emergency: new Int8Array(BUCKETS), anyFlag: new Int8Array(BUCKETS) }
  let bucket = 0
  for (let at = 0; at < bytes.length; ) {
    let shift = 0
    let byte = 0
    do {
      byte = bytes[at++] ?? 0
      bucket += (byte & 0x7f) << shift
      shift += 7
    } while (byte >= 0x80)
    weights.emergency[bucket] = bytes[at++] ?? 0
    weights.anyFlag[bucket] = bytes[at++] ?? 0
  }
  return weights
}
