import { useState } from 'preact/hooks'
import type { Course, Injection, InjectionChange, Patient } from '../api/shapes.ts'
import { Badge } from '../controls/badge.tsx'
import { dayText, timeText, wallClockIn } from '../controls/days.ts'
import { Problem } from '../controls/notice.tsx'
import { useWork } from '../controls/use-work.ts'
import { hrefOf } from '../shell/routing.ts'
import { useClinic, useSession } from '../shell/session.ts'
import { MoveForm } from './move-form.tsx'

interface Props {
  readonly patient: Patient
  readonly now: string
  readonly reload: () => Promise<void>
}

/** The injections of her courses, and what may be done about each. */
export function Visits({ patient, now, reload }: Props) {
  const { timeZone: zone } = useClinic()
  const here = wallClockIn(zone, now)
  return (
    <section class="card" aria-labelledby="visits">
      <div class="card-head">
        <h2 id="visits">Visits</h2>
        <p class="quiet">on the clinic's clock</p>
      </div>
      {patient.courses.map((course) => (
        <section key={course.course} aria-label={`Course ${course.course}`}>
          {patient.courses.length > 1 && <h3>Course {course.course}</h3>}
          <ol class="injections">
            {course.injections.map((injection) => (
              <VisitRow
                key={injection.injection}
                patientId={patient.id}
                course={course}
                injection={injection}
                here={here}
                reload={reload}
              />
            ))}
          </ol>
          {course.endedAt !== undefined && <p class="quiet">The clinic ended this series.</p>}
        </section>
      ))}
      <a class="button further" href={hrefOf('patients', patient.id, 'course')}>
        Add a course
      </a>
    </section>
  )
}

interface RowProps {
  readonly patientId: string
  readonly course: Course
  readonly injection: Injection
  /** The clinic's wall clock. */
  readonly here: string
  readonly reload: () => Promise<void>
}

function VisitRow({ patientId, course, injection, here, reload }: RowProps) {
  const { api } = useSession()
  const [moving, setMoving] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const { perform, busy, problem } = useWork()
  const { injection: number, state, at, date } = injection
  const isOpen = state === 'booked' || state === 'confirmed'
  const isUnmarked = isOpen && at !== undefined && at <= here
  const mark = (to: InjectionChange) =>
    perform(async () => {
      await api.changeInjection(patientId, course.course, number, to)
      await reload()
    })
  const verb = at === undefined ? 'Book' : (VERBS[state] ?? 'Move')
  return (
    <li class={`injection ${state}`}>
      <span class="number" aria-hidden="true">
        {number}
      </span>
      <div class="injection-when">
        <strong>{dayText(at ?? date ?? '')}</strong>
        <span class="quiet">{at === undefined ? 'no time yet' : timeText(at)}</span>
      </div>
      <Badge state={isUnmarked ? 'skipped' : state}>{isUnmarked ? 'not marked yet' : state}</Badge>
      <div class="injection-marks">
        {isUnmarked && (
          <Mark number={number} word="Given" busy={busy} mark={() => mark({ state: 'given' })} />
        )}
        {isUnmarked && (
          <Mark number={number} word="Missed" busy={busy} mark={() => mark({ state: 'missed' })} />
        )}
        {state === 'booked' && !isUnmarked && (
          <Mark number={number} word="Confirm" busy={busy} mark={() => mark({ state: 'confirmed' })} />
        )}
        <button
          type="button"
          class="plain"
          aria-expanded={moving}
          aria-label={`${verb} injection ${number}`}
          onClick={() => setMoving(!moving)}
        >
          {moving ? 'Close' : verb}
        </button>
        {isOpen && (
          <button
            type="button"
            class="plain"
            aria-expanded={cancelling}
            aria-label={cancelling ? `Keep it, injection ${number}` : `Cancel visit, injection ${number}`}
            onClick={() => setCancelling(!cancelling)}
          >
            {cancelling ? 'Keep it' : 'Cancel visit'}
          </button>
        )}
        {cancelling && isOpen && (
          <Mark
            number={number}
            word="Yes, cancel and tell her"
            busy={busy}
            mark={() => mark({ state: 'cancelled' })}
          />
        )}
      </div>
      <Problem>{problem}</Problem>
      {moving && (
        <MoveForm
          patientId={patientId}
          course={course.course}
          injection={number}
          verb={verb}
          at={at ?? `${date}T10:00`}
          books={!isOpen && state !== 'given'}
          {...(state !== 'given' && { notBefore: here })}
          moved={async () => {
            setMoving(false)
            await reload()
          }}
        />
      )}
    </li>
  )
}

const VERBS: Readonly<Partial<Record<Injection['state'], string>>> = {
  given: 'Correct',
  missed: 'Rebook',
  cancelled: 'Rebook',
}

interface MarkProps {
  readonly number: number
  readonly word: string
  readonly busy: boolean
  readonly mark: () => void
}

const Mark = ({ number, word, busy, mark }: MarkProps) => (
  <button
    type="button"
    class="plain"
    disabled={busy}
    aria-label={`${word} injection ${number}`}
    onClick={mark}
  >
    {word}
  </button>
)
