import type { Clinic } from '../patient/clinic.ts'
import { isTextId, type TextId, textIdParts } from '../patient/identifiers.ts'
import type { LedgerEntry, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { type Visit, visitsAhead } from '../plan/patient-state.ts'
import { stepOfText } from '../plan/timeline.ts'
import { lastWord } from '../plan/told.ts'
import type { Question, Step } from '../protocol/protocol.ts'
import type { Instant } from '../time/instant.ts'

/** A question she has, or may have, on her phone. */
export interface Asked {
  readonly id: TextId
  readonly step: Step
  readonly question: Question
  readonly at: Instant
}

const ON_HER_PHONE: readonly TextState[] = ['sent', 'delivered', 'sending', 'unknown']

/** Questions asked so far, oldest first, of the kinds given or of all. */
export function questionsAsked(patient: Patient, ...kinds: readonly Question[]): readonly Asked[] {
  return Object.entries(patient.ledger)
    .flatMap(([id, entry]) =>
      isTextId(id) && ON_HER_PHONE.includes(entry.state) ? askedBy(patient, id, entry) : [],
    )
    .filter(({ question }) => kinds.length === 0 || kinds.includes(question))
    .sort((a, b) => a.at - b.at)
}

function askedBy(patient: Patient, id: TextId, entry: LedgerEntry): readonly Asked[] {
  const step = stepOfText(patient, id)
  const claimedAt = entry.attempts.at(-1)?.claimedAt
  return step?.asks === undefined || claimedAt === undefined
    ? []
    : [{ id, step, question: step.asks, at: claimedAt }]
}

/**
 * The visit a C or R is about: the one last asked about if it is still to come, else the next one. A visit whose date
 * she has not been told is never the one she confirms.
 */
export function visitMeant(patient: Patient, clinic: Clinic, now: Instant): Visit | undefined {
  const ahead = visitsAhead(patient, clinic, now)
  const last = questionsAsked(patient, 'C/R').at(-1)
  const parts = last && textIdParts(last.id)
  const meant = ahead.find(
    ({ course, injection }) => course.number === parts?.course && injection.number === parts.injection,
  )
  return meant ?? ahead[0]
}

export const hasBeenTold = (patient: Patient, { course, injection, says }: Visit): boolean =>
  lastWord(patient, course.number, injection.number)?.says === says

/** Notes her answer beside the question, so that what was asked, answered and left open can be counted. */
export function withAnswer(patient: Patient, id: TextId | undefined, value: string, at: Instant): Patient {
  const entry = id && patient.ledger[id]
  if (id === undefined || entry === undefined || entry.answered !== undefined) return patient
  return { ...patient, ledger: { ...patient.ledger, [id]: { ...entry, answered: { at, value } } } }
}
