import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  readonly title: string
  /** What the window is called, if more than the heading says. */
  readonly tab?: string
  readonly beside?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A page's heading. It takes the focus as the page opens, so that a reader by ear hears where they are. */
export function PageHead({ title, tab = title, beside, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${tab} · Patient texts`
  }, [tab])
  return (
    <div class="page-head">
      <div class="page-title">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {beside}
      </div>
      {children !== undefined && <div class="page-actions">{children}</div>}
    </div>
  )
}

/** Brings a reader back to the top after something was done. */
export function focusHeading(): void {
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('main h1')?.focus()
}
