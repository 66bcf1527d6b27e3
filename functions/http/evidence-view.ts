import type { Clinic } from '../../lib/patient/clinic.ts'
import { isTextId, textIdParts } from '../../lib/patient/identifiers.ts'
import type { Attempt } from '../../lib/patient/ledger.ts'
import type { Change, OptOut, Patient, Reply } from '../../lib/patient/patient.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { patientState } from '../../lib/plan/patient-state.ts'
import type { AnswerReport, SentEvidence } from '../../lib/ports/evidence.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { isoOf } from '../../lib/time/zone.ts'
import { type ChangeRecord, changeRecord, type ReplyRecord, replyRecord } from './records-view.ts'
import { escalationView } from './worklist-view.ts'

/** One hand-over of a text to Twilio. A text tried twice has two. */
export interface SentRecord {
  /** Id of the text, `N2@1.1.1`. */
  readonly text: string
  readonly step: string
  readonly course: number
  readonly injection: number
  readonly visit: number
  readonly attempt: string
  /** Word for word. */
  readonly body: string
  /** The number it went to, E.164. */
  readonly to: string
  /** The clinic as it was then: its name, the phone patients call, and the number the text came from. */
  readonly clinic: { readonly name: string; readonly phone: string; readonly sender: string }
  /** Twilio's message id. */
  readonly sid: string
  /** Protocol version, and who signed it off. */
  readonly protocol: string
  readonly signedBy: string
  readonly state: 'sent' | 'delivered' | 'undelivered'
  /** When it was taken on, handed to Twilio, and reported as arrived; UTC. */
  readonly claimedAt?: string
  readonly sentAt: string
  readonly deliveredAt?: string
  /** When Twilio reported that it did not arrive, and its error code. */
  readonly undeliveredAt?: string
  readonly code?: number
}

/** A text that was due and of which nothing shows that it went, and why: skipped, failed, or not settled yet. */
export interface UnsentRecord {
  readonly text: string
  readonly state: string
  readonly reason?: string
  /** When it was planned for, and since when it is in this state; UTC. */
  readonly due: string
  readonly at: string
  /** How often it was tried, and Twilio's last error code. */
  readonly attempts: number
  readonly code?: number
}

/** `GET /v1/patients/{id}/evidence`: one page that proves what was sent. */
export interface EvidencePage {
  readonly preparedAt: string
  /** As it is now; each text says how it was then. */
  readonly clinic: {
    readonly name: string
    readonly phone: string
    readonly city: string
    readonly timeZone: string
  }
  readonly patient: {
    readonly id: string
    readonly reference: string
    readonly state: string
    readonly mobile: string
    readonly timeZone: string
    readonly givenName?: string
    readonly label?: string
  }
  /** Absent only for a stranger. `recordedAt`: when her first course was enrolled; UTC. */
  readonly consent?: { readonly given: string; readonly method: string; readonly recordedAt: string }
  /** The opt-out that stands for her number; her own words for it are among the replies. */
  readonly optOut?: { readonly at: string; readonly reason: string }
  /** Oldest first, all of them. */
  readonly sent: readonly SentRecord[]
  readonly unsent: readonly UnsentRecord[]
  readonly replies: readonly ReplyRecord[]
  /** What needed a person: whom it was told by which route, whether that arrived, and who saw to it. */
  readonly escalations: readonly EscalationRecord[]
  readonly history: readonly ChangeRecord[]
}

type EscalationRecord = Omit<ReturnType<typeof escalationView>, 'patient'>

/** Everything that is kept of one patient's texts. */
export interface Kept {
  readonly sent: readonly SentEvidence[]
  readonly replies: readonly Reply[]
  readonly answerReports: readonly AnswerReport[]
  readonly changes: readonly Change[]
  readonly optOut: OptOut | undefined
}

export function evidenceView(patient: Patient, clinic: Clinic, kept: Kept, now: Instant): EvidencePage {
  const { id, reference, mobile, zone, givenName, label, consent } = patient
  const { name, phone, city, zone: timeZone } = clinic
  const optOut = kept.optOut ?? patient.optedOut
  const enrolledAt = patient.courses[0]?.startedAt
  return {
    preparedAt: isoOf(now),
    clinic: { name, phone, city, timeZone },
    patient: {
      id,
      reference,
      state: patientState(patient, computePlan(patient, clinic)),
      mobile,
      timeZone: zone,
      ...(givenName !== undefined && { givenName }),
      ...(label !== undefined && { label }),
    },
    ...(consent && enrolledAt !== undefined && { consent: { ...consent, recordedAt: isoOf(enrolledAt) } }),
    ...(optOut && { optOut: { at: isoOf(optOut.at), reason: optOut.reason } }),
    sent: kept.sent.map((sent) => sentRecord(patient, sent)),
    unsent: unsentRecords(patient, kept.sent),
    replies: kept.replies.map((reply) => replyRecord(reply, kept.answerReports)),
    escalations: patient.escalations.map((escalation) => {
      const { patient: _, ...record } = escalationView(patient, escalation, now)
      return record
    }),
    history: kept.changes.map(changeRecord),
  }
}

function sentRecord({ ledger }: Patient, sent: SentEvidence): SentRecord {
  const { text, attempt, body, to, clinic, sid, protocol, signedBy, sentAt } = sent
  const tried = ledger[text]?.attempts.find((one) => one.id === attempt)
  return {
    text,
    ...textIdParts(text),
    ...{ attempt, body, to, clinic, sid, protocol, signedBy },
    state: stateOf(tried),
    ...(tried && { claimedAt: isoOf(tried.claimedAt) }),
    sentAt: isoOf(sentAt),
    ...finalNews(tried),
    ...(tried?.code !== undefined && { code: tried.code }),
  }
}

/** Evidence is put before the ledger says so: what the ledger does not know yet is at least sent. */
const stateOf = (tried: Attempt | undefined): SentRecord['state'] =>
  tried?.state === 'delivered' || tried?.state === 'undelivered' ? tried.state : 'sent'

function finalNews(tried: Attempt | undefined): Pick<SentRecord, 'deliveredAt' | 'undeliveredAt'> {
  if (tried?.finalAt === undefined) return {}
  const at = isoOf(tried.finalAt)
  return tried.state === 'delivered' ? { deliveredAt: at } : { undeliveredAt: at }
}

function unsentRecords({ ledger }: Patient, sent: readonly SentEvidence[]): readonly UnsentRecord[] {
  const went = new Set<string>(sent.map(({ text }) => text))
  return Object.entries(ledger)
    .filter(([text]) => isTextId(text) && !went.has(text))
    .sort(([, one], [, other]) => one.due - other.due)
    .map(([text, { state, reason, due, at, attempts }]) => {
      const code = attempts.at(-1)?.code
      return {
        text,
        state,
        ...(reason !== undefined && { reason }),
        due: isoOf(due),
        at: isoOf(at),
        attempts: attempts.length,
        ...(code !== undefined && { code }),
      }
    })
}
