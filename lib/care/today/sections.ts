import type { Clinic } from '../../patient/clinic.ts'
import { type Escalation, isOpen } from '../../patient/escalation.ts'
import { isTextId, type TextId } from '../../patient/identifiers.ts'
import type { LedgerEntry } from '../../patient/ledger.ts'
import type { Patient, Task } from '../../patient/patient.ts'
import { type Visit, visitsToClose } from '../../plan/patient-state.ts'
import { stepOfText } from '../../plan/timeline.ts'
import type { Step } from '../../protocol/protocol.ts'
import { type Person, personOf } from '../person.ts'
import { isStuck, type StuckState } from '../summary.ts'
import { wordsBehind } from '../words-behind.ts'
import { type ComingVisit, comingVisits, type VisitScores, visitScores } from './coming-visits.ts'
import type { DayWindow } from './day-window.ts'
import { isAboutNumber, type SilentNumber, silentNumber } from './numbers.ts'

interface About {
  readonly patient: Person
}

export interface FlagRow extends About {
  readonly escalation: Escalation
}

export interface QuestionRow extends About {
  readonly task: Task
  /** What she wrote, where a message of hers raised it. */
  readonly words?: string
}

export interface UnmarkedVisit extends About {
  readonly visit: Visit
}

export interface StuckText extends About {
  readonly id: TextId
  readonly step: Step
  readonly state: StuckState
  readonly entry: LedgerEntry
}

/** The parts of a clinic's day, in the order in which they are worked through. */
export interface Sections {
  readonly needsPerson: readonly FlagRow[]
  readonly visits: readonly ComingVisit[]
  readonly closeVisits: readonly UnmarkedVisit[]
  readonly questions: readonly QuestionRow[]
  readonly numbersAndConsent: readonly SilentNumber[]
  readonly scoresBeforeVisit: readonly VisitScores[]
  readonly stuck: readonly StuckText[]
}

/** What one patient adds to the day. */
export function sectionsOf(patient: Patient, clinic: Clinic, window: DayWindow): Sections {
  const person = personOf(patient)
  return {
    needsPerson: patient.escalations.filter(isOpen).map((escalation) => ({ patient: person, escalation })),
    visits: comingVisits(patient, clinic, window),
    closeVisits: visitsToClose(patient, clinic, window.now).map((visit) => ({ patient: person, visit })),
    questions: patient.tasks
      .filter((task) => isOpen(task) && !isAboutNumber(task))
      .map((task) => ({ patient: person, task, ...wordsBehind(patient, task) })),
    numbersAndConsent: silentNumber(patient, clinic, window),
    scoresBeforeVisit: visitScores(patient, clinic, window),
    stuck: stuckTexts(patient),
  }
}

const stuckTexts = (patient: Patient): readonly StuckText[] =>
  Object.entries(patient.ledger).flatMap(([id, entry]) => {
    const step = isTextId(id) ? stepOfText(patient, id) : undefined
    return isTextId(id) && step !== undefined && isStuck(entry.state)
      ? [{ patient: personOf(patient), id, step, state: entry.state, entry }]
      : []
  })

/** All patients' parts together, each in the order in which it should be dealt with. */
export function inOrderOfNeed(all: readonly Sections[]): Sections {
  return {
    needsPerson: all.flatMap(({ needsPerson }) => needsPerson).sort(byNeed),
    visits: all.flatMap(({ visits }) => visits).sort(byVisit),
    closeVisits: all.flatMap(({ closeVisits }) => closeVisits).sort((a, b) => -byVisit(a, b)),
    questions: all.flatMap(({ questions }) => questions).sort(byPromise),
    numbersAndConsent: all.flatMap(({ numbersAndConsent }) => numbersAndConsent).sort((a, b) => b.at - a.at),
    scoresBeforeVisit: all.flatMap(({ scoresBeforeVisit }) => scoresBeforeVisit).sort(byVisit),
    stuck: all.flatMap(({ stuck }) => stuck).sort((a, b) => a.entry.due - b.entry.due),
  }
}

const NO_TIER = 3

/** Nobody has it yet, then the worse, then who waits longest. */
const byNeed = ({ escalation: a }: FlagRow, { escalation: b }: FlagRow): number =>
  Number(a.acknowledged !== undefined) - Number(b.acknowledged !== undefined) ||
  (a.tier ?? NO_TIER) - (b.tier ?? NO_TIER) ||
  a.at - b.at

const byVisit = (a: { readonly visit: Visit }, b: { readonly visit: Visit }): number =>
  a.visit.at - b.visit.at

const byPromise = ({ task: a }: QuestionRow, { task: b }: QuestionRow): number =>
  Number(b.urgent === true) - Number(a.urgent === true) || (a.dueBy ?? a.at) - (b.dueBy ?? b.at)
