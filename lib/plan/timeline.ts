import type { Clinic } from '../patient/clinic.ts'
import { isTextId, type TextId, textIdParts } from '../patient/identifiers.ts'
import type { LedgerEntry, SkipReason, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { Kind, Step } from '../protocol/protocol.ts'
import { textBody } from '../protocol/say.ts'
import type { LocalDateTime } from '../time/local-date.ts'
import { isoOf, localDateTimeAt, type ZoneId } from '../time/zone.ts'
import { computePlan, rankOf } from './compute-plan.ts'
import type { PlannedText } from './plan.ts'
import { protocolInForce } from './protocol-in-force.ts'

/** One row of a patient's calendar, past or to come. */
export interface TimelineText {
  readonly id: TextId
  readonly step: string
  readonly kind: Kind
  readonly injection: number
  /** The planned time on the patient's wall clock, and the same instant in UTC. */
  readonly local: LocalDateTime
  readonly zone: ZoneId
  readonly utc: string
  readonly state: TextState | 'planned'
  readonly reason?: SkipReason
  readonly body: string
  readonly sentAt?: string
  readonly deliveredAt?: string
  /** When the carrier reported that it did not arrive. */
  readonly undeliveredAt?: string
  /** Vendor error code of the last attempt, where that was refused or did not arrive. */
  readonly code?: number
}

/** What went out, word for word. */
export interface SentBody {
  readonly text: TextId
  readonly body: string
}

type Row = Pick<PlannedText, 'id' | 'step' | 'injection' | 'due'> & {
  readonly says?: LocalDateTime | undefined
  readonly skip?: SkipReason
}

/**
 * Every text of a patient in order of planned time: what happened from the ledger, what is to come from the plan. A
 * text that went shows the body that was sent; one still to come shows the body that will be.
 */
export function timeline(
  patient: Patient,
  clinic: Clinic,
  sent: readonly SentBody[],
): readonly TimelineText[] {
  const plan = computePlan(patient, clinic)
  const planned = new Set(plan.map(({ id }) => id))
  const past = Object.entries(patient.ledger).flatMap(([id, entry]) =>
    isTextId(id) && !planned.has(id) ? pastRow(patient, id, entry) : [],
  )
  const bodies = new Map(sent.map(({ text, body }) => [text, body]))
  const rows: readonly Row[] = [...plan, ...past]
  return [...rows]
    .sort((a, b) => a.due - b.due || rankOf(a) - rankOf(b))
    .map((row) => describe(row, patient, clinic, bodies.get(row.id)))
}

/** A text of an earlier visit: no longer planned, still in the ledger. */
function pastRow(patient: Patient, id: TextId, entry: LedgerEntry): readonly Row[] {
  const step = stepOfText(patient, id)
  const { injection } = textIdParts(id)
  return step === undefined ? [] : [{ id, step, injection, due: entry.due, says: entry.says }]
}

export function stepOfText(patient: Patient, id: TextId): Step | undefined {
  const { step, course } = textIdParts(id)
  return protocolInForce(patient, course).steps.find(({ key }) => key === step)
}

function describe(row: Row, patient: Patient, clinic: Clinic, sentBody: string | undefined): TimelineText {
  const { id, step, injection, due } = row
  const entry = patient.ledger[id]
  const reason = entry?.reason ?? row.skip
  const attempt = entry?.attempts.at(-1)
  return {
    id,
    step: step.key,
    kind: step.kind,
    injection,
    local: localDateTimeAt(patient.zone, due),
    zone: patient.zone,
    utc: isoOf(due),
    state: entry?.state ?? (row.skip === undefined ? 'planned' : 'skipped'),
    ...(reason && { reason }),
    body:
      sentBody ?? entry?.claim?.body ?? textBody(step.key, { clinic, zone: patient.zone, visitAt: row.says }),
    ...(attempt?.sentAt !== undefined && { sentAt: isoOf(attempt.sentAt) }),
    ...finalNews(entry),
  }
}

function finalNews(
  entry: LedgerEntry | undefined,
): Pick<TimelineText, 'deliveredAt' | 'undeliveredAt' | 'code'> {
  const arrived = entry?.attempts.find(({ state }) => state === 'delivered')
  if (arrived !== undefined)
    return arrived.finalAt === undefined ? {} : { deliveredAt: isoOf(arrived.finalAt) }
  const { finalAt, code } = entry?.attempts.at(-1) ?? {}
  return {
    ...(entry?.state === 'undelivered' && finalAt !== undefined && { undeliveredAt: isoOf(finalAt) }),
    ...(code !== undefined && { code }),
  }
}
