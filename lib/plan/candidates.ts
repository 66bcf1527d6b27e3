import type { Clinic } from '../patient/clinic.ts'
import { textId } from '../patient/identifiers.ts'
import type { Course, Welcome } from '../patient/patient.ts'
import type { Step } from '../protocol/protocol.ts'
import { protocolOf } from '../protocol/released.ts'
import type { Instant } from '../time/instant.ts'
import { concerns } from './concerns.ts'
import { lifetimeEnd, lifetimeWithoutVisit } from './lifetime.ts'
import type { PlannedText } from './plan.ts'
import { behindOn, isSuperseded, type StepTimes, timesOf } from './step-times.ts'
import { type Placed, type VisitContext, visitContext, welcomeDue } from './visit-context.ts'

/** A text that has not found its day yet. */
export interface Candidate extends Omit<PlannedText, 'due' | 'endsAt'>, StepTimes {
  /** Its time on that option's day when it goes behind a text that took the morning. */
  readonly behindOn?: (option: Instant) => Instant
  readonly endOf: (due: Instant) => Instant
}

/** Every text a course calls for, each with the times it could have. */
export function candidatesOf({ id, zone }: Placed, clinic: Clinic, course: Course): readonly Candidate[] {
  const known = called.get(course)
  if (known?.clinic === clinic && known.id === id && known.zone === zone) return known.candidates
  const candidates = calledFor({ id, zone }, clinic, course)
  called.set(course, { clinic, id, zone, candidates })
  return candidates
}

/** Courses are never changed in place, and what happened to a text changes nothing its course calls for. */
const called = new WeakMap<
  Course,
  Placed & { readonly clinic: Clinic; readonly candidates: readonly Candidate[] }
>()

function calledFor(patient: Placed, clinic: Clinic, course: Course): readonly Candidate[] {
  const { steps } = protocolOf(course.protocol)
  const welcomes = course.welcomes.flatMap((welcome) =>
    steps.flatMap((step) =>
      step.on === 'welcome' ? [welcomeText(patient, clinic, course, welcome, step)] : [],
    ),
  )
  const visits = course.injections
    .map((injection) => visitContext(patient, clinic, course, injection))
    .flatMap((context) => onlyLatestLateReminder(steps.flatMap((step) => visitText(context, step))))
  return [...welcomes, ...visits]
}

function welcomeText(
  patient: Placed,
  clinic: Clinic,
  course: Course,
  welcome: Welcome,
  step: Step,
): Candidate {
  return {
    id: textId(`${step.key}@${course.number}.0.${welcome.number}`),
    step,
    course: course.number,
    injection: 0,
    visit: welcome.number,
    first: welcomeDue(patient, clinic, welcome.at),
    later: () => [],
    sameDay: false,
    endOf: (due) => lifetimeWithoutVisit(due, patient.zone, step),
  }
}

function visitText(context: VisitContext, step: Step): readonly Candidate[] {
  const { course, injection } = context
  const times = concerns(context, step) ? timesOf(context, step) : undefined
  if (times === undefined) return []
  return [
    {
      id: textId(`${step.key}@${course.number}.${injection.number}.${injection.visit}`),
      step,
      course: course.number,
      injection: injection.number,
      visit: injection.visit,
      ...times,
      behindOn: (option) => behindOn(context, step, option),
      endOf: (due) => lifetimeEnd(context, step, due),
      ...(step.namesVisit && { says: injection.at }),
      ...(isSuperseded(context, step, times.first) && { skip: 'superseded' as const }),
    },
  ]
}

/** Of several reminders that are late at a booking, the latest says it all. */
function onlyLatestLateReminder(texts: readonly Candidate[]): readonly Candidate[] {
  const late = texts.filter(({ sameDay }) => sameDay)
  return texts.filter((text) => !text.sameDay || text === late.at(-1))
}
