import type { Services } from '../lib/care/services.ts'
import { readSettings } from '../lib/settings.ts'
import { servicesFrom } from './services.ts'

/**
 * The services of a function that has just been started, its first calls sent as soon as it has loaded: while Lambda initialises
 * a function it lends it more of a processor than it pays for, and the secrets and a connection to the table are what
 * the first event would wait for. A call that fails here fails again, and is heard of, when it is needed.
 */
export function startedServices(): Services {
  const services = servicesFrom(readSettings())
  setImmediate(() => {
    void services.readiness.missing()
    void services.dailyMarks.read().catch(() => undefined)
  })
  return services
}
