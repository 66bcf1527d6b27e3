import { useEffect, useState } from 'preact/hooks'
import type { LineChartProps } from './line-chart.tsx'

type Chart = typeof import('./line-chart.tsx').LineChart

/** A line chart whose library comes only when there is something to draw; the words beside it never wait for it. */
export function LazyLineChart(props: LineChartProps) {
  const [chart, setChart] = useState<{ readonly Chart: Chart }>()
  useEffect(() => {
    import('./line-chart.tsx').then(({ LineChart: Chart }) => setChart({ Chart }))
  }, [])
  return chart === undefined ? <div class="chart-space" /> : <chart.Chart {...props} />
}
