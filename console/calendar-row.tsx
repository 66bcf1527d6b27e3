import { dayNumberText, timeText, weekdayText } from './days.ts'
import type { CalendarText } from './shapes.ts'

/** One text: when, what, how it went; its words on demand. */
export function CalendarRow({ text, isNext }: { text: CalendarText; isNext: boolean }) {
  const { step, kind, injection, local, state, reason, body } = text
  return (
    <li class={`text ${state} ${isNext ? 'next' : ''}`}>
      <details>
        <summary>
          <time dateTime={local} class="when">
            <span>{weekdayText(local)}</span>
            <b>{dayNumberText(local)}</b>
            <span class="hour">{timeText(local)}</span>
          </time>
          <span class={`what family-${step.slice(0, 1)}`}>
            <span class="kind">{kind}</span>
            {injection > 0 && <span class="of">injection {injection}</span>}
          </span>
          <span class={`badge ${state}`}>
            {isNext ? 'next' : state}
            {reason !== undefined && `: ${reason.replaceAll('-', ' ')}`}
          </span>
        </summary>
        <p class="body">{body}</p>
      </details>
    </li>
  )
}
