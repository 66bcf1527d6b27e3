import { isTextId, textIdParts } from '../patient/identifiers.ts'
import type { TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'

/** Newest entries kept in the document; all of them are kept as evidence beside it. */
const KEPT = 20
const KEPT_PAIN_SCORES = 100
/** Visits of an injection before the present one whose finished texts stay in the document. */
const KEPT_VISITS = 4

const FINISHED: readonly TextState[] = ['delivered', 'undelivered', 'failed', 'skipped']

/** A patient's document stays small however long the course and however often a visit moves. */
export function bounded(patient: Patient): Patient {
  const ledger = Object.entries(patient.ledger).filter(
    ([id, { state }]) => !isTextId(id) || !FINISHED.includes(state) || !isLongPast(patient, textIdParts(id)),
  )
  return {
    ...patient,
    ledger: Object.fromEntries(ledger),
    replies: patient.replies.slice(-KEPT),
    changes: patient.changes.slice(-KEPT),
    pain: patient.pain.slice(-KEPT_PAIN_SCORES),
  }
}

function isLongPast(patient: Patient, text: ReturnType<typeof textIdParts>): boolean {
  const course = patient.courses.find(({ number }) => number === text.course)
  const present = course?.injections.find(({ number }) => number === text.injection)?.visit ?? text.visit
  return present - text.visit > KEPT_VISITS
}
