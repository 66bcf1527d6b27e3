import type { Clinic } from '../../patient/clinic.ts'
import { isOpen } from '../../patient/escalation.ts'
import type { Patient, Task, TaskKind } from '../../patient/patient.ts'
import { visitsAhead } from '../../plan/patient-state.ts'
import type { Instant } from '../../time/instant.ts'
import type { LocalDateTime } from '../../time/local-date.ts'
import { type Person, personOf } from '../person.ts'
import type { DayWindow } from './day-window.ts'

export interface SilentNumber {
  readonly patient: Person
  readonly reason: 'stopped' | 'carrier' | 'wrong' | 'number-bad'
  readonly at: Instant
  /** That is over since then; its task is still open. */
  readonly textsAgainAt?: Instant
  /** The next visit of which she will hear nothing. */
  readonly nextVisit?: LocalDateTime
  readonly task?: Task
}

const REASON_OF_TASK: Readonly<Partial<Record<TaskKind, SilentNumber['reason']>>> = {
  wrong: 'wrong',
  stopped: 'stopped',
  'number-bad': 'number-bad',
}

/** A task about her number is no question: it stands with the numbers. */
export const isAboutNumber = ({ kind }: Task): boolean => REASON_OF_TASK[kind] !== undefined

/**
 * A patient whose number gets no texts: shown while its task is open, and for some days where nobody has settled one.
 */
export function silentNumber(patient: Patient, clinic: Clinic, window: DayWindow): readonly SilentNumber[] {
  const tasks = patient.tasks.filter(isAboutNumber)
  const task = tasks.findLast(isOpen)
  const silence = silenceOf(patient) ?? (task && byTask(task))
  if (silence === undefined) return []
  const isSettled = tasks.some(({ resolved }) => resolved !== undefined && resolved.at >= silence.at)
  const isRecent = silence.at > window.since && patient.standing !== 'withdrawn' && !isSettled
  if (task === undefined && !isRecent) return []
  const [next] = silence.textsAgainAt === undefined ? visitsAhead(patient, clinic, window.now) : []
  return [
    {
      patient: personOf(patient),
      ...silence,
      ...(next && { nextVisit: next.says }),
      ...(task && { task }),
    },
  ]
}

type Silence = Pick<SilentNumber, 'reason' | 'at' | 'textsAgainAt'>

function silenceOf({ optedOut, numberBad }: Patient): Silence | undefined {
  if (optedOut !== undefined)
    return { at: optedOut.at, reason: optedOut.reason === 'stop' ? 'stopped' : optedOut.reason }
  return numberBad && { at: numberBad.at, reason: 'number-bad' }
}

const byTask = ({ kind, at, textsAgainAt }: Task): Silence => ({
  at,
  reason: REASON_OF_TASK[kind] ?? 'stopped',
  ...(textsAgainAt !== undefined && { textsAgainAt }),
})
