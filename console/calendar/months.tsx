import type { ComponentChildren } from 'preact'
import type { CalendarText } from '../api/shapes.ts'
import { monthOf, monthText } from '../controls/days.ts'

interface Props {
  readonly texts: readonly CalendarText[]
  readonly children: (text: CalendarText) => ComponentChildren
}

/** Texts month by month. */
export function Months({ texts, children }: Props) {
  const months = Map.groupBy(texts, ({ local }) => monthOf(local))
  return (
    <>
      {[...months].map(([month, rows]) => (
        <div key={month} class="month">
          <h3>{monthText(`${month}-01`)}</h3>
          <ul>{rows.map(children)}</ul>
        </div>
      ))}
    </>
  )
}
