import middy from '@middy/core'
import type { Services } from '../../lib/care/services.ts'
import { sweep } from '../../lib/care/sweep.ts'
import { bareError } from '../middleware/bare-error.ts'
import { logRun } from '../middleware/log-run.ts'

/** Called by AWS: once a minute, by a rule of its own. */
export function makeSweep(services: Services) {
  // Built once per cold start.
  return middy<unknown, void>()
    .use(bareError())
    .use(logRun(services))
    .handler(() => sweep(services)) // Run per event.
}
