/** A measured value. Of one that was measured several times it is the median, with the smallest and the largest. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** In words: `US$ a month`, `reads a patient`. */
  readonly unit: string
  readonly min?: number
  readonly max?: number
}

/** One line of the bench's table. */
export interface Row {
  readonly name: string
  /** What was measured, and how, in words. */
  readonly measured: string
  readonly figures: readonly Figure[]
  /** What must be reached, in words. */
  readonly limit: string
  readonly passes: boolean
}
