import { makeRemoveAlarms } from './handlers/remove-alarms.ts'
import { alarmRemoval } from './services.ts'

export const handler = makeRemoveAlarms(alarmRemoval())
