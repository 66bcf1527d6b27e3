import { opsSummary } from '../../lib/care/ops/ops-summary.ts'
import { jsonAnswer } from '../http/answer.ts'
import { parsed } from '../http/expected.ts'
import { opsView } from '../http/ops-view.ts'
import { NOTHING } from '../http/schemas.ts'
import type { Action } from './action.ts'

/** Of no one clinic: whoever operates the service sees all of them, and none of their patients. */
export const showOps: Action = async (services, { queryStringParameters = {} }) => {
  parsed(NOTHING, queryStringParameters)
  return jsonAnswer(200, opsView(await opsSummary(services)))
}
