import { useState } from 'preact/hooks'
import type { InjectionState, VisitRow as VisitShape, VisitToClose } from '../api/shapes.ts'
import { dayText, timeText } from '../controls/days.ts'
import { Problem } from '../controls/notice.tsx'
import { useWork } from '../controls/use-work.ts'
import { MoveForm } from '../patient/move-form.tsx'
import { useSession } from '../shell/session.ts'
import { Person } from '../worklist/person.tsx'

const STATES: Readonly<Record<VisitShape['state'], readonly [look: string, words: string]>> = {
  'wants-change': ['failed', 'wants a change'],
  'opted-out': ['failed', 'opted out: gets no reminder'],
  unreachable: ['failed', 'number takes no texts'],
  'reminder-undelivered': ['failed', 'reminder not delivered'],
  'no-answer': ['skipped', 'no answer'],
  'not-asked': ['planned', 'not asked yet'],
  paused: ['skipped', 'not asked: texts on hold'],
  confirmed: ['confirmed', 'confirmed'],
}

export function ComingVisit({ visit }: { visit: VisitShape }) {
  const { patient, injection, at, state, confirmed } = visit
  const [look, words] = STATES[state]
  return (
    <li class="visit">
      <VisitTime at={at} injection={injection} />
      <Person person={patient} />
      <span class="visit-states">
        {state === 'opted-out' && confirmed && <span class="badge confirmed">confirmed</span>}
        <span class={`badge ${look}`}>{words}</span>
      </span>
    </li>
  )
}

const VisitTime = ({ at, injection }: { at: string; injection: number }) => (
  <span class="visit-time">
    <time dateTime={at}>
      <b>{dayText(at)}</b> {timeText(at)}
    </time>
    <span class="quiet">injection {injection}</span>
  </span>
)

const MARKS = [
  ['Given', 'given'],
  ['Missed', 'missed'],
  ['Cancelled', 'cancelled'],
] as const satisfies readonly (readonly [string, InjectionState])[]

/** A visit that is over: one tap says what became of it. */
export function VisitToMark({ visit, reload }: { visit: VisitToClose; reload: () => Promise<void> }) {
  const { api } = useSession()
  const [moving, setMoving] = useState(false)
  const { perform, busy, problem } = useWork()
  const { patient, course, injection, at } = visit
  const whose = `${patient.reference}, injection ${injection}`
  return (
    <li class="visit">
      <VisitTime at={at} injection={injection} />
      <Person person={patient} />
      <fieldset class="marks" aria-label={`What became of the visit of ${whose}`}>
        {MARKS.map(([word, state]) => (
          <button
            key={state}
            type="button"
            disabled={busy}
            onClick={() =>
              perform(async () => {
                await api.changeInjection(patient.id, course, injection, { state })
                await reload()
              })
            }
          >
            {word}
          </button>
        ))}
        <button type="button" aria-expanded={moving} onClick={() => setMoving(!moving)}>
          Moved
        </button>
      </fieldset>
      <Problem>{problem}</Problem>
      {moving && (
        <MoveForm
          patientId={patient.id}
          course={course}
          injection={injection}
          verb="Move"
          at={at}
          books={false}
          moved={reload}
        />
      )}
    </li>
  )
}
