import { isTextId, textIdParts } from '../patient/identifiers.ts'
import type { LedgerEntry } from '../patient/ledger.ts'
import type { Patient } from '../patient/patient.ts'
import type { Instant } from '../time/instant.ts'

/** Questions of one kind about one injection. Silence is kept apart from "no". */
export interface Asked {
  readonly asked: number
  readonly answered: number
  readonly yes: number
}

export interface InjectionSheet {
  readonly course: number
  readonly injection: number
  readonly belt: Asked
  readonly physio: Asked
  /** The score given the day before the visit. */
  readonly baseline?: number
  /** Scores at this injection's pain checks, in order. */
  readonly scores: readonly { readonly step: string; readonly value: number; readonly at: Instant }[]
}

/** What a doctor reads before the next visit: adherence with its denominator, and pain against the baseline. */
export function adherenceSheet(patient: Patient): readonly InjectionSheet[] {
  return patient.courses.flatMap((course) =>
    course.injections.map(({ number }) => sheetOf(patient, course.number, number)),
  )
}

function sheetOf(patient: Patient, course: number, injection: number): InjectionSheet {
  const entries = Object.entries(patient.ledger).flatMap(([id, entry]) => {
    if (!isTextId(id)) return []
    const text = textIdParts(id)
    return text.course === course && text.injection === injection ? [{ step: text.step, entry }] : []
  })
  const scores = patient.pain.flatMap(({ at, value, asked }) => {
    const text = asked && textIdParts(asked)
    return text?.course === course && text.injection === injection ? [{ step: text.step, value, at }] : []
  })
  const baseline = scores.findLast(({ step }) => step === 'P0')?.value
  return {
    course,
    injection,
    belt: counted(entries, 'B'),
    physio: counted(entries, 'X'),
    ...(baseline !== undefined && { baseline }),
    scores: scores.filter(({ step }) => step !== 'P0'),
  }
}

function counted(
  entries: readonly { readonly step: string; readonly entry: LedgerEntry }[],
  family: string,
): Asked {
  const asked = entries
    .filter(({ step, entry }) => step.startsWith(family) && wasAsked(entry))
    .map(({ entry }) => entry)
  const answered = asked.filter((entry) => entry.answered !== undefined)
  return {
    asked: asked.length,
    answered: answered.length,
    yes: answered.filter((entry) => entry.answered?.value === 'Y').length,
  }
}

const wasAsked = ({ state }: LedgerEntry): boolean => state === 'sent' || state === 'delivered'
