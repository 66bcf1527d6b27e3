import type { CalendarText } from '../api/shapes.ts'
import { dayNumberText, timeText, wallClockIn, weekdayText } from '../controls/days.ts'
import type { Standing } from './reasons.ts'

interface Props {
  readonly text: CalendarText
  readonly standing: Standing
  readonly isNext?: boolean
  /** To the quarter of an hour: nobody's minute is known yet. */
  readonly isAbout?: boolean
  /** Why it goes on this day. */
  readonly rule?: string | undefined
}

/** One text: when, what, how it went; its words on demand. */
export function TextRow({ text, standing, isNext = false, isAbout = false, rule }: Props) {
  const { step, kind, injection, local, zone, body, sentAt, deliveredAt } = text
  return (
    <li class={`text ${standing.look} ${isNext ? 'next' : ''}`}>
      <details>
        <summary>
          <time dateTime={local} class="when">
            <span>{weekdayText(local)}</span>
            <b>{dayNumberText(local)}</b>
            <span class="hour">
              {isAbout && 'about '}
              {timeText(local)}
            </span>
          </time>
          <span class={`what family-${step.slice(0, 1)}`}>
            <span class="kind">{kind}</span>
            {injection > 0 && <span class="of">injection {injection}</span>}
          </span>
          <span class={`badge ${isNext ? 'next' : standing.look}`}>{isNext ? 'next' : standing.words}</span>
        </summary>
        <div class="text-more">
          <p class="body">{body}</p>
          <p class="quiet">
            {[
              sentAt && `Sent ${timeText(wallClockIn(zone, sentAt))}`,
              deliveredAt && `delivered ${timeText(wallClockIn(zone, deliveredAt))}`,
              sentAt === undefined && rule,
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
      </details>
    </li>
  )
}
