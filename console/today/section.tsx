import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { SectionView } from '../api/shapes.ts'

interface Props<T> {
  readonly title: string
  readonly section: SectionView<T>
  /** What it means that there is nothing. */
  readonly none: string
  readonly loud?: boolean
  readonly beside?: ComponentChildren
  readonly children: (item: T) => ComponentChildren
}

/** One part of the day. An empty one is a single quiet line. */
export function Section<T>({
  title,
  section: { items, total },
  none,
  loud = false,
  beside,
  children,
}: Props<T>) {
  const heading = useId()
  return (
    <section class={`card day-section ${loud && total > 0 ? 'needs' : ''}`} aria-labelledby={heading}>
      <div class="card-head">
        <h2 id={heading}>
          {title} {total > 0 && <span class="count">{total}</span>}
        </h2>
        {total === 0 ? <p class="quiet">{none}</p> : beside}
      </div>
      {items.length > 0 && <ul class="rows">{items.map(children)}</ul>}
      {total > items.length && <p class="quiet">and {total - items.length} more</p>}
    </section>
  )
}
