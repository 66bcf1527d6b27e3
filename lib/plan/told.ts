import { isTextId, type TextId, textIdParts } from '../patient/identifiers.ts'
import type { LedgerEntry, TextState } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import { after, DAY, type Instant } from '../time/instant.ts'
import type { LocalDateTime } from '../time/local-date.ts'
import type { Candidate } from './candidates.ts'
import type { PlannedText } from './plan.ts'

/** What the patient last heard from us about an injection's date. */
export interface LastWord {
  readonly text: TextId
  readonly step: string
  readonly says: LocalDateTime
  readonly at: Instant
  /** False while it is not known whether she got it. */
  readonly certain: boolean
}

const HEARD: readonly TextState[] = ['sent', 'delivered']
const MAYBE: readonly TextState[] = ['sending', 'unknown']
const TOLD_NOTHING: readonly (TextState | undefined)[] = ['skipped', 'failed', 'undelivered']
/** How long before a first reminder a notice of the same date and time makes it needless. */
const FRESH_DAYS = 3

/** The latest text about this injection that named a date and time and went, or may have gone. */
export function lastWord(patient: Patient, course: number, injection: number): LastWord | undefined {
  const words = Object.entries(patient.ledger).flatMap(([id, entry]) => {
    if (!isTextId(id) || entry.says === undefined) return []
    const parts = textIdParts(id)
    const heard = HEARD.includes(entry.state)
    if (parts.course !== course || parts.injection !== injection || !(heard || MAYBE.includes(entry.state)))
      return []
    return [{ text: id, step: parts.step, says: entry.says, at: handedOverAt(entry), certain: heard }]
  })
  return words.sort((a, b) => a.at - b.at).at(-1)
}

const handedOverAt = ({ attempts, at }: LedgerEntry): Instant =>
  attempts.at(-1)?.sentAt ?? attempts.at(-1)?.claimedAt ?? at

/** A notice that would repeat, word for word, the last thing she heard about that injection. */
export function repeatsLastWord(patient: Patient, notice: Candidate): boolean {
  const word = lastWord(patient, notice.course, notice.injection)
  if (word === undefined || !word.certain || word.says !== notice.says) return false
  // Reminders and V1 both say "your visit is then"; V2 and V3 say what became of it.
  return notice.step.on === 'moved' ? wordsOfComing.has(word.step) : word.step === notice.step.key
}

const wordsOfComing = new Set(['R1', 'R2', 'V1'])

/**
 * A first reminder is needless where the notice of its visit goes shortly before it, or after it. A notice that does
 * not go excuses it only if she heard that very date and time shortly before.
 */
export function isReminderNeedless(patient: Patient, reminder: Candidate, notice: PlannedText): boolean {
  if (reminder.step.key !== 'R1') return false
  const toldAt = goes(patient, notice) ? notice.due : heardAt(patient, reminder)
  return toldAt !== undefined && toldAt >= after(reminder.first, -FRESH_DAYS * DAY)
}

const goes = (patient: Patient, { id, skip }: PlannedText): boolean =>
  skip === undefined && !TOLD_NOTHING.includes(patient.ledger[id]?.state)

function heardAt(patient: Patient, { course, injection, says }: Candidate): Instant | undefined {
  const word = lastWord(patient, course, injection)
  return word?.certain && word.says === says ? word.at : undefined
}
