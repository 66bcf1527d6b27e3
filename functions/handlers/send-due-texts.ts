import middy from '@middy/core'
import type { Services } from '../../lib/care/services.ts'
import { wake } from '../../lib/care/wake.ts'
import { isClinicId, isPatientId } from '../../lib/patient/identifiers.ts'
import { guarded, only, parsed } from '../http/expected.ts'
import { bareError } from '../middleware/bare-error.ts'
import { logRun } from '../middleware/log-run.ts'

const ALARM_INPUT = only({
  patientId: guarded(isPatientId, 'the id of a patient'),
  clinicId: guarded(isClinicId, 'the id of a clinic'),
})

/** Called by AWS: a patient's alarm, by an EventBridge rule or a schedule. */
export function makeSendDueTexts(services: Services) {
  // Built once per cold start.
  return middy<unknown, void>()
    .use(bareError())
    .use(logRun(services))
    .handler((event) => sendDueTexts(services, event))
}

// Run per event.
async function sendDueTexts(services: Services, event: unknown): Promise<void> {
  await wake(services, parsed(ALARM_INPUT, event))
}
