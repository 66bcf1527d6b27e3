import type { MovedPatient } from '../api/shapes.ts'
import { Badge } from '../controls/badge.tsx'
import { dayText, timeText } from '../controls/days.ts'
import { usePatientList } from '../patients/use-patient-list.ts'
import { hrefOf } from '../shell/routing.ts'

interface Props {
  readonly items: readonly MovedPatient[]
  readonly dryRun: boolean
}

/** Patient by patient, those who cannot be moved first. */
export function MovedRows({ items, dryRun }: Props) {
  const { items: stopped } = usePatientList('stopped')
  const untold = new Set<string>(stopped.map(({ id }) => id))
  const sorted = [...items].sort(
    (a, b) => RANK[a.state] - RANK[b.state] || firstOf(a).localeCompare(firstOf(b)),
  )
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Visit</th>
          <th scope="col">{dryRun ? 'Would be' : 'Was'}</th>
          <th scope="col">Texts, and what to look at</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <Row key={row.patient.id} row={row} dryRun={dryRun} isUntold={untold.has(row.patient.id)} />
        ))}
      </tbody>
    </table>
  )
}

const RANK = { refused: 0, left: 1, moved: 2 } as const
const firstOf = ({ visits: [first] }: MovedPatient): string => first?.from ?? ''

const LOOKS = { moved: 'given', refused: 'failed', left: 'skipped' } as const

interface RowProps {
  readonly row: MovedPatient
  readonly dryRun: boolean
  /** Opted out: no text tells of the move. */
  readonly isUntold: boolean
}

function Row({ row: { patient, visits, state, texts, errors = [] }, dryRun, isUntold }: RowProps) {
  const { id, givenName, reference } = patient
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('patients', id)}>{givenName ?? reference}</a>
        {givenName !== undefined && <span class="quiet"> {reference}</span>}
      </th>
      <td>
        <ul>
          {visits.map(({ course, injection, from, to }) => (
            <li key={`${course} ${injection}`} class="visit-change">
              <span class="quiet">
                {dayText(from)}, {timeText(from)} to
              </span>{' '}
              <b>{dayText(to)}</b>
              <span class="unseen">, injection {injection}</span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <Badge state={LOOKS[state]}>{WORDS[dryRun ? 'would' : 'was'][state]}</Badge>
      </td>
      <td>
        <ul class="why">
          {isUntold && <li class="warn">Opted out: no text tells of it, so phone.</li>}
          {texts !== undefined && (
            <li class="quiet">
              {texts.added.length} new, {texts.moved.length} moved, {texts.removed.length} dropped
            </li>
          )}
          {texts?.warnings.map((warning) => (
            <li key={warning} class="warn">
              {warning}
            </li>
          ))}
          {errors.map(({ message }) => (
            <li key={message} class="bad">
              {message}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

const WORDS = {
  would: { moved: 'moved', refused: 'not moved', left: 'not looked at' },
  was: { moved: 'moved', refused: 'not moved', left: 'still to move' },
} as const
