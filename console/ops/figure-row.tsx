import { METRICS } from '../../lib/ops/metric-names.ts'
import type { OpsFigure, OpsRow } from '../api/shapes.ts'
import { captionOf } from './figure-words.ts'

/** One row of the operators' dashboard, in figures. What follows a title's colon is said by the figures here. */
export function FigureRow({ row: { title, parts } }: { row: OpsRow }) {
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      {parts.map((part) => (
        <div class="figures" key={part.title}>
          <h3>{part.title.replace(/:.*/, '')}</h3>
          <dl>
            {part.as === 'percent' && <Share figures={part.figures} />}
            {part.figures.map((figure) => (
              <Figure key={`${figure.name} ${figure.statistic} ${figure.kind}`} figure={figure} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

function Figure({ figure }: { figure: OpsFigure }) {
  const { name, value } = figure
  const { unit, tells } = METRICS[name]
  return (
    <div title={tells}>
      <dt>{captionOf(figure)}</dt>
      <dd>
        {unit === 'Seconds' && value >= HOUR
          ? hoursText(value)
          : `${Math.round(value * 10) / 10}${UNITS[unit]}`}
      </dd>
    </div>
  )
}

const HOUR = 3600

/** `56 h 12 min`: nobody reads an age in seconds once it is long. */
const hoursText = (seconds: number): string =>
  `${Math.floor(seconds / HOUR)} h ${Math.floor((seconds % HOUR) / 60)} min`

const UNITS = { Count: '', Seconds: ' s', Percent: ' %' } as const

/** The first figure as a share of the second. */
function Share({ figures: [part, whole] }: { figures: readonly OpsFigure[] }) {
  if (part === undefined || whole === undefined || whole.value === 0) return null
  return (
    <div>
      <dt>
        {captionOf(part)}, of those {captionOf(whole)}
      </dt>
      <dd>{Math.round((100 * part.value) / whole.value)} %</dd>
    </div>
  )
}
