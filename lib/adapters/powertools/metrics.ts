import { Metrics as Emf } from '@aws-lambda-powertools/metrics'
import { METRICS } from '../../ops/metric-names.ts'
import { METRIC_NAMESPACE } from '../../ops/metric-namespace.ts'
import type { Metrics } from '../../ports/metrics.ts'

/**
 * CloudWatch's embedded metric format on standard output, one line a value, so that nothing waits for the end of a run
 * that may not come. Dimension `service` is the stage; a value with a kind is also counted under `kind`.
 */
export function powertoolsMetrics({ stage }: { readonly stage: string }): Metrics {
  const emf = new Emf({ namespace: METRIC_NAMESPACE, serviceName: stage })
  return {
    add(name, value, kind) {
      const one = emf.singleMetric()
      if (kind !== undefined) one.addDimensions({}).addDimensions({ kind })
      one.addMetric(name, METRICS[name].unit, value)
    },
  }
}
