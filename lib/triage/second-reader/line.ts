/** A line between texts that are of a kind and texts that are not: the sum of weights says on which side one lies. */
export interface Line {
  /** One signed byte a bucket, base64. */
  readonly weights: string
  /** What one step of a byte is worth, in log-odds. */
  readonly step: number
  readonly bias: number
}
