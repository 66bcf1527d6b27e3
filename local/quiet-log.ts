import type { Log, LogFields } from '../lib/ports/log.ts'
import type { Metrics } from '../lib/ports/metrics.ts'

const line = (level: string) => (code: string, fields?: LogFields) =>
  console.error(JSON.stringify({ level, code, ...fields }))

/** Warnings and errors only, so that the greeting stays readable. */
export const quietLog: Log = { info: () => {}, warn: line('WARN'), error: line('ERROR') }

/** Nobody draws graphs of one laptop. */
export const noMetrics: Metrics = { add: () => {} }
