import { plainMessage } from '../api/plain-words.ts'
import type { ImportedRow } from '../api/shapes.ts'
import { hrefOf } from '../shell/routing.ts'

const LOOKS = {
  new: 'given',
  moved: 'booked',
  changed: 'booked',
  unchanged: 'planned',
  refused: 'failed',
} as const

/** Row by row, refused ones first. */
export function ImportedRows({ rows, dryRun }: { rows: readonly ImportedRow[]; dryRun: boolean }) {
  const sorted = [...rows].sort((a, b) => rank(a) - rank(b) || a.row - b.row)
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Patient</th>
          <th scope="col">{dryRun ? 'Would be' : 'Was'}</th>
          <th scope="col">What and why</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.row}>
            <td>{row.row}</td>
            <th scope="row">
              {row.patientId === undefined ? (
                row.reference || <span class="quiet">none</span>
              ) : (
                <a href={hrefOf('patients', row.patientId)}>{row.reference}</a>
              )}
            </th>
            <td>
              <span class={`badge ${LOOKS[row.outcome]}`}>{row.outcome}</span>
            </td>
            <td>
              <Why row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const rank = ({ outcome }: ImportedRow): number =>
  outcome === 'refused' ? 0 : outcome === 'unchanged' ? 2 : 1

function Why({ row: { problems, changes, warnings } }: { row: ImportedRow }) {
  return (
    <ul class="why">
      {problems.map(({ column, message }) => (
        <li key={message} class="bad">
          {column !== undefined && <b>{column}: </b>}
          {plainMessage(message)}
        </li>
      ))}
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
      {warnings.map((warning) => (
        <li key={warning} class="warn">
          {warning}
        </li>
      ))}
    </ul>
  )
}
