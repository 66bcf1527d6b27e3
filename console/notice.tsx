import type { ComponentChildren } from 'preact'

/** Something the reader must know now. */
export function Notice({ children, dismiss }: { children: ComponentChildren; dismiss?: () => void }) {
  return (
    <div class="notice" role="alert">
      <span>{children}</span>
      {dismiss !== undefined && (
        <button type="button" class="plain" onClick={dismiss}>
          Close
        </button>
      )}
    </div>
  )
}
