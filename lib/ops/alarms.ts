import { PAGES } from './alarm-pages.ts'
import { TICKETS } from './alarm-tickets.ts'
import type { ShownMetric } from './shown-metric.ts'

export interface Alarm {
  readonly name: string
  readonly metric: ShownMetric
  /** Goes off when the metric is `comparison` the threshold in each of `evaluations` periods in a row. */
  readonly comparison: 'above' | 'at-least' | 'below'
  readonly threshold: number
  readonly periodMinutes: number
  readonly evaluations: number
  /** What a period without any value counts as. */
  readonly missing: 'breaching' | 'notBreaching'
  /** Wakes a person; everything else is a ticket for the morning. */
  readonly page: boolean
  /** What it means for a patient. */
  readonly meaning: string
  /** Heading of its section in docs/runbook.md, as the part of the address after `#`. */
  readonly runbook: string
}

const RUNBOOK = 'docs/runbook.md'
/** Where the alarm of each single function leads: what its failure means is said beside the function itself. */
export const FUNCTION_RUNBOOK = 'function-errors'
export const runbookAddress = (runbook: string): string => `${RUNBOOK}#${runbook}`

/** Every alarm but those of the single functions. Only what cannot wait for the morning pages a person. */
export const ALARMS: readonly Alarm[] = [...PAGES, ...TICKETS]
