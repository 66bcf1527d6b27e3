import type { ClinicId } from '../patient/identifiers.ts'
import type { DailyMark } from '../ports/daily-marks.ts'
import { after, HOUR, type Instant, instant, SECOND } from '../time/instant.ts'
import { type LocalDate, localDate, weekdayOf } from '../time/local-date.ts'
import { isoOf } from '../time/zone.ts'
import { checkPatient } from './check-patient.ts'
import { clearAlarm, clearFormerAlarm } from './clear-alarm.ts'
import { testRoutes } from './route-test.ts'
import type { Services } from './services.ts'

/** The pass of a day begins with the first sweep at or after this time, UTC. */
const BEGINS = 3 * HOUR
/** One run takes on pages until this long has passed; the sweep's own time ends at 55 s. */
export const WORKS_FOR = 20 * SECOND
const PATIENTS_A_PAGE = 50
const END_OF_TIME = instant(8.64e15)

/**
 * Once a day, in as many runs of the sweep as it takes: every patient somebody must look at is checked against plan and
 * alarm; then every alarm is checked against its patient, which also finds the alarms of patients nobody looks at any
 * more. Both walks go on where the last run stopped.
 */
export async function dailyPass(services: Services, until?: Instant): Promise<void> {
  const { clock, dailyMarks } = services
  const startedAt = clock.now()
  const day = dayOf(startedAt)
  const kept = await dailyMarks.read()
  // A pass that took longer than its day is finished before the next one begins.
  if (kept?.part === 'done' && kept.day === day) return testRoutesOf(services, kept)
  let mark = kept === undefined || kept.part === 'done' ? await begin(services, day, kept?.routeTests) : kept
  while (mark.part !== 'done' && clock.now() < (until ?? after(startedAt, WORKS_FOR))) {
    const { alarmsUsed } = mark
    mark = { ...(await nextPage(services, mark)), ...(alarmsUsed && { alarmsUsed }) }
    await dailyMarks.write(mark)
  }
  if (mark.part === 'done') finish(services, mark)
}

/** Up to 03:00 UTC it is still yesterday's. */
const dayOf = (now: Instant): LocalDate => localDate(isoOf(after(now, -BEGINS)).slice(0, 10))

async function begin(
  { alarms, metrics }: Services,
  day: LocalDate,
  routeTests: readonly ClinicId[] = [],
): Promise<DailyMark> {
  const alarmsUsed = await alarms.used()
  metrics.add('RuleQuotaUsed', (100 * alarmsUsed.count) / alarmsUsed.limit)
  return { day, part: 'patients', alarmsUsed, openEscalations: 0, clinics: [], routeTests }
}

function finish({ metrics, log }: Services, { openEscalations }: DailyMark): void {
  metrics.add('OpenEscalations', openEscalations)
  log.info('DAILY_PASS_DONE')
}

const nextPage = (services: Services, mark: DailyMark): Promise<DailyMark> =>
  mark.part === 'patients' ? pageOfPatients(services, mark) : pageOfAlarms(services, mark)

/**
 * One after the other, which makes about 40 look-ups of alarms a second: below the 50 calls a second that an account may
 * make to EventBridge.
 */
async function pageOfPatients(services: Services, mark: DailyMark): Promise<DailyMark> {
  const { day, lastPatient, routeTests = [] } = mark
  const page = await services.patients.overdue(END_OF_TIME, PATIENTS_A_PAGE, lastPatient)
  let { openEscalations } = mark
  for (const { patientId, clinicId } of page) {
    await guarded(services, patientId, async () => {
      openEscalations += await checkPatient(services, { patientId, clinicId })
    })
  }
  const clinics = [...new Set([...(mark.clinics ?? []), ...page.map(({ clinicId }) => clinicId)])]
  const last = page.at(-1)
  if (last === undefined || page.length < PATIENTS_A_PAGE)
    return {
      day,
      part: 'former-alarms',
      openEscalations,
      clinics,
      routeTests: testsDue(day, clinics, routeTests),
    }
  return { day, part: 'patients', lastPatient: last, openEscalations, clinics, routeTests }
}

async function pageOfAlarms(services: Services, mark: DailyMark): Promise<DailyMark> {
  const { day, openEscalations, alarmCursor, clinics = [], routeTests = [] } = mark
  const isFormer = mark.part === 'former-alarms'
  const next = { day, part: isFormer ? 'alarms' : 'done', openEscalations, clinics, routeTests } as const
  const alarms = isFormer ? services.formerAlarms : services.alarms
  if (alarms === undefined) return next
  const { patients, cursor } = await alarms.list(alarmCursor)
  for (const patientId of patients) {
    await guarded(services, patientId, () =>
      isFormer ? clearFormerAlarm(services, alarms, patientId) : clearAlarm(services, patientId),
    )
  }
  return cursor === undefined ? next : { ...mark, alarmCursor: cursor }
}

/** Once a week, with Monday's pass, every clinic's two alert routes are due for a test. */
const testsDue = (
  day: LocalDate,
  clinics: readonly ClinicId[],
  due: readonly ClinicId[],
): readonly ClinicId[] => (weekdayOf(day) === 1 ? clinics : due)

/** Tests the routes of clinics that are open now; a test at night would teach staff to ignore the alert. */
async function testRoutesOf(services: Services, mark: DailyMark): Promise<void> {
  const { routeTests: due = [] } = mark
  if (due.length === 0) return
  const tested = await Promise.all(due.map((clinicId) => testRoutes(services, clinicId)))
  const routeTests = due.filter((_, index) => !tested[index])
  if (routeTests.length < due.length) await services.dailyMarks.write({ ...mark, routeTests })
}

/** One bad patient never stops the rest. */
async function guarded(services: Services, patientId: string, check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    services.metrics.add('SweepFailures', 1)
    const name = error instanceof Error ? error.name : 'unknown'
    services.log.error('DAILY_CHECK_FAILED', { patientId, error: name })
  }
}
