import type { ComponentChildren } from 'preact'
import { Notice } from './notice.tsx'
import type { Loaded } from './use-loaded.ts'

interface Props<T> {
  readonly loaded: Loaded<T>
  readonly children: (value: T) => ComponentChildren
}

/** What was read; until then a word that it is coming, or why it is not. */
export function LoadView<T>({ loaded: { value, problem }, children }: Props<T>) {
  return (
    <>
      {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
      {value === undefined ? problem === undefined && <p class="waiting">Reading…</p> : children(value)}
    </>
  )
}
