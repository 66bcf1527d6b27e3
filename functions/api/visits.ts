import { moveVisits } from '../../lib/care/move-visits.ts'
import { jsonAnswer } from '../http/answer.ts'
import { doneValue } from '../http/problem.ts'
import { DRY_RUN_QUERY, VISITS_MOVE_BODY } from '../http/schemas.ts'
import { visitsMoveView } from '../http/visits-move-view.ts'
import { clinicAction } from './action.ts'

export const moveManyVisits = clinicAction({
  body: VISITS_MOVE_BODY,
  query: DRY_RUN_QUERY,
  run: async ({ services, clinic, body, query }) =>
    jsonAnswer(200, visitsMoveView(doneValue(await moveVisits(services, clinic, body, query)))),
})
