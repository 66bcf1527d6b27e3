import type { Step } from '../protocol/protocol.ts'
import { earliest, type Instant } from '../time/instant.ts'
import { addDays, clockTime } from '../time/local-date.ts'
import { instantAt, localAt, type ZoneId } from '../time/zone.ts'
import { dayZero, type VisitContext } from './visit-context.ts'

/** Exclusive end of a text's life that is counted from the text itself. */
export function endCountedFrom(
  due: Instant,
  zone: ZoneId,
  life: { daysLater: number } | { sameDay: string },
): Instant {
  const { date, minute } = localAt(zone, due)
  if ('sameDay' in life) return instantAt(zone, date, clockTime(life.sameDay))
  return instantAt(zone, addDays(date, life.daysLater), minute)
}

/**
 * Exclusive end of the life of a text that belongs to no visit, such as a welcome.
 * @throws Error naming the step when its life hangs on a visit all the same
 */
export function lifetimeWithoutVisit(due: Instant, zone: ZoneId, { key, until }: Step): Instant {
  if (until === 'the visit' || 'day' in until)
    throw new Error(`step ${key}: its life ends with a visit, but it belongs to none`)
  return endCountedFrom(due, zone, until)
}

/** Exclusive end of a visit's text that goes at `due`; care after a visit ends at the latest when the next is given. */
export function lifetimeEnd(context: VisitContext, step: Step, due: Instant): Instant {
  const end = ownEnd(context, step, due)
  return step.on === 'given' && context.nextVisitAt !== undefined ? earliest(end, context.nextVisitAt) : end
}

function ownEnd(context: VisitContext, step: Step, due: Instant): Instant {
  const { until } = step
  const { zone } = context.patient
  if (until === 'the visit') return context.visitAt
  if ('day' in until)
    return instantAt(zone, addDays(dayZero(context, step), until.day), clockTime(until.time ?? '00:00'))
  return endCountedFrom(due, zone, until)
}
