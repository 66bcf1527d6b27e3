import type { PatientId } from '../patient/identifiers.ts'
import type { LogFields } from '../ports/log.ts'
import type { Overdue } from '../ports/patient-store.ts'
import { after, type Instant, SECOND } from '../time/instant.ts'
import { askAboutSent } from './ask-about-sent.ts'
import type { Whose } from './change.ts'
import { climbLadders } from './climb-ladder.ts'
import { dailyPass, WORKS_FOR } from './daily-pass.ts'
import { finishErasure } from './finish-erasure.ts'
import { replan } from './replan.ts'
import { resolveUnknowns } from './resolve-unknown.ts'
import type { Services } from './services.ts'
import { wake } from './wake.ts'

/** Patients one look at the index brings, oldest first. */
const PAGE = 200
/** Most patients with an open escalation that one run serves before all others. */
const MOST_FLAGGED = 200
/** Patients served at once: some 30 a second, less than EventBridge lets an account arm. */
const AT_ONCE = 10
/** No further patients are taken on after this; the next minute's run serves the rest. A run has 55 s in all. */
const TAKES_ON_FOR = 30 * SECOND

/**
 * The safety net, once a minute: looks at every patient whose look is overdue, whatever the reason, so that a lost
 * alarm, a crash or a missing answer never loses a text. One patient's failure never stops the rest, and those who fail
 * at the head of the list never hide those behind them: a run goes down the list for as long as it takes patients on.
 */
export async function sweep(services: Services): Promise<void> {
  const { clock, metrics, patients, log } = services
  const now = clock.now()
  const page = await patients.overdue(now, PAGE)
  const [oldest] = page
  const flagged =
    page.length === 0 ? [] : await listed(services, () => patients.flaggedOverdue(now, MOST_FLAGGED))
  metrics.add('OverdueCount', page.length)
  metrics.add('OldestOverdueSeconds', oldest === undefined ? 0 : (now - oldest.lookAt) / SECOND)
  const queue = overdueFrom(services, flagged, page, now)
  await Promise.all(Array.from({ length: AT_ONCE }, () => serve(services, queue)))
  metrics.add('SweepHeartbeat', 1)
  log.info('SWEEP_DONE', { count: page.length })
  // What they have to say can wait, what is overdue cannot: they come after the heartbeat.
  const until = after(clock.now(), WORKS_FOR)
  await goThrough(services, 'REPLANS_FAILED', () => replan(services, until))
  await goThrough(services, 'DAILY_PASS_FAILED', () => dailyPass(services, until))
}

/** A part of the run whose failure is counted and ends none of the others. */
async function goThrough<T>(
  { metrics, log }: Services,
  failure: string,
  work: () => Promise<T>,
  fields: LogFields = {},
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    metrics.add('SweepFailures', 1)
    log.error(failure, { ...fields, error: error instanceof Error ? error.name : 'unknown' })
    return undefined
  }
}

/** Those on a list that cannot be read are the next run's: nobody whose turn it is waits for them. */
const listed = async (
  services: Services,
  read: () => Promise<readonly Overdue[]>,
): Promise<readonly Overdue[]> => (await goThrough(services, 'OVERDUE_NOT_LISTED', read)) ?? []

/**
 * Everybody overdue at `now`, until the run takes nobody on any more: first who is flagged, so that no ladder waits for a
 * crowd, then all others page by page.
 */
async function* overdueFrom(
  services: Services,
  flagged: readonly Overdue[],
  first: readonly Overdue[],
  now: Instant,
): AsyncGenerator<Overdue> {
  const { clock, patients } = services
  const begun = new Set<PatientId>()
  const until = after(now, TAKES_ON_FOR)
  let page = [...flagged, ...first]
  for (let last = first.at(-1); last !== undefined; last = page.at(-1)) {
    const from = last
    for (const patient of page) {
      if (clock.now() >= until) return
      if (begun.has(patient.patientId)) continue
      begun.add(patient.patientId)
      yield patient
    }
    page = [...(await listed(services, () => patients.overdue(now, PAGE, from)))]
  }
}

/** Takes one patient after the other from a queue that others take from too. */
async function serve(services: Services, queue: AsyncGenerator<Overdue>): Promise<void> {
  for await (const patient of queue) await lookAfter(services, patient)
}

/** A red flag comes first and does not wait for a text that cannot be sent. */
async function lookAfter(services: Services, { patientId, clinicId }: Overdue): Promise<void> {
  const whose = { patientId, clinicId }
  await goThrough(services, 'SWEEP_FAILED', () => climbLadders(services, whose), { patientId })
  await goThrough(services, 'SWEEP_FAILED', () => wakeAndFollowUp(services, whose), { patientId })
}

async function wakeAndFollowUp(services: Services, whose: Whose): Promise<void> {
  const woken = await wake(services, whose)
  if (woken === undefined) return
  if (woken.taken.rescued) services.metrics.add('SweepRescued', 1)
  await resolveUnknowns(services, whose, woken.snapshot)
  await askAboutSent(services, whose, woken.snapshot)
  if (woken.snapshot.patient.erasing !== undefined) await finishErasure(services, whose)
}
