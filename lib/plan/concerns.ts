import type { Step, Which } from '../protocol/protocol.ts'
import { protocolOf } from '../protocol/released.ts'
import { addDays, dateOf } from '../time/local-date.ts'
import { takesPlace } from './plan.ts'
import { dayOfStep, type VisitContext } from './visit-context.ts'

/** Whether a step applies to a visit at all, whatever the time. */
export function concerns(context: VisitContext, step: Step): boolean {
  const { injection } = context
  switch (step.on) {
    case 'welcome':
    case 'flagged':
    case 'unreached':
      return false
    case 'cancelled':
      return injection.state === 'cancelled' && injection.quiet === undefined
    case 'missed':
      return injection.state === 'missed'
    case 'moved':
      return takesPlace(injection) && injection.visit > 1
    case 'booked':
    case 'given':
      return (
        takesPlace(injection) &&
        isForInjection(context, step) &&
        isSwitchedOn(context, step) &&
        !isOvertaken(context, step)
      )
  }
}

function isSwitchedOn(context: VisitContext, step: Step): boolean {
  switch (step.setting) {
    case 'belt':
      return context.course.belt
    case 'baselinePain':
      return context.clinic.protocolSettings.baselinePain
    case 'nsaidAfter':
      return windowEndsInTime(context, step)
    default:
      return true
  }
}

function isForInjection({ course, injection }: VisitContext, step: Step): boolean {
  const isLast = course.injections.every((other) => other.number <= injection.number || !takesPlace(other))
  const matches = (which: Which): boolean => {
    if (which === 'last') return isLast
    if (which === 'last of a full series') return isLast && course.endedAt === undefined
    return injection.number === which
  }
  return step.which === undefined || step.which.some(matches)
}

/** The NSAID window ends only if its day comes before the next visit's own window begins. */
function windowEndsInTime(context: VisitContext, step: Step): boolean {
  const day = dayOfStep(context, step)
  if (day === undefined) return false
  const { nsaidBefore } = context.clinic.protocolSettings
  const windowBefore = nsaidBefore === 'none' ? 0 : nsaidBefore
  return context.next === undefined || day < addDays(dateOf(context.next.at), -windowBefore)
}

/** The step named in `before` is planned for this visit too, on this step's day or earlier. */
function isOvertaken(context: VisitContext, step: Step): boolean {
  if (step.before === undefined) return false
  const other = protocolOf(context.course.protocol).steps.find(({ key }) => key === step.before)
  if (other === undefined || !concerns(context, other)) return false
  const [day, otherDay] = [dayOfStep(context, step), dayOfStep(context, other)]
  return day !== undefined && otherDay !== undefined && otherDay <= day
}
