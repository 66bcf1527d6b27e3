import type { Clinic } from '../../patient/clinic.ts'
import { isOpen } from '../../patient/escalation.ts'
import { isTextId, textIdParts } from '../../patient/identifiers.ts'
import type { LedgerEntry } from '../../patient/ledger.ts'
import type { Patient, Task } from '../../patient/patient.ts'
import { adherenceSheet } from '../../plan/adherence.ts'
import { type Visit, visitsAhead } from '../../plan/patient-state.ts'
import { stepOfText } from '../../plan/timeline.ts'
import type { Instant } from '../../time/instant.ts'
import { dateOf } from '../../time/local-date.ts'
import { type Person, personOf } from '../person.ts'
import type { DayWindow } from './day-window.ts'

export type VisitState =
  | 'wants-change'
  | 'opted-out'
  | 'unreachable'
  | 'reminder-undelivered'
  | 'no-answer'
  | 'not-asked'
  | 'paused'
  | 'confirmed'

export interface ComingVisit {
  readonly patient: Person
  readonly visit: Visit
  readonly state: VisitState
  /** The open task of one who wants another time. */
  readonly task?: Task
}

/** What a doctor reads before a visit. */
export interface VisitScores {
  readonly patient: Person
  readonly visit: Visit
  readonly baseline?: number
  readonly latest?: { readonly step: string; readonly value: number; readonly at: Instant }
  readonly first?: number
}

export function comingVisits(patient: Patient, clinic: Clinic, window: DayWindow): readonly ComingVisit[] {
  return near(patient, clinic, window).map((visit) => {
    const task = changeWanted(patient, visit)
    const state = task === undefined ? stateOf(patient, visit) : 'wants-change'
    return { patient: personOf(patient), visit, state, ...(task && { task }) }
  })
}

const near = (patient: Patient, clinic: Clinic, { now, lastDay }: DayWindow): readonly Visit[] =>
  visitsAhead(patient, clinic, now).filter(({ says }) => dateOf(says) <= lastDay)

const keyOf = ({ course, injection }: Visit): string =>
  `${course.number}.${injection.number}.${injection.visit}`

const changeWanted = ({ tasks }: Patient, visit: Visit): Task | undefined =>
  tasks.find((task) => task.kind === 'change' && task.id === `change:${keyOf(visit)}` && isOpen(task))

function stateOf(patient: Patient, visit: Visit): VisitState {
  if (patient.optedOut !== undefined || patient.standing === 'withdrawn') return 'opted-out'
  if (visit.injection.state === 'confirmed') return 'confirmed'
  if (patient.numberBad !== undefined) return 'unreachable'
  const last = reminders(patient, visit).at(-1)
  if (last === undefined) return patient.standing === 'paused' ? 'paused' : 'not-asked'
  return FAILED.has(last.state) ? 'reminder-undelivered' : 'no-answer'
}

/** A skip counts only where she should have had the reminder: its time ran out before it could go. */
const FAILED = new Set<LedgerEntry['state']>(['undelivered', 'failed', 'skipped'])
const isAboutHer = ({ state, reason }: LedgerEntry): boolean => state !== 'skipped' || reason === 'expired'

/** Texts that asked her to confirm this visit, or should have, in order of their time. */
const reminders = (patient: Patient, visit: Visit): readonly LedgerEntry[] =>
  Object.entries(patient.ledger)
    .filter(([id]) => isTextId(id) && isOfVisit(id, visit) && stepOfText(patient, id)?.asks === 'C/R')
    .map(([, entry]) => entry)
    .filter(isAboutHer)
    .sort((a, b) => a.due - b.due)

function isOfVisit(id: Parameters<typeof textIdParts>[0], visit: Visit): boolean {
  const parts = textIdParts(id)
  return `${parts.course}.${parts.injection}.${parts.visit}` === keyOf(visit)
}

/** The scores of the visits that are near; none for a course without a score. */
export function visitScores(patient: Patient, clinic: Clinic, window: DayWindow): readonly VisitScores[] {
  const sheets = adherenceSheet(patient)
  return near(patient, clinic, window).flatMap((visit) => {
    const ofCourse = sheets.filter(({ course }) => course === visit.course.number)
    const baseline = ofCourse.find(({ injection }) => injection === visit.injection.number)?.baseline
    const first = visit.injection.number === 1 ? undefined : ofCourse[0]?.baseline
    const latest = ofCourse
      .flatMap(({ scores }) => scores)
      .sort((a, b) => a.at - b.at)
      .at(-1)
    if (baseline === undefined && first === undefined && latest === undefined) return []
    return [
      {
        patient: personOf(patient),
        visit,
        ...(baseline !== undefined && { baseline }),
        ...(latest && { latest }),
        ...(first !== undefined && { first }),
      },
    ]
  })
}
