import type { MetricName } from '../ops/metric-names.ts'

export interface Metrics {
  /** `kind` is one of the few values named beside the metric, never a patient. */
  add(name: MetricName, value: number, kind?: string): void
}
