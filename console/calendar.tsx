import { CalendarRow } from './calendar-row.tsx'
import { monthOf, monthText } from './days.ts'
import type { CalendarText } from './shapes.ts'

const SETTLED = new Set(['sent', 'delivered', 'undelivered', 'failed', 'skipped'])

/** Every text of the patient, past and to come, month by month. */
export function Calendar({ texts, now }: { texts: readonly CalendarText[]; now: string }) {
  const next = texts.find(({ state, utc }) => !SETTLED.has(state) && utc >= now)
  const months = Map.groupBy(texts, ({ local }) => monthOf(local))
  return (
    <section class="card calendar" aria-labelledby="calendar">
      <div class="card-head">
        <h2 id="calendar">Calendar</h2>
        <p class="quiet">{summary(texts)}</p>
      </div>
      {[...months].map(([month, rows]) => (
        <section key={month} aria-label={monthText(`${month}-01`)}>
          <h3>{monthText(`${month}-01`)}</h3>
          <ul>
            {rows.map((text) => (
              <CalendarRow key={text.id} text={text} isNext={text.id === next?.id} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** `3 delivered, 44 planned`. */
function summary(texts: readonly CalendarText[]): string {
  const counts = Map.groupBy(texts, ({ state }) => state)
  return [...counts].map(([state, { length }]) => `${length} ${state}`).join(' · ')
}
