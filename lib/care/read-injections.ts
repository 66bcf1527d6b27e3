import type { Clinic } from '../patient/clinic.ts'
import type { Injection } from '../patient/patient.ts'
import { after, DAY, type Instant } from '../time/instant.ts'
import { existsIn, instantOf } from '../time/zone.ts'
import type { Problem } from './outcome.ts'
import type { InjectionRequest } from './requests.ts'

/** A visit further ahead than this is a slip of the pen. */
const FURTHEST_AHEAD = 3 * 365 * DAY

/** What is wrong with a visit's time alone: skipped by the clock, or past without being given, or given in the future. */
export function problemWithTime(
  clinic: Clinic,
  { at, state }: InjectionRequest,
  path: string,
  now: Instant,
): readonly Problem[] {
  if (!existsIn(clinic.zone, at)) {
    return [
      {
        path: `${path}.at`,
        message: `${at} does not exist in ${clinic.zone}: the clock skips it that night`,
      },
    ]
  }
  if (instantOf(clinic.zone, at) > after(now, FURTHEST_AHEAD)) {
    return [{ path: `${path}.at`, message: `${at} is more than 3 years ahead: check the year` }]
  }
  const past = instantOf(clinic.zone, at) <= now
  if (past && state !== 'given') {
    return [
      {
        path: `${path}.at`,
        message: `${at} has passed in ${clinic.zone}: give a time to come, or state "given"`,
      },
    ]
  }
  if (!past && state === 'given') {
    return [
      {
        path: `${path}.state`,
        message: `"given" needs a time that has passed, and ${at} in ${clinic.zone} has not`,
      },
    ]
  }
  return []
}

/** The injections of a new course, each its first visit, and everything that is wrong with them. */
export function readInjections(
  clinic: Clinic,
  requests: readonly InjectionRequest[],
  now: Instant,
): { readonly injections: readonly Injection[]; readonly problems: readonly Problem[] } {
  const most = clinic.protocolSettings.injections
  const tooMany =
    requests.length > most
      ? [{ path: 'injections', message: `${requests.length} given: at most ${most}` }]
      : []
  const times = requests.flatMap((request, index) =>
    problemWithTime(clinic, request, `injections[${index}]`, now),
  )
  const order = requests.flatMap(({ at }, index) => {
    const before = requests[index - 1]
    return before !== undefined && at <= before.at
      ? [
          {
            path: `injections[${index}].at`,
            message: `${at} is not after the injection before it, ${before.at}`,
          },
        ]
      : []
  })
  const injections = requests.map(({ at, state }, index) => ({
    number: index + 1,
    state: state ?? ('booked' as const),
    at,
    visit: 1,
    changedAt: now,
  }))
  return { injections, problems: [...tooMany, ...times, ...order] }
}
