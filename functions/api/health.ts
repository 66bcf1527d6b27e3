import { isoOf } from '../../lib/time/zone.ts'
import { jsonAnswer } from '../http/answer.ts'
import type { Action } from './action.ts'

/** Liveness only: it reads nothing, so that a monitor costs nothing and an outage elsewhere does not look like ours. */
export const showHealth: Action = async ({ clock, alarms }) =>
  jsonAnswer(200, { status: 'ok', now: isoOf(clock.now()), alarms: alarms.kind })
