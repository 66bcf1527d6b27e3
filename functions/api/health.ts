import { isoOf } from '../../lib/time/zone.ts'
import { jsonAnswer } from '../http/answer.ts'
import type { Action } from './action.ts'

/**
 * Liveness, and in words what an operator still has to configure. It reads nothing but what this function has read
 * already, so that a monitor costs nothing and an outage elsewhere does not look like ours.
 */
export const showHealth: Action = async ({ clock, alarms, readiness }) => {
  const missing = await readiness.missing()
  const status = missing.length === 0 ? 'ok' : 'not configured'
  return jsonAnswer(200, { status, now: isoOf(clock.now()), alarms: alarms.kind, missing })
}
