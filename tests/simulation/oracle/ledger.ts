import type { LedgerEntry } from '../../../lib/patient/ledger.ts'
import type { Injection, Patient } from '../../../lib/patient/patient.ts'
import type { Story } from '../story.ts'
import { visitInstant, windowOf } from './calendar.ts'
import { nameOf } from './messages.ts'
import type { Finding } from './oracle.ts'
import { MOST_SHIFT_DAYS, PAGE, type PageRow } from './protocol-page.ts'

const HOUR = 3_600_000
const OPEN = new Set(['sending', 'unknown', 'retry', 'held'])
const WENT = new Set(['sent', 'delivered', 'undelivered'])

/** Every text she was to get ends in one state of the ledger, and the state is true. */
export function judgeLedger(story: Story): readonly Finding[] {
  return story.patients.flatMap((patient) => [
    ...judgeEntries(story, patient),
    ...judgeMissing(story, patient),
  ])
}

function judgeEntries(story: Story, patient: Patient): readonly Finding[] {
  const went = Map.groupBy(
    story.messages.filter(({ patientId }) => patientId === patient.id),
    ({ textId }) => textId as string,
  )
  const finding = (charge: Finding['charge'], text: string, why: string): Finding => ({
    charge,
    patient: patient.id,
    text,
    why,
  })
  const untrue = Object.entries(patient.ledger).flatMap(([text, entry]) => {
    const messages = went.get(text) ?? []
    if (OPEN.has(entry.state)) return [finding('unknownOpen', text, entry.state)]
    if (WENT.has(entry.state) && messages.length === 0)
      return [finding('lost', text, `${entry.state} in the ledger, but never went`)]
    const arrived = messages.some(({ news }) => news.state === 'delivered')
    return entry.state === 'skipped' && arrived
      ? [finding('lost', text, `skipped (${entry.reason}) in the ledger, but went`)]
      : []
  })
  const unknown = [...went.keys()].filter((text) => !(text in patient.ledger) && !isLongPast(patient, text))
  return [...untrue, ...unknown.map((text) => finding('lost', text, 'went, but is not in the ledger'))]
}

/** Of visits long past the document keeps nothing. */
const isLongPast = (patient: Patient, text: string): boolean => {
  const { injection, visit } = nameOf(text)
  return (patient.courses[0]?.injections.find(({ number }) => number === injection)?.visit ?? 0) - visit > 4
}

function judgeMissing(story: Story, patient: Patient): readonly Finding[] {
  const [course] = patient.courses
  if (course === undefined) return []
  const taking = course.injections.filter(takesPlace)
  const last = taking.at(-1)?.number
  return taking.flatMap((injection) =>
    PAGE.filter((row) => isFor(row, injection.number, last, course)).flatMap((row) => {
      const wanted = certainly(story, patient, injection, row)
      if (wanted === undefined) return []
      const text = `${row.key}@${course.number}.${injection.number}.${injection.visit}`
      const entry = Object.entries(patient.ledger).find(([id]) => id === text)?.[1]
      const why = entry === undefined ? 'is nowhere' : unjust(story, patient, row, entry, wanted, text)
      return why === undefined ? [] : [{ charge: 'lost' as const, patient: patient.id, text, why }]
    }),
  )
}

const takesPlace = ({ state }: Injection): boolean => state !== 'missed' && state !== 'cancelled'

function isFor(
  row: PageRow,
  number: number,
  last: number | undefined,
  course: Patient['courses'][number],
): boolean {
  if (row.key.startsWith('B') && !course.belt) return false
  if (row.for === 'each') return true
  if (row.for === 'last') return number === last
  if (row.for === '1 and last') return number === 1 || (number === last && course.endedAt === undefined)
  return row.for === number
}

interface Wanted {
  readonly from: number
  readonly until: number
  readonly isSuperseded: boolean
}

/** When a text was certainly to go; undefined where the page leaves room, as for visits booked late. */
function certainly(story: Story, patient: Patient, injection: Injection, row: PageRow): Wanted | undefined {
  const clinicZone = story.clinic.zone
  const zones = new Set([
    patient.zone,
    ...(story.facts.get(patient.id) ?? []).map((fact) => fact.patient.zone),
  ])
  const windows = [...zones].map((zone) => windowOf({ at: injection.at, clinicZone }, zone, row))
  const from = Math.min(...windows.map((window) => window.from))
  const until = Math.max(...windows.map((window) => window.until))
  if (from < injection.changedAt || until > story.ended - 24 * HOUR) return undefined
  const next = patient.courses[0]?.injections.find(
    (other) => other.number > injection.number && takesPlace(other),
  )
  const nextAt = next === undefined ? Infinity : visitInstant({ at: next.at, clinicZone })
  const isBefore = row.until === 'visit' || row.key === 'R1'
  // Shortly before the next injection, shifts included, it may have had no time left, or have been overtaken.
  if (!isBefore && from < nextAt && from + MOST_SHIFT_DAYS * 24 * HOUR > nextAt) return undefined
  return { from, until, isSuperseded: !isBefore && from >= nextAt }
}

/** Why a state is not a just end for a text; undefined when it is. */
function unjust(
  story: Story,
  patient: Patient,
  row: PageRow,
  entry: LedgerEntry,
  wanted: Wanted,
  text: string,
): string | undefined {
  const hadOutage = story.luck.spells.some(({ from, until }) => from < wanted.until && until > wanted.from)
  if (entry.state === 'failed') {
    // Whoever sent it died, and nobody could look for it before its time was over: staff were told.
    const isUnresolved = hadOutage && entry.attempts.at(-1)?.state === 'unknown'
    return isUnresolved || story.troubled.has(`${patient.id} ${text}`) ? undefined : 'failed without cause'
  }
  if (entry.state !== 'skipped') return undefined
  // It went, was not delivered, and had no time left for another try.
  if (entry.attempts.some(({ state }) => state === 'undelivered')) return undefined
  const family = row.key.slice(0, 1)
  const replanned = (patient.courses[0]?.injections ?? []).some(
    ({ changedAt }) => changedAt > wanted.from - 24 * HOUR,
  )
  const numbers = new Set([
    patient.mobile,
    ...(story.facts.get(patient.id) ?? []).map((fact) => fact.patient.mobile),
  ])
  const causes: Readonly<Record<string, boolean>> = {
    superseded: wanted.isSuperseded || row.key === 'R1' || replanned,
    'already-told': row.key === 'R1',
    crowded: row.key !== 'F2',
    fewer: family === 'B' || family === 'X' || (family === 'P' && story.fewer.has(patient.id)),
    paused: story.paused.has(patient.id) || patient.escalations.length > 0,
    'opted-out': story.keywords.some(({ mobile, kind }) => kind === 'off' && numbers.has(mobile)),
    'number-bad': story.luck.has('carrier'),
    expired: replanned || hadOutage,
  }
  return causes[entry.reason ?? ''] ? undefined : `skipped (${entry.reason}) without cause`
}
