import type { Difference } from '../api/shapes.ts'
import { countText } from '../controls/count-text.ts'
import { dayText, timeText, wallClockIn } from '../controls/days.ts'
import { Warnings } from '../controls/notice.tsx'
import { useClinic } from '../shell/session.ts'

/** What a change would do to the texts still to come. */
export function DifferenceView({
  difference: { added, removed, moved, warnings },
}: {
  difference: Difference
}) {
  const { timeZone: zone } = useClinic()
  const when = (utc: string): string => {
    const local = wallClockIn(zone, utc)
    return `${dayText(local)}, ${timeText(local)}`
  }
  if (added.length + removed.length + moved.length === 0)
    return (
      <>
        <p>No text to come is added, moved or dropped.</p>
        <Warnings warnings={warnings} />
      </>
    )
  return (
    <>
      <p>
        <b>{countText(added.length, 'new text')}</b>, <b>{moved.length} moved</b>,{' '}
        <b>{removed.length} dropped</b>
      </p>
      <Warnings warnings={warnings} />
      <details>
        <summary>Which texts</summary>
        <ul class="changes">
          {added.map(({ id, at, ...text }) => (
            <li key={id}>
              <TextName text={text} />: new, {when(at)}
            </li>
          ))}
          {moved.map(({ from, to, ...text }) => (
            <li key={`${text.step} ${text.course} ${text.injection}`}>
              <TextName text={text} />: {when(to)} <span class="quiet">was {when(from)}</span>
            </li>
          ))}
          {removed.map(({ id, at, ...text }) => (
            <li key={id}>
              <TextName text={text} />: dropped, was {when(at)}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

type Named = Pick<Difference['moved'][number], 'step' | 'kind' | 'injection'>

/** In words, with the protocol's key for those who know it. */
const TextName = ({ text: { step, kind, injection } }: { text: Named }) => (
  <>
    <b class="kind">{kind}</b> <span class="quiet">{step}</span>
    {injection > 0 && `, injection ${injection}`}
  </>
)
