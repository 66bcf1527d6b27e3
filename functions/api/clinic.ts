import { changeSettings } from '../../lib/care/settings/change-settings.ts'
import { jsonAnswer } from '../http/answer.ts'
import { clinicView, settingsChangeView } from '../http/clinic-view.ts'
import { doneValue, RequestProblem } from '../http/problem.ts'
import { changedSince, settingsIn } from '../http/read-settings.ts'
import { DRY_RUN_QUERY, NOTHING } from '../http/schemas.ts'
import { SETTINGS_BODY } from '../http/settings-schema.ts'
import { clinicAction } from './action.ts'

export const showClinic = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async ({ clinic }) => jsonAnswer(200, clinicView(clinic)),
})

export const updateClinic = clinicAction({
  body: SETTINGS_BODY,
  query: DRY_RUN_QUERY,
  run: async ({ services, clinic, body, query }) => {
    const asked = settingsIn(body, clinic)
    const ask = async (dryRun: boolean) =>
      settingsChangeView(clinic, doneValue(await changeSettings(services, clinic, asked, { dryRun })))
    const since = changedSince(body, clinic)
    // Written back they would undo, unseen, what somebody else has changed. The repeat of a call undoes nothing.
    if (since !== undefined && (await ask(true)).changes.length > 0)
      throw new RequestProblem(409, { errors: [since] })
    return jsonAnswer(200, await ask(query.dryRun))
  },
})
