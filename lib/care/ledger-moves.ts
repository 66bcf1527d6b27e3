import type { Clinic } from '../patient/clinic.ts'
import type { AttemptId, TextId } from '../patient/identifiers.ts'
import { textIdParts } from '../patient/identifiers.ts'
import type { Attempt, LedgerEntry, SkipReason } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { PlannedText } from '../plan/plan.ts'
import { textBody } from '../protocol/say.ts'
import { after, type Instant, MINUTE, SECOND } from '../time/instant.ts'
import { localAt } from '../time/zone.ts'

/** A claim not turned into an answer within this time is looked up, never repeated. */
export const CLAIM_LIFE = 10 * SECOND
/** The first look-up of an unknown attempt comes this long after its deadline. */
const FIRST_LOOK_AFTER = 5 * MINUTE

/** What a wake took on: everything needed to hand the text over. */
export interface ClaimedText {
  readonly text: PlannedText
  readonly attempt: AttemptId
  readonly claim: NonNullable<LedgerEntry['claim']>
}

export const withEntry = (patient: Patient, id: TextId, entry: LedgerEntry): Patient => ({
  ...patient,
  ledger: { ...patient.ledger, [id]: entry },
})

/** Claims a text for one attempt: the last write before the send, holding the exact body and number. */
export function claimText(
  patient: Patient,
  clinic: Clinic,
  text: PlannedText,
  attempt: AttemptId,
  now: Instant,
): { readonly patient: Patient; readonly claimed: ClaimedText } {
  const body = textBody(text.step.key, { clinic, zone: patient.zone, visitAt: text.says })
  const claim = { body, to: patient.mobile, deadline: after(now, CLAIM_LIFE) }
  const before = patient.ledger[text.id]
  const entry: LedgerEntry = {
    state: 'sending',
    due: before?.due ?? text.due,
    at: now,
    attempts: [...(before?.attempts ?? []), { id: attempt, state: 'sending', claimedAt: now }],
    claim,
    ...(text.says && { says: text.says }),
  }
  const { date } = localAt(patient.zone, now)
  const texts = patient.today?.date === date ? patient.today.texts : 0
  return {
    patient: { ...withEntry(patient, text.id, entry), today: { date, texts: texts + 1 } },
    claimed: { text, attempt, claim },
  }
}

/** An attempt proven not to have gone gives its place in the day back: the fuse counts what she gets. */
export function withPlaceBack(patient: Patient, { claimedAt }: Attempt): Patient {
  const { today, zone } = patient
  if (today === undefined || today.date !== localAt(zone, claimedAt).date) return patient
  return { ...patient, today: { ...today, texts: Math.max(0, today.texts - 1) } }
}

/** A text that is due waits until `lookAt`, untried. */
export function holdText(patient: Patient, text: PlannedText, lookAt: Instant, now: Instant): Patient {
  const before = patient.ledger[text.id]
  const entry: LedgerEntry = {
    ...{ state: 'held', due: text.due, at: now, attempts: [] },
    ...before,
    ...(text.says && { says: text.says }),
  }
  return withEntry(
    patient,
    text.id,
    moved(entry, { state: 'held', at: now, attempts: entry.attempts, lookAt }),
  )
}

/** Writes down that a text will not go. Its attempts stay. */
export function skipText(patient: Patient, text: PlannedText, reason: SkipReason, now: Instant): Patient {
  const before = patient.ledger[text.id]
  return withEntry(patient, text.id, {
    state: 'skipped',
    reason,
    due: before?.due ?? text.due,
    at: now,
    attempts: before?.attempts ?? [],
    ...(text.says && { says: text.says }),
  })
}

/** An entry in a new state: what only the old state needed is left behind. */
export function moved(
  entry: LedgerEntry,
  to: Pick<LedgerEntry, 'state' | 'at' | 'attempts'> &
    Pick<Partial<LedgerEntry>, 'reason' | 'lookAt' | 'firstLookAt' | 'claim'>,
): LedgerEntry {
  const { due, says, answered } = entry
  return { due, ...(says && { says }), ...(answered && { answered }), ...to }
}

/** The entry's attempts with one of them changed. */
export const withAttempt = (
  entry: LedgerEntry,
  id: AttemptId,
  change: Partial<Attempt>,
): readonly Attempt[] =>
  entry.attempts.map((attempt) => (attempt.id === id ? { ...attempt, ...change } : attempt))

/** Claims whose deadline has passed: nobody may send them any more, and whether they went must be looked up. */
export function expireClaims(patient: Patient, now: Instant): Patient {
  if (!Object.values(patient.ledger).some((entry) => isOverdueClaim(entry, now))) return patient
  const ledger = Object.fromEntries(
    Object.entries(patient.ledger).map(([id, entry]) => {
      if (!isOverdueClaim(entry, now)) return [id, entry]
      return [id, entry.state === 'sending' ? toUnknown(entry, now) : withLastUnknown(entry)]
    }),
  )
  return { ...patient, ledger }
}

/** The last attempt is being sent, though news of an earlier one may have given the text another state. */
const isOverdueClaim = ({ attempts, claim }: LedgerEntry, now: Instant): boolean =>
  attempts.at(-1)?.state === 'sending' && (claim === undefined || claim.deadline <= now)

/** The last attempt got no answer. Of a text that another has brought to her, nobody need look for it. */
export function withLastUnknown(entry: LedgerEntry): LedgerEntry {
  const last = entry.attempts.at(-1)
  return last === undefined
    ? entry
    : { ...entry, attempts: withAttempt(entry, last.id, { state: 'unknown' }) }
}

/** No answer: it may have gone. Keeps the claim, to recognise the message by. */
export function toUnknown(entry: LedgerEntry, now: Instant): LedgerEntry {
  return moved(entry, {
    state: 'unknown',
    at: now,
    attempts: withLastUnknown(entry).attempts,
    lookAt: after(entry.claim?.deadline ?? now, FIRST_LOOK_AFTER),
    ...(entry.claim && { claim: entry.claim }),
  })
}

/** Why the texts of a visit that is no longer planned will not go. */
export function reasonOfVisit(patient: Patient, id: TextId): SkipReason {
  const parts = textIdParts(id)
  const course = patient.courses.find(({ number }) => number === parts.course)
  const injection = course?.injections.find(({ number }) => number === parts.injection)
  if (injection === undefined || injection.visit !== parts.visit) return 'superseded'
  return injection.state === 'cancelled' || injection.state === 'missed' ? injection.state : 'superseded'
}
