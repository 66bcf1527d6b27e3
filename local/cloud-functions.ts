import { join } from 'node:path'
import { makeClinicApi } from '../functions/handlers/clinic-api.ts'
import { makeConsolePages } from '../functions/handlers/console-pages.ts'
import { makeImportPatients } from '../functions/handlers/import-patients.ts'
import { makeReceiveReply } from '../functions/handlers/receive-reply.ts'
import { makeRecordDelivery } from '../functions/handlers/record-delivery.ts'
import { makeSendDueTexts } from '../functions/handlers/send-due-texts.ts'
import { makeSweep } from '../functions/handlers/sweep.ts'
import type { Services } from '../lib/care/services.ts'
import { TIMEOUT_SECONDS } from '../lib/settings.ts'
import { localFunction } from './lambda.ts'

/** Where the build puts the console. */
const PAGES = join(import.meta.dirname, '..', 'console', 'dist')

/** The service's own functions, by the names that routes and alarms use. */
export const functionsOf = (services: Services) => ({
  'clinic-api': {
    run: localFunction(makeClinicApi(services)),
    timeoutSeconds: TIMEOUT_SECONDS['clinic-api'],
  },
  'import-patients': {
    run: localFunction(makeImportPatients(services)),
    timeoutSeconds: TIMEOUT_SECONDS['import-patients'],
  },
  'send-due-texts': {
    run: localFunction(makeSendDueTexts(services)),
    timeoutSeconds: TIMEOUT_SECONDS['send-due-texts'],
  },
  'receive-reply': {
    run: localFunction(makeReceiveReply(services)),
    timeoutSeconds: TIMEOUT_SECONDS['receive-reply'],
  },
  'record-delivery': {
    run: localFunction(makeRecordDelivery(services)),
    timeoutSeconds: TIMEOUT_SECONDS['record-delivery'],
  },
  'console-pages': {
    run: localFunction(makeConsolePages(PAGES)),
    timeoutSeconds: TIMEOUT_SECONDS['console-pages'],
  },
  sweep: { run: localFunction(makeSweep(services)), timeoutSeconds: TIMEOUT_SECONDS.sweep },
})
