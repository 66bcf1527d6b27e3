import { ceilMinute, type Instant } from '../../time/instant.ts'
import { isoOf } from '../../time/zone.ts'

/**
 * The first whole minute at or after `at` as EventBridge Scheduler writes it, `at(2026-11-30T23:05:00)`, in UTC.
 * Scheduler fires at some second of the minute named, so rounding up keeps it from firing before `at`.
 */
export const atExpression = (at: Instant): string => `at(${isoOf(ceilMinute(at)).slice(0, -1)})`
