import { useState } from 'preact/hooks'
import type { PatientState, PatientSummary } from '../api/shapes.ts'
import { Badge } from '../controls/badge.tsx'
import { countText } from '../controls/count-text.ts'
import { dayText, timeText } from '../controls/days.ts'
import { Notice } from '../controls/notice.tsx'
import { PageHead } from '../controls/page-head.tsx'
import { hrefOf } from '../shell/routing.ts'
import { usePatientList } from './use-patient-list.ts'

const STATES = ['active', 'paused', 'stopped', 'ended', 'withdrawn', 'erasing'] as const
const SHOWN_AT_ONCE = 50

const stateOf = (value: string): PatientState | undefined => STATES.find((state) => state === value)

/** Everyone the clinic has enrolled: found by reference, filtered by state. */
export function PatientsPage() {
  const [state, setState] = useState<PatientState>()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const { items, complete, problem } = usePatientList(state)
  const wanted = search.trim().toLowerCase()
  const found = items
    .filter(({ reference }) => reference.toLowerCase().includes(wanted))
    .sort(
      (a, b) => urgency(b) - urgency(a) || a.reference.localeCompare(b.reference, 'en-AU', { numeric: true }),
    )
  const isEmpty = complete && items.length === 0 && state === undefined && problem === undefined
  return (
    <>
      <PageHead title="Patients">
        <a class="button" href={hrefOf('visits', 'move')}>
          Move visits
        </a>
        <a class="button" href={hrefOf('patients', 'import')}>
          Import a file
        </a>
        <a class="button primary" href={hrefOf('patients', 'enrol')}>
          Enrol a patient
        </a>
      </PageHead>
      {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
      {isEmpty ? (
        <EmptyClinic />
      ) : (
        <section class="card" aria-label="List of patients">
          <search class="filters">
            <label>
              Find by reference
              <input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
              <small>Names and numbers stand on each patient's own page alone.</small>
            </label>
            <label>
              State
              <select value={state ?? ''} onChange={(event) => setState(stateOf(event.currentTarget.value))}>
                <option value="">Any</option>
                {STATES.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            <p class="quiet" role="status">
              {foundText(found.length, complete)}
            </p>
          </search>
          {found.length > 0 && <PatientTable patients={found.slice(0, shown)} />}
          {found.length > shown && (
            <button type="button" class="more" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
              Show {Math.min(SHOWN_AT_ONCE, found.length - shown)} more of {found.length - shown}
            </button>
          )}
        </section>
      )}
    </>
  )
}

const urgency = ({ openEscalations }: PatientSummary): number => (openEscalations > 0 ? 1 : 0)

const foundText = (count: number, complete: boolean): string =>
  `${countText(count, 'patient')}${complete ? '' : ' so far, reading on…'}`

function PatientTable({ patients }: { patients: readonly PatientSummary[] }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">State</th>
          <th scope="col">Next visit</th>
          <th scope="col">To do</th>
        </tr>
      </thead>
      <tbody>
        {patients.map(({ id, reference, state, nextVisit, openEscalations, openTasks }) => (
          <tr key={id}>
            <th scope="row">
              <a href={hrefOf('patients', id)}>{reference}</a>
            </th>
            <td>
              <Badge state={`patient-${state}`}>{state}</Badge>
            </td>
            <td>{nextVisit === undefined ? <span class="quiet">none</span> : visitText(nextVisit)}</td>
            <td>
              {openEscalations > 0 && <Badge state="failed">needs a person</Badge>}
              {openTasks > 0 && <Badge state="skipped">{countText(openTasks, 'task')}</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const visitText = (at: string): string => `${dayText(at)}, ${timeText(at)}`

const EmptyClinic = () => (
  <section class="card empty">
    <h2>Nobody is enrolled yet</h2>
    <p class="quiet">
      One form plans every text of a course. You see the whole calendar before anything is sent.
    </p>
    <a class="button primary" href={hrefOf('patients', 'enrol')}>
      Enrol the first patient
    </a>
  </section>
)
