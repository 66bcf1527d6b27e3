import type { Clinic } from '../patient/clinic.ts'
import type { Course, InjectionState } from '../patient/patient.ts'
import { addDays, dateOf, type LocalDate, type LocalDateTime } from '../time/local-date.ts'
import { takesPlace } from './plan.ts'

export interface CourseInjection {
  readonly number: number
  readonly state: InjectionState | 'proposed'
  readonly date: LocalDate
  /** Absent while only proposed: a proposal has no time, and no reminder goes for it. */
  readonly at?: LocalDateTime
  readonly visit?: number
}

/** A course's injections with the proposed ones behind them, each `gapDays` after the one before. */
export function injectionsOf(course: Course, clinic: Clinic): readonly CourseInjection[] {
  const known: CourseInjection[] = course.injections.map(({ number, state, at, visit }) => ({
    number,
    state,
    date: dateOf(at),
    at,
    visit,
  }))
  const last = course.injections.findLast(takesPlace)
  if (last === undefined || course.endedAt !== undefined) return known
  const { injections, gapDays } = clinic.protocolSettings
  const first = course.injections.length + 1
  const proposed = Array.from({ length: Math.max(0, injections - course.injections.length) }, (_, index) => ({
    number: first + index,
    state: 'proposed' as const,
    date: addDays(dateOf(last.at), gapDays * (first + index - last.number)),
  }))
  return [...known, ...proposed]
}
