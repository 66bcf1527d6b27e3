/**
 * A sign and the patterns that say it; any one is enough. One with `~` first counts only in a text about her own body.
 * local/triage-tables/pattern.ts describes their language; after a change, `npm run triage:tables`.
 */
export interface Sign {
  readonly sign: string
  readonly says: readonly string[]
}

export type SignTable = readonly Sign[]
