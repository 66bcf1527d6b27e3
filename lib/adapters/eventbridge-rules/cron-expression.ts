import { ceilMinute, type Instant } from '../../time/instant.ts'
import { isoOf } from '../../time/zone.ts'

/**
 * The one UTC minute at or after `at` as EventBridge writes it, `cron(5 23 30 11 ? 2026)`. The year is always there:
 * without it the rule would fire again every year.
 */
export function cronExpression(at: Instant): string {
  const [year, month, day, hour, minute] = isoOf(ceilMinute(at))
    .split(/[-T:Z]/)
    .map(Number)
  return `cron(${minute} ${hour} ${day} ${month} ? ${year})`
}
