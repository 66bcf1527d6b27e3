import type { OpsView } from '../api/shapes.ts'
import { LazyLineChart } from '../charts/lazy-chart.tsx'
import { countText } from '../controls/count-text.ts'
import { timeText, wallClockIn } from '../controls/days.ts'

interface Props {
  readonly hours: OpsView['lateness']
  readonly zone: string
}

/** Half a minute of lateness is what a person may notice; the picture never makes less look like a mountain. */
const LEAST_SCALE_SECONDS = 30

/** Seconds from due to sent, hour by hour. */
export function Lateness({ hours, zone }: Props) {
  const points = hours.flatMap(({ from, p99 }) =>
    p99 === undefined ? [] : [{ at: wallClockIn(zone, from), value: p99 }],
  )
  const worst = Math.max(0, ...points.map(({ value }) => value))
  const texts = hours.reduce((sum, hour) => sum + hour.texts, 0)
  return (
    <section class="card" aria-labelledby="lateness">
      <div class="card-head">
        <h2 id="lateness">How late texts went</h2>
        <p class="quiet">
          {countText(texts, 'text')}, worst hour {Math.round(worst)} s
        </p>
      </div>
      {points.length > 0 && (
        <p class="quiet">Hour by hour, the seconds after its time within which 99 of 100 texts went.</p>
      )}
      {points.length > 0 && (
        <LazyLineChart
          alt={`How late texts went over the last 24 hours: in the worst hour 99 of 100 within ${Math.round(worst)} seconds. The table below has every hour.`}
          points={points}
          most={Math.max(LEAST_SCALE_SECONDS, worst)}
          format={timeText}
          within={hours.map(({ from }) => wallClockIn(zone, from))}
        />
      )}
      {points.length === 0 && <p class="quiet">No text was sent in these hours.</p>}
      <details>
        <summary>As a table</summary>
        <table class="list narrow">
          <thead>
            <tr>
              <th scope="col">Hour from</th>
              <th scope="col">Texts</th>
              <th scope="col">Half within</th>
              <th scope="col">99 of 100 within</th>
              <th scope="col">Latest</th>
            </tr>
          </thead>
          <tbody>
            {hours.map(({ from, texts, p50, p99, max }) => (
              <tr key={from}>
                <td>{timeText(wallClockIn(zone, from))}</td>
                <td>{texts}</td>
                {[p50, p99, max].map((seconds, index) => (
                  <td key={index}>{seconds === undefined ? '' : `${Math.round(seconds)} s`}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
