import { addCourse } from '../../lib/care/add-course.ts'
import { changeInjection } from '../../lib/care/change-injection.ts'
import { changeStanding } from '../../lib/care/change-standing.ts'
import { endSeries } from '../../lib/care/end-series.ts'
import type { Standing } from '../../lib/care/requests.ts'
import { doneValue } from '../http/problem.ts'
import {
  COURSE_BODY,
  DRY_RUN_QUERY,
  END_SERIES_BODY,
  INJECTION_BODY,
  NOTHING,
  STANDING_BODY,
} from '../http/schemas.ts'
import { type Action, changedAnswer, clinicAction, dryRunAnswer, idIn, numberIn } from './action.ts'

export const startCourse = clinicAction({
  body: COURSE_BODY,
  query: NOTHING,
  run: async (call) => {
    const { services, clinic, path, body } = call
    return changedAnswer(call, doneValue(await addCourse(services, clinic, idIn(path), body)), 201)
  },
})

export const updateInjection = clinicAction({
  body: INJECTION_BODY,
  query: DRY_RUN_QUERY,
  run: async (call) => {
    const { services, clinic, path, body, query } = call
    const change = { ...body, course: numberIn(path.course), injection: numberIn(path.injection) }
    const changed = doneValue(await changeInjection(services, clinic, idIn(path), change, query))
    return query.dryRun ? dryRunAnswer(changed) : changedAnswer(call, changed)
  },
})

export const updateStanding = (standing: Standing): Action =>
  clinicAction({
    body: STANDING_BODY,
    query: NOTHING,
    run: async (call) => {
      const { services, clinic, path, body } = call
      return changedAnswer(
        call,
        doneValue(await changeStanding(services, clinic, idIn(path), standing, body)),
      )
    },
  })

export const finishSeries = clinicAction({
  body: END_SERIES_BODY,
  query: NOTHING,
  run: async (call) => {
    const { services, clinic, path, body } = call
    return changedAnswer(call, doneValue(await endSeries(services, clinic, idIn(path), body)))
  },
})
