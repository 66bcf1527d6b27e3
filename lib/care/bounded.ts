import { type Escalation, isOpen, type Settlement } from '../patient/escalation.ts'
import { isTextId, type TextId, textIdParts } from '../patient/identifiers.ts'
import type { TextState } from '../patient/ledger.ts'
import type { Patient, Reply } from '../patient/patient.ts'
import { lastWord } from '../plan/told.ts'

/** Newest entries kept in the document; all of them are kept as evidence beside it. */
const KEPT = 20
const KEPT_PAIN_SCORES = 100
/** Resolved escalations of which more is kept than what was written first. */
const KEPT_IN_FULL = 2
/** Visits of an injection before the present one whose finished texts stay in the document. */
const KEPT_VISITS = 4

const FINISHED: readonly TextState[] = ['delivered', 'undelivered', 'failed', 'skipped']

/** A patient's document stays small however long the course and however often a visit moves. */
export function bounded(patient: Patient): Patient {
  const ledger = Object.entries(patient.ledger).filter(
    ([id, { state }]) => !isTextId(id) || !FINISHED.includes(state) || !isLongPast(patient, id),
  )
  return {
    ...patient,
    ledger: Object.fromEntries(ledger),
    replies: patient.replies.filter(isKept),
    changes: patient.changes.slice(-KEPT),
    pain: patient.pain.slice(-KEPT_PAIN_SCORES),
    tasks: withoutOldSettled(patient.tasks),
    escalations: shortened(withoutOldSettled(patient.escalations)),
  }
}

/** "Our team will read this" is not said again for hours, however much is written meanwhile: the last one stays. */
function isKept(reply: Reply, index: number, replies: readonly Reply[]): boolean {
  const isLastUnknown = ({ answer }: Reply) => answer?.key === 'unknown'
  return index >= replies.length - KEPT || reply === replies.findLast(isLastUnknown)
}

/** Every message stands beside the document too: of what was resolved some time ago, the first says enough here. */
function shortened(escalations: readonly Escalation[]): readonly Escalation[] {
  const old = new Set(escalations.filter((one) => !isOpen(one)).slice(0, -KEPT_IN_FULL))
  return escalations.map((one) => {
    if (!old.has(one)) return one
    const { reports: _, words, ...rest } = one
    return { ...rest, words: words.split('\n', 1).join() }
  })
}

/** The last word she had about an injection stays: what she is told next hangs on it. */
function isLongPast(patient: Patient, id: TextId): boolean {
  const { course: number, injection, visit } = textIdParts(id)
  const course = patient.courses.find((one) => one.number === number)
  const present = course?.injections.find((one) => one.number === injection)?.visit ?? visit
  return present - visit > KEPT_VISITS && lastWord(patient, number, injection)?.text !== id
}

/** Everything open stays; of what is resolved, the latest. */
function withoutOldSettled<T extends { readonly resolved?: Settlement }>(items: readonly T[]): readonly T[] {
  const settled = items.filter((item) => !isOpen(item))
  const old = new Set(settled.slice(0, -KEPT))
  return items.filter((item) => !old.has(item))
}
