import type { Clinic } from '../patient/clinic.ts'
import type { Enrolment, Injection } from '../patient/patient.ts'
import { findProtocol, NEWEST_PROTOCOL, PROTOCOLS } from '../protocol/released.ts'
import type { Instant } from '../time/instant.ts'
import { isZoneId } from '../time/zone.ts'
import { readMobile } from './mobile-number.ts'
import type { Problem } from './outcome.ts'
import { readInjections } from './read-injections.ts'
import type { CourseRequest, EnrolRequest } from './requests.ts'

type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }

/** The mobile in E.164 and the zone, or what is wrong with either. */
function readContact(
  clinic: Clinic,
  { mobile, timeZone }: { readonly mobile: string; readonly timeZone?: string },
): Reading<Pick<Enrolment, 'mobile' | 'timeZone'>> {
  const reading = readMobile(mobile, clinic.country)
  const zone = timeZone ?? clinic.zone
  const zoneProblem = {
    path: 'timeZone',
    message: `"${zone}" is not a time zone: expected an IANA name such as ${clinic.zone}`,
  }
  if (reading.kind === 'mobile' && isZoneId(zone))
    return { kind: 'read', value: { mobile: reading.number, timeZone: zone } }
  const problems = [
    ...(reading.kind === 'refused' ? [{ path: 'mobile', message: reading.message }] : []),
    ...(isZoneId(zone) ? [] : [zoneProblem]),
  ]
  return { kind: 'wrong', problems }
}

export interface ReadCourse {
  readonly protocol: string
  readonly belt: boolean
  readonly injections: readonly Injection[]
}

/** A new course as asked for, with the clinic's settings where the call is silent. */
export function readCourse(
  clinic: Clinic,
  request: Omit<CourseRequest, 'actor'>,
  now: Instant,
): Reading<ReadCourse> {
  const protocol = request.protocol ?? NEWEST_PROTOCOL
  const known = PROTOCOLS.map(({ id }) => id).join(', ')
  const unknown =
    findProtocol(protocol) === undefined
      ? [{ path: 'protocol', message: `"${protocol}" is not released: expected one of ${known}` }]
      : []
  const { injections, problems } = readInjections(clinic, request.injections, now)
  const all = [...unknown, ...problems]
  if (all.length > 0) return { kind: 'wrong', problems: all }
  return { kind: 'read', value: { protocol, belt: request.belt ?? clinic.protocolSettings.belt, injections } }
}

/** The normalised enrolment by which a repeat of the call is known. Times that have passed are no problem here. */
export function normalised(clinic: Clinic, request: EnrolRequest): Reading<Enrolment> {
  const contact = readContact(clinic, request)
  if (contact.kind === 'wrong') return contact
  const { givenName, label, consent, protocol, belt, injections } = request
  const value = {
    ...contact.value,
    ...(givenName !== undefined && { givenName }),
    ...(label !== undefined && { label }),
    protocol: protocol ?? NEWEST_PROTOCOL,
    belt: belt ?? clinic.protocolSettings.belt,
    consent,
    injections: injections.map(({ at, state }) => ({ at, state: state ?? ('booked' as const) })),
  }
  return { kind: 'read', value }
}
