/** CloudWatch namespace of every metric; dimension `service` is the stage, and `kind` splits a metric further. */
export const METRIC_NAMESPACE = 'SijTexts'
