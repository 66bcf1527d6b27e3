/** What a reply may mean apart from signs, medicines and scores. */
export interface Meaning {
  /** Whole messages, politeness and punctuation left out; separated by ", ". */
  readonly whole: string
  /** Patterns anywhere in the text. */
  readonly says: readonly string[]
  /** Patterns that speak against it. */
  readonly unless: readonly string[]
}
