import type { Clinic } from '../../patient/clinic.ts'
import type { ClinicId } from '../../patient/identifiers.ts'
import type { PatientState } from '../../patient/patient.ts'
import type { Overdue, PatientSummary } from '../../ports/patient-store.ts'
import type { Breaker } from '../../ports/sender-breakers.ts'
import { after, type Instant, instant, SECOND } from '../../time/instant.ts'
import { fromDocuments, summariesOf } from '../many-patients.ts'
import type { Services } from '../services.ts'
import { type LedgerFigures, ledgerFigures, PERIOD } from './ledger-figures.ts'

/** How long one computation stands. */
const KEPT_FOR = 60 * SECOND
const LOOKS_A_PAGE = 1000
const END_OF_TIME = instant(8.64e15)
/** Bounds of one computation. Beyond the last it reads every second ledger, or every third, and says so. */
const MOST_LOOKS = 20_000
const MOST_CLINICS = 200
const MOST_LEDGERS = 1500
const CLINICS_AT_ONCE = 10

/** One clinic in counts. */
export interface ClinicFigures {
  readonly clinic: Clinic
  readonly breaker?: Breaker
  readonly patients: ReadonlyMap<PatientState, number>
  readonly overdue: number
  readonly openEscalations: number
  readonly openTasks: number
  /** Patients with texts neither out nor given up. */
  readonly stuck: number
  readonly lastSent?: Instant
}

export interface OpsSummary {
  readonly at: Instant
  readonly overdue: { readonly patients: number; readonly oldestSeconds: number }
  /** Alarms at the last daily pass. */
  readonly quota?: { readonly count: number; readonly limit: number }
  readonly ledgers: LedgerFigures
  readonly clinics: readonly ClinicFigures[]
  /** Ledgers of the period, and how many of them were read. */
  readonly sample: { readonly read: number; readonly of: number }
  /** More patients or clinics than one computation looks at. */
  readonly incomplete: boolean
}

interface Kept {
  readonly until: Instant
  readonly summary: Promise<OpsSummary>
}

const kept = new WeakMap<Services, Kept>()

/** The whole deployment in counts, made from the ledgers at most once a minute in each process. */
export function opsSummary(services: Services): Promise<OpsSummary> {
  const now = services.clock.now()
  const known = kept.get(services)
  // A clock that went backwards must not keep an answer for long.
  if (known !== undefined && now < known.until && known.until <= after(now, KEPT_FOR)) return known.summary
  const summary = compute(services, now)
  kept.set(services, { until: after(now, KEPT_FOR), summary })
  summary.catch(() => kept.delete(services))
  return summary
}

/**
 * The index of looks names every patient of whom anything is left to do, and so every clinic at work; each clinic's
 * summaries say which ledgers moved in the period; only those are read.
 */
async function compute(services: Services, now: Instant): Promise<OpsSummary> {
  const looks = await allLooks(services)
  const clinicIds = [...new Set(looks.map(({ clinicId }) => clinicId))]
  const found: Found[] = []
  for (let start = 0; start < Math.min(clinicIds.length, MOST_CLINICS); start += CLINICS_AT_ONCE) {
    const some = clinicIds.slice(start, start + CLINICS_AT_ONCE)
    found.push(...(await Promise.all(some.map((id) => clinicOf(services, id)))).flat())
  }
  const moved = found.flatMap(({ summaries }) => summaries.filter((summary) => isOfPeriod(summary, now)))
  const every = Math.max(1, Math.ceil(moved.length / MOST_LEDGERS))
  const ids = moved.filter((_, index) => index % every === 0).map(({ id }) => id)
  const late = looks.filter(({ lookAt }) => lookAt <= now)
  const mark = await services.dailyMarks.read()
  return {
    at: now,
    overdue: {
      patients: late.length,
      oldestSeconds: Math.max(0, ...late.slice(0, 1).map(({ lookAt }) => (now - lookAt) / SECOND)),
    },
    ...(mark?.alarmsUsed && { quota: mark.alarmsUsed }),
    ledgers: ledgerFigures(await fromDocuments(services, ids, (patient) => patient), now),
    clinics: found.map((one) => clinicFigures(one, late)),
    sample: { read: ids.length, of: moved.length },
    incomplete:
      looks.length >= MOST_LOOKS || clinicIds.length > MOST_CLINICS || found.some(({ hasMore }) => hasMore),
  }
}

/** Oldest look first. */
async function allLooks({ patients }: Services): Promise<readonly Overdue[]> {
  const looks: Overdue[] = []
  let page: readonly Overdue[]
  do {
    page = await patients.overdue(END_OF_TIME, LOOKS_A_PAGE, looks.at(-1))
    looks.push(...page)
  } while (page.length === LOOKS_A_PAGE && looks.length < MOST_LOOKS)
  return looks
}

interface Found {
  readonly clinic: Clinic
  readonly breaker: Breaker | undefined
  readonly summaries: readonly PatientSummary[]
  readonly hasMore: boolean
}

async function clinicOf(services: Services, id: ClinicId): Promise<readonly Found[]> {
  const [clinic, breaker, listed] = await Promise.all([
    services.clinics.clinic(id),
    services.breakers.read(id),
    summariesOf(services, id),
  ])
  return clinic === undefined ? [] : [{ clinic, breaker, ...listed }]
}

function isOfPeriod({ day, openEscalations }: PatientSummary, now: Instant): boolean {
  if (day === undefined || openEscalations > 0 || day.stuck > 0) return true
  return day.lastMove !== undefined && day.lastMove > after(now, -PERIOD)
}

function clinicFigures({ clinic, breaker, summaries }: Found, late: readonly Overdue[]): ClinicFigures {
  const own = summaries.filter(({ stranger }) => stranger === undefined)
  const patients = new Map<PatientState, number>()
  for (const { state } of own) patients.set(state, (patients.get(state) ?? 0) + 1)
  const sent = summaries.flatMap(({ day }) => day?.lastSent ?? [])
  const sum = (count: (summary: PatientSummary) => number): number =>
    summaries.reduce((total, summary) => total + count(summary), 0)
  return {
    clinic,
    ...(breaker && { breaker }),
    patients,
    overdue: late.filter(({ clinicId }) => clinicId === clinic.id).length,
    openEscalations: sum(({ openEscalations }) => openEscalations),
    openTasks: sum(({ openTasks }) => openTasks),
    stuck: sum(({ day }) => Math.min(1, day?.stuck ?? 0)),
    ...(sent.length > 0 && { lastSent: instant(Math.max(...sent)) }),
  }
}
