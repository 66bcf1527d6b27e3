import type { ComponentChildren } from 'preact'
import { capital } from './capital.ts'

interface Props {
  readonly children: ComponentChildren
  readonly kind?: 'warn' | 'bad' | 'good'
  readonly dismiss?: () => void
}

/** Something the reader must know now. */
export function Notice({ children, kind = 'warn', dismiss }: Props) {
  return (
    <div class={`notice ${kind}`} role={kind === 'good' ? 'status' : 'alert'}>
      <div>{children}</div>
      {dismiss !== undefined && (
        <button type="button" class="plain" onClick={dismiss}>
          Close
        </button>
      )}
    </div>
  )
}

/** Why the last thing asked for did not happen; nothing when it did. */
export const Problem = ({ children }: { children: string | undefined }) =>
  children === undefined ? null : (
    <p class="problem" role="alert">
      {capital(children)}
    </p>
  )

export const Warnings = ({ warnings }: { warnings: readonly string[] }) =>
  warnings.length === 0 ? null : (
    <ul class="warnings">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  )
