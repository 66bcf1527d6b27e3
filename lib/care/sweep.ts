import type { Overdue } from '../ports/patient-store.ts'
import { after, SECOND } from '../time/instant.ts'
import { askAboutSent } from './ask-about-sent.ts'
import type { Whose } from './change.ts'
import { climbLadders } from './climb-ladder.ts'
import { dailyPass } from './daily-pass.ts'
import { resolveUnknowns } from './resolve-unknown.ts'
import type { Services } from './services.ts'
import { wake } from './wake.ts'

/** Patients one run serves, oldest first; the next minute's run serves the rest. */
const BATCH = 200
const AT_ONCE = 10
/** No further patients are taken on after this. A run has 55 s in all. */
const TAKES_ON_FOR = 30 * SECOND

/**
 * The safety net, once a minute: looks at every patient whose look is overdue, whatever the reason, so that a lost
 * alarm, a crash or a missing answer never loses a text. One patient's failure never stops the rest: whoever could not
 * be served gives up the place to the next, so that failures at the head of the list never hide those behind them.
 */
export async function sweep(services: Services): Promise<void> {
  const { clock, metrics, patients, log } = services
  const now = clock.now()
  const overdue = await patients.overdue(now, BATCH)
  const [oldest] = overdue
  metrics.add('OverdueCount', overdue.length)
  metrics.add('OldestOverdueSeconds', oldest === undefined ? 0 : (now - oldest.lookAt) / SECOND)
  let unserved = await lookAfterAll(services, overdue)
  let last = overdue.length < BATCH ? undefined : overdue.at(-1)
  while (last !== undefined && unserved > 0 && clock.now() < after(now, TAKES_ON_FOR)) {
    const more = await patients.overdue(now, unserved, last)
    last = more.at(-1)
    unserved = await lookAfterAll(services, more)
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

/** How many of them could not be served. */
async function lookAfterAll(services: Services, patients: readonly Overdue[]): Promise<number> {
  let unserved = 0
  for (let start = 0; start < patients.length; start += AT_ONCE) {
    const some = patients.slice(start, start + AT_ONCE)
    const served = await Promise.all(some.map((patient) => lookAfter(services, patient)))
    unserved += served.filter((isServed) => !isServed).length
  }
  return unserved
}

/** Whether all went well. A red flag comes first and does not wait for a text that cannot be sent. */
async function lookAfter(services: Services, { patientId, clinicId }: Overdue): Promise<boolean> {
  const whose = { patientId, clinicId }
  const climbed = await succeeds(services, whose, () => climbLadders(services, whose))
  const woken = await succeeds(services, whose, () => wakeAndFollowUp(services, whose))
  return climbed && woken
}

async function wakeAndFollowUp(services: Services, whose: Whose): Promise<void> {
  const woken = await wake(services, whose)
  if (woken === undefined) return
  if (woken.taken.rescued) services.metrics.add('SweepRescued', 1)
  await resolveUnknowns(services, whose, woken.snapshot)
  await askAboutSent(services, whose, woken.snapshot)
}

async function succeeds(
  { metrics, log }: Services,
  { patientId }: Whose,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    metrics.add('SweepFailures', 1)
    log.error('SWEEP_FAILED', { patientId, error: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
