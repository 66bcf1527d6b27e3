import { isTextId, textIdParts } from '../patient/identifiers.ts'
import type { SkipReason } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/local-date.ts'
import { localAt } from '../time/zone.ts'
import type { Candidate } from './candidates.ts'

interface Occupant {
  readonly step: string
  readonly course: number
  readonly injection: number
}

/** Skips of texts that never had a day of their own. Every other text in the ledger keeps its day. */
const DAYLESS: readonly SkipReason[] = ['crowded', 'already-told', 'superseded', 'cancelled', 'missed']

/** A patient's days, across courses: at most one text a day but for the few pairs that may share one. */
export class Calendar {
  readonly #patient: Patient
  readonly #days = new Map<LocalDate, Occupant[]>()

  constructor(patient: Patient) {
    this.#patient = patient
    for (const [id, entry] of Object.entries(patient.ledger)) {
      if (!isTextId(id) || (entry.reason && DAYLESS.includes(entry.reason))) continue
      const text = textIdParts(id)
      // Texts of an escalation belong to no course (0) and take no day.
      if (text.course > 0) this.#occupy(entry.due, text)
    }
  }

  /** The first of the text's times whose day is free for it, now taken; undefined when none is. */
  take(text: Candidate): Instant | undefined {
    const due = this.#dueOn(text.first, text) ?? this.#firstFree(text)
    if (due !== undefined)
      this.#occupy(due, { step: text.step.key, course: text.course, injection: text.injection })
    return due
  }

  #firstFree(text: Candidate): Instant | undefined {
    for (const option of text.later()) {
      const due = this.#dueOn(option, text)
      if (due !== undefined) return due
    }
    return undefined
  }

  #dueOn(option: Instant, text: Candidate): Instant | undefined {
    const others = this.#days.get(localAt(this.#patient.zone, option).date) ?? []
    if (text.step.rank === 'fixed' || others.length === 0) return option
    if (text.sameDay && option === text.first && others.every(({ step }) => step === 'W0')) return option
    const morningOnly = others.every(
      (other) => other.step === text.step.behind?.step && isSameVisit(other, text),
    )
    return morningOnly ? text.behindOn?.(option) : undefined
  }

  #occupy(at: Instant, occupant: Occupant): void {
    const { date } = localAt(this.#patient.zone, at)
    this.#days.set(date, [...(this.#days.get(date) ?? []), occupant])
  }
}

const isSameVisit = (other: Occupant, text: Candidate): boolean =>
  other.course === text.course && other.injection === text.injection
