import type { Patient } from '../api/shapes.ts'
import { LazyLineChart } from '../charts/lazy-chart.tsx'
import { dayText, wallClockIn } from '../controls/days.ts'
import { useClinic } from '../shell/session.ts'

const WORST = 10

/** Her pain scores over the course, as a picture, in a sentence and as a table. */
export function PainCard({ patient }: { patient: Patient }) {
  const { timeZone: zone } = useClinic()
  const points = patient.pain.map(({ at, value }) => ({
    at: wallClockIn(zone, at),
    value,
    label: String(value),
  }))
  const given = patient.courses
    .flatMap(({ injections }) => injections)
    .flatMap(({ at, injection, state }) =>
      at === undefined || state === 'cancelled' || state === 'missed'
        ? []
        : [{ at, label: `inj. ${injection}` }],
    )
  const last = points.at(-1)
  // What lies ahead of the last score says nothing about pain.
  const marks = given.filter(({ at }) => last !== undefined && at <= last.at)
  return (
    <section class="card" aria-labelledby="pain">
      <div class="card-head">
        <h2 id="pain">Pain, 0 to 10</h2>
        {last !== undefined && (
          <p class="quiet">
            {last.value} on {dayText(last.at)}
          </p>
        )}
      </div>
      {last === undefined ? (
        <p class="quiet">No scores yet.</p>
      ) : (
        <>
          {points.length > 1 && (
            <LazyLineChart
              alt={inASentence(points)}
              points={points}
              most={WORST}
              marks={marks}
              format={dayText}
            />
          )}
          <details>
            <summary>As a table</summary>
            <table class="list narrow">
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">Pain</th>
                  <th scope="col">Asked by</th>
                </tr>
              </thead>
              <tbody>
                {patient.pain.map(({ at, value, asked }) => (
                  <tr key={at}>
                    <td>{dayText(wallClockIn(zone, at))}</td>
                    <td>{value}</td>
                    <td class="quiet">{asked?.replace(/@.*/, '') ?? 'nobody'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  )
}

function inASentence(points: readonly { readonly at: string; readonly value: number }[]): string {
  const each = points.map(({ at, value }) => `${value} on ${dayText(at)}`)
  return `Pain scores: ${each.join(', ')}.`
}
