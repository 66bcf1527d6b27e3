import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveMonotoneX, line } from 'd3-shape'

export interface ChartPoint {
  /** Wall clock. */
  readonly at: string
  readonly value: number
  readonly label?: string
}

export interface LineChartProps {
  /** What the picture shows, in a sentence: for those who do not see it. */
  readonly alt: string
  readonly points: readonly ChartPoint[]
  readonly most: number
  /** Days worth a mark, such as injections. */
  readonly marks?: readonly { readonly at: string; readonly label: string }[]
  /** Times that the picture spans at least. */
  readonly within?: readonly string[]
  readonly format?: (at: string) => string
}

const WIDTH = 560
const HEIGHT = 220
const EDGE = { left: 34, right: 14, top: 18, bottom: 30 }
const TICKS = 5
const MOST_WORDS = 6

const instantOf = (at: string): number => Date.parse(`${at}Z`)

/** A scale gives more marks than it is asked for, and beside each other their words would run together. */
const apart = (ticks: readonly Date[]): readonly Date[] => {
  const every = Math.ceil(ticks.length / MOST_WORDS)
  return ticks.filter((_, index) => index % every === 0)
}

/** Values over time as an SVG: it scales, prints, and takes its colours from the style sheet. */
export function LineChart({ alt, points, most, marks = [], within = [], format = String }: LineChartProps) {
  const times = [...[...points, ...marks].map(({ at }) => at), ...within].map(instantOf)
  const x = scaleUtc([Math.min(...times), Math.max(...times)], [EDGE.left + 10, WIDTH - EDGE.right - 10])
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice()
  const path = line<ChartPoint>(
    ({ at }) => x(instantOf(at)),
    ({ value }) => y(value),
  ).curve(curveMonotoneX)([...points])
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={alt}>
      {y.ticks(TICKS).map((tick) => (
        <g key={tick} class="grid">
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text x={EDGE.left - 8} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {apart(x.ticks(TICKS)).map((tick) => (
        <text key={tick.getTime()} class="axis" x={x(tick)} y={HEIGHT - 8} text-anchor="middle">
          {format(tick.toISOString().slice(0, 16))}
        </text>
      ))}
      {marks.map(({ at, label }) => (
        <g key={at} class="mark">
          <line x1={x(instantOf(at))} x2={x(instantOf(at))} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
          <text x={x(instantOf(at))} y={EDGE.top - 6} text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
      {path !== null && <path class="line" d={path} />}
      {points.map(({ at, value, label }) => (
        <g key={at} class="point">
          <circle cx={x(instantOf(at))} cy={y(value)} r="4.5" />
          {label !== undefined && (
            <text x={x(instantOf(at))} y={y(value) - 10} text-anchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
