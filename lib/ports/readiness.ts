/** What an operator still has to set before the service can do its work. */
export interface Readiness {
  /** In words for an operator, never with a value; empty when nothing is missing. Never throws. */
  missing(): Promise<readonly string[]>
}
