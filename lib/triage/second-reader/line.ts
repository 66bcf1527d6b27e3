/** A line between texts that are of a kind and texts that are not: the sum of weights says on which side one lies. */
export interface Line {
  /** What one step of a weight is worth, in log-odds. */
  readonly step: number
  readonly bias: number
}

/** What was learned: the buckets that weigh most, each with its weight for either line. */
export interface Learned {
  readonly emergency: Line
  readonly anyFlag: Line
  /**
   * Base64 of, for each bucket in order: its distance from the one before, seven bits a byte, low ones first, the high
   * bit saying that more follow; then one signed byte a line, emergency first.
   */
  readonly table: string
}
