import type { Clinic } from '../patient/clinic.ts'
import type { SkipReason } from '../patient/ledger.ts'
import type { Course, Injection } from '../patient/patient.ts'
import { takesPlace } from '../plan/plan.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDateTime } from '../time/local-date.ts'
import { instantOf } from '../time/zone.ts'
import type { Problem } from './outcome.ts'
import { problemWithTime } from './read-injections.ts'
import type { InjectionChange } from './requests.ts'

/** What becomes of one injection, or why it cannot be. */
export type NewInjection =
  | {
      readonly kind: 'changed'
      readonly injection: Injection
      /** Unsent texts of the visit before are skipped for this reason; absent when the visit stays what it is. */
      readonly ends?: SkipReason
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

const refused = (path: string, message: string): NewInjection => ({
  kind: 'refused',
  problems: [{ path, message }],
})

interface Context {
  readonly clinic: Clinic
  readonly course: Course
  readonly now: Instant
}

/**
 * What a clinic's change means for one injection. A new time to come moves or books it (a new visit, of which the
 * patient is told); a time that has passed corrects when it was given. A state marks it.
 */
export function changeOfInjection(context: Context, change: InjectionChange): NewInjection {
  const { course } = context
  const present = course.injections.find(({ number }) => number === change.injection)
  if (change.at === undefined && change.state === undefined)
    return refused('at', 'missing: give a time, a state, or both')
  if (present === undefined) return firstBooking(context, change)
  const { at, state } = change
  if (at !== undefined && (at !== present.at || !takesPlace(present)))
    return atNewTime(context, present, at, state)
  return state === undefined ? { kind: 'same' } : marked(context, present, state)
}

function firstBooking(
  { clinic, course, now }: Context,
  { injection: number, at, state }: InjectionChange,
): NewInjection {
  const next = course.injections.length + 1
  const most = clinic.protocolSettings.injections
  if (course.endedAt !== undefined)
    return refused('injection', `course ${course.number} has ended: start a new course`)
  if (number > most) return refused('injection', `${number}: a course has at most ${most} injections`)
  if (number !== next) return refused('injection', `${number}: injection ${next} comes first`)
  if (at === undefined) return refused('at', `missing: injection ${number} has no time yet`)
  if (state === 'missed' || state === 'cancelled')
    return refused('state', `"${state}" needs a visit that was booked`)
  const problems = problemWithTime(clinic, { at, ...(state && { state }) }, '', now)
  if (problems.length > 0) return { kind: 'refused', problems: problems.map(plainPath) }
  const injection = { number, state: state ?? ('booked' as const), at, visit: 1, changedAt: now }
  return { kind: 'changed', injection }
}

/** `.at` of an injection that stands alone in its call is `at`. */
const plainPath = ({ path, message }: Problem): Problem => ({ path: path.replace(/^\./, ''), message })

function atNewTime(
  context: Context,
  present: Injection,
  at: LocalDateTime,
  state: Injection['state'] | undefined,
): NewInjection {
  const { clinic, course, now } = context
  if (state === 'missed' || state === 'cancelled') {
    return refused('state', `"${state}" goes without a new time: mark it first, then book again`)
  }
  const isPast = instantOf(clinic.zone, at) <= now
  const wanted = state ?? (isPast ? 'given' : 'booked')
  if (course.endedAt !== undefined && !isPast)
    return refused('at', `course ${course.number} has ended: start a new course`)
  const problems = problemWithTime(clinic, { at, state: wanted }, '', now)
  if (problems.length > 0) return { kind: 'refused', problems: problems.map(plainPath) }
  const { number, visit } = present
  const wasGiven = takesPlace(present) && instantOf(clinic.zone, present.at) <= now
  // Correcting the date of an injection already given is no new visit: what she had of it stands.
  const isCorrection = isPast && wasGiven
  const injection = { number, state: wanted, at, visit: isCorrection ? visit : visit + 1, changedAt: now }
  return { kind: 'changed', injection, ...(!isCorrection && { ends: 'superseded' as const }) }
}

function marked({ clinic, now }: Context, present: Injection, state: Injection['state']): NewInjection {
  const { number, at, visit } = present
  const isPast = instantOf(clinic.zone, at) <= now
  const ended = { number, at, visit, state, changedAt: now }
  if (state === present.state) return { kind: 'same' }
  switch (state) {
    case 'cancelled':
      return { kind: 'changed', injection: ended, ends: 'cancelled' }
    case 'missed':
      if (!takesPlace(present))
        return refused(
          'state',
          `"missed" needs a visit that was booked: injection ${number} was ${present.state}`,
        )
      return isPast
        ? { kind: 'changed', injection: ended, ends: 'missed' }
        : tooEarly(state, `${at}; cancel it instead`)
    case 'given':
      if (!isPast) return tooEarly(state, at)
      // A visit first marked missed or cancelled has lost its texts: it counts as a new one, given after all.
      return takesPlace(present)
        ? { kind: 'changed', injection: { ...present, state } }
        : { kind: 'changed', injection: { ...ended, visit: visit + 1 }, ends: 'superseded' }
    case 'booked':
    case 'confirmed':
      if (!takesPlace(present))
        return refused('at', `missing: injection ${number} was ${present.state} and needs a new time`)
      if (isPast) return refused('state', `"${state}" needs a visit to come: ${at} has passed`)
      return { kind: 'changed', injection: { ...present, state } }
  }
}

const tooEarly = (state: Injection['state'], at: string): NewInjection =>
  refused('state', `"${state}" needs a visit whose time has passed, and it is at ${at}`)
