import type { Overdue } from '../ports/patient-store.ts'
import { SECOND } from '../time/instant.ts'
import { askAboutSent } from './ask-about-sent.ts'
import { climbLadders } from './climb-ladder.ts'
import { dailyPass } from './daily-pass.ts'
import { resolveUnknowns } from './resolve-unknown.ts'
import type { Services } from './services.ts'
import { wake } from './wake.ts'

/** Patients one run takes on, oldest first; the next minute's run takes the rest. */
const BATCH = 200
const AT_ONCE = 10

/**
 * The safety net, once a minute: looks at every patient whose look is overdue, whatever the reason, so that a lost
 * alarm, a crash or a missing answer never loses a text. One patient's failure never stops the rest.
 */
export async function sweep(services: Services): Promise<void> {
  const { clock, metrics, patients, log } = services
  const now = clock.now()
  const overdue = await patients.overdue(now, BATCH)
  const [oldest] = overdue
  metrics.add('OverdueCount', overdue.length)
  metrics.add('OldestOverdueSeconds', oldest === undefined ? 0 : (now - oldest.lookAt) / SECOND)
  for (let start = 0; start < overdue.length; start += AT_ONCE) {
    await Promise.all(overdue.slice(start, start + AT_ONCE).map((patient) => lookAfter(services, patient)))
  }
  metrics.add('SweepHeartbeat', 1)
  log.info('SWEEP_DONE', { count: overdue.length })
  await checkDaily(services)
}

/** Comes last, after the heartbeat: what it has to say can wait, what is overdue cannot. */
async function checkDaily(services: Services): Promise<void> {
  try {
    await dailyPass(services)
  } catch (error) {
    services.metrics.add('SweepFailures', 1)
    services.log.error('DAILY_PASS_FAILED', { error: error instanceof Error ? error.name : 'unknown' })
  }
}

async function lookAfter(services: Services, { patientId, clinicId }: Overdue): Promise<void> {
  const whose = { patientId, clinicId }
  try {
    const woken = await wake(services, whose)
    if (woken === undefined) return
    if (woken.taken.rescued) services.metrics.add('SweepRescued', 1)
    await climbLadders(services, whose)
    await resolveUnknowns(services, whose, woken.snapshot)
    await askAboutSent(services, whose, woken.snapshot)
  } catch (error) {
    services.metrics.add('SweepFailures', 1)
    services.log.error('SWEEP_FAILED', { patientId, error: error instanceof Error ? error.name : 'unknown' })
  }
}
