import type { ChangeRecord } from '../api/shapes.ts'
import { dayText, timeText, wallClockIn } from '../controls/days.ts'
import { hrefOf } from '../shell/routing.ts'
import { useClinic } from '../shell/session.ts'
import { changeText } from './change-text.ts'

interface Props {
  readonly patientId: string
  /** Newest first. */
  readonly changes: readonly ChangeRecord[]
  readonly hasMore: boolean
}

const SHOWN = 5

/** Who changed what, the newest on top. */
export function History({ patientId, changes, hasMore }: Props) {
  const older = changes.slice(SHOWN)
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">Who changed what</h2>
      <Changes changes={changes.slice(0, SHOWN)} />
      {older.length > 0 && (
        <details>
          <summary>Earlier changes</summary>
          <Changes changes={older} />
          {hasMore && (
            <a href={hrefOf('patients', patientId, 'evidence')}>All of them are on the evidence page</a>
          )}
        </details>
      )}
    </section>
  )
}

function Changes({ changes }: { changes: readonly ChangeRecord[] }) {
  const { timeZone: zone } = useClinic()
  return (
    <ol class="history">
      {changes.map(({ version, at, actor, what }) => {
        const local = wallClockIn(zone, at)
        return (
          <li key={version}>
            <span>{changeText(what)}</span>
            <span class="quiet">
              {actor}, {dayText(local)}, {timeText(local)}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
