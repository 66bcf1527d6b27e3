import { clinicDay } from '../../lib/care/today/today.ts'
import { jsonAnswer } from '../http/answer.ts'
import { NOTHING } from '../http/schemas.ts'
import { todayView } from '../http/today-rows.ts'
import { clinicAction } from './action.ts'

export const showToday = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async ({ services, clinic }) => jsonAnswer(200, todayView(await clinicDay(services, clinic), clinic)),
})
