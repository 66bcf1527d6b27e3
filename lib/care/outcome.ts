/** What is wrong with a request, in words for whoever must mend it. `path` as in `injections[0].at`. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** How every command of the clinic ends. Anything else is a bug and throws. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly kind: 'conflict'; readonly problems: readonly Problem[] }

export const done = <T>(value: T): Outcome<T> => ({ kind: 'done', value })
export const NOT_FOUND = { kind: 'not-found' } as const
export const BEING_ERASED = {
  kind: 'conflict',
  problems: [{ path: '', message: 'this patient is being erased: nothing of hers can be changed any more' }],
} as const
