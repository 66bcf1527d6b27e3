import type { Clinic } from '../patient/clinic.ts'
import type { PatientId, PhoneNumber } from '../patient/identifiers.ts'
import type { Enrolment, Injection, Patient } from '../patient/patient.ts'
import { findProtocol, NEWEST_PROTOCOL, PROTOCOLS } from '../protocol/released.ts'
import type { Instant } from '../time/instant.ts'
import { isZoneId } from '../time/zone.ts'
import { readMobile } from './mobile-number.ts'
import type { Problem } from './outcome.ts'
import { readInjections } from './read-injections.ts'
import type { CourseRequest, EnrolRequest } from './requests.ts'
import type { Services } from './services.ts'

export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }

/** The mobile in E.164 and the zone, or what is wrong with either. */
export function readContact(
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

/** A number that said STOP is not texted again, by anyone, until it says START. */
export async function problemsWithStop(services: Services, mobile: PhoneNumber): Promise<readonly Problem[]> {
  const optOut = await services.phones.optOut(mobile)
  if (optOut === undefined) return []
  return [
    { path: 'mobile', message: 'has opted out of texts: only a START from that phone turns them on again' },
  ]
}

/** Patients of one clinic may share a phone if labels tell them apart. */
export async function problemsWithSharing(
  services: Services,
  clinic: Clinic,
  mobile: PhoneNumber,
  who: { readonly id: PatientId | undefined; readonly label: string | undefined },
): Promise<readonly Problem[]> {
  const ids = await services.phones.patients(mobile)
  const others = await Promise.all(ids.filter((id) => id !== who.id).map((id) => services.patients.read(id)))
  const sharing = others.filter((other) => other !== undefined && shares(other, clinic, mobile))
  const unlabelled = sharing.some((other) => other?.label === undefined)
  if (sharing.length > 0 && (who.label === undefined || unlabelled)) {
    return [
      {
        path: 'label',
        message: 'is missing: this number is shared with another patient, so both need a label',
      },
    ]
  }
  const taken = sharing.some((other) => other?.label?.toLowerCase() === who.label?.toLowerCase())
  return taken
    ? [{ path: 'label', message: 'is used by another patient on the same number: give a different one' }]
    : []
}

/** Patients of other clinics on the number are none of this clinic's business. */
const shares = (other: Patient, clinic: Clinic, mobile: PhoneNumber): boolean =>
  other.clinicId === clinic.id && other.mobile === mobile && other.standing !== 'withdrawn'
