import { useState } from 'preact/hooks'
import { dayText, timeText } from './days.ts'
import { MoveForm } from './move-form.tsx'
import type { Course, Injection, Patient } from './shapes.ts'

const VERBS: Readonly<Record<string, string>> = { given: 'Correct', missed: 'Rebook', cancelled: 'Rebook' }

type Move = (course: number, injection: number, at: string) => Promise<void>

/** Who she is, and the injections of her courses. */
export function CourseCard({ patient, move }: { patient: Patient; move: Move }) {
  const { givenName, reference, state, courses } = patient
  return (
    <section class="card course" aria-labelledby="patient">
      <div class="card-head">
        <h2 id="patient">
          {givenName ?? reference} {givenName !== undefined && <span class="quiet">{reference}</span>}
        </h2>
        <span class={`badge patient-${state}`}>{state}</span>
      </div>
      {courses.map((course) => (
        <Injections key={course.course} course={course} titled={courses.length > 1} move={move} />
      ))}
    </section>
  )
}

function Injections({ course, titled, move }: { course: Course; titled: boolean; move: Move }) {
  return (
    <>
      {titled && <h3>Course {course.course}</h3>}
      <ol class="injections">
        {course.injections.map((injection) => (
          <InjectionRow
            key={injection.injection}
            injection={injection}
            move={(at) => move(course.course, injection.injection, at)}
          />
        ))}
      </ol>
    </>
  )
}

function InjectionRow({ injection, move }: { injection: Injection; move: (at: string) => Promise<void> }) {
  const [open, setOpen] = useState(false)
  const { injection: number, state, at, date } = injection
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
      <span class={`badge ${state}`}>{state}</span>
      <button
        type="button"
        class="plain"
        aria-expanded={open}
        aria-label={`${verb} injection ${number}`}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Close' : verb}
      </button>
      {open && (
        <MoveForm
          number={number}
          verb={verb}
          at={at ?? `${date}T10:00`}
          move={async (to) => {
            await move(to)
            setOpen(false)
          }}
        />
      )}
    </li>
  )
}
