import { Metrics as Emf } from '@aws-lambda-powertools/metrics'
import { METRICS } from '../../ops/metric-names.ts'
import { METRIC_NAMESPACE } from '../../ops/metric-namespace.ts'
import type { Metrics } from '../../ports/metrics.ts'

/**
 * CloudWatch's embedded metric format on standard output, one line a value, so that nothing waits for the end of a run
 * that may not come. Dimension `service` is the stage; a value with a kind is also counted under `kind`.
 */
export function powertoolsMetrics({ stage }: { readonly stage: string }): Metrics {
  // It prints each value it is given and forgets it, so one serves for all; making one takes longer than printing.
  const one = new Emf({ namespace: METRIC_NAMESPACE, serviceName: stage }).singleMetric()
  return {
    add(name, value, kind) {
      if (kind !== undefined) one.addDimensions({}).addDimensions({ kind })
      one.addMetric(name, METRICS[name].unit, value)
    },
  }
}
