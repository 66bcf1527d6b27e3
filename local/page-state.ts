import type { PatientId } from '../lib/patient/identifiers.ts'
import type { Patient } from '../lib/patient/patient.ts'
import { instant } from '../lib/time/instant.ts'
import type { LocalDateTime } from '../lib/time/local-date.ts'
import { isoOf, localAt, localDateTimeAt, type ZoneId } from '../lib/time/zone.ts'
import { nextText, patientsOf, shownName } from './clinic-patients.ts'
import type { Cloud } from './cloud.ts'
import { type FirstSteps, firstSteps } from './first-steps.ts'
import type { FailedCall } from './lambda.ts'

export interface PhoneMessage {
  readonly at: string
  /** On the phone's own clock. */
  readonly local: LocalDateTime
  readonly from: 'clinic' | 'patient'
  readonly body: string
  /** Twilio's word for it. */
  readonly status?: string
}

/** A phone as its owner sees it. Two patients on one number are two of these, with the same messages. */
export interface Phone {
  readonly mobile: string
  readonly label: string
  readonly patientId?: PatientId
  readonly zone: ZoneId
  readonly messages: readonly PhoneMessage[]
}

/** Everything the first page shows beside what the clinic API says. */
export interface PageState {
  /** UTC. */
  readonly now: string
  /** The clinic's wall clock. */
  readonly local: LocalDateTime
  readonly zone: ZoneId
  readonly clinic: { readonly name: string; readonly sender: string }
  readonly key: string
  /** When the next text is planned, UTC, and for whom; absent when none is left to come. */
  readonly next?: { readonly at: string; readonly whose: string }
  readonly phones: readonly Phone[]
  readonly failures: readonly FailedCall[]
  readonly firstSteps: FirstSteps
}

export async function pageState(cloud: Cloud): Promise<PageState> {
  const { clinic, key, url } = cloud
  const patients = await patientsOf(cloud)
  // Whoever wrote without being a patient has a document too, and a phone, but no page.
  const enrolled = patients.filter(({ consent }) => consent !== undefined)
  const next = nextText(patients, clinic)
  const now = cloud.now()
  return {
    now: isoOf(now),
    local: localDateTimeAt(clinic.zone, now),
    zone: clinic.zone,
    clinic: { name: clinic.name, sender: clinic.sender },
    key,
    ...(next !== undefined && { next: { at: isoOf(next.at), whose: shownName(next.patient) } }),
    phones: [...enrolled.map((patient) => phoneOf(cloud, patient)), ...strangers(cloud, enrolled)],
    failures: cloud.failures(),
    firstSteps: firstSteps(clinic, localAt(clinic.zone, now).date, { url, key }),
  }
}

const phoneOf = (cloud: Cloud, patient: Patient): Phone => ({
  mobile: patient.mobile,
  label: shownName(patient),
  patientId: patient.id,
  zone: patient.zone,
  messages: messagesOf(cloud, patient.mobile, patient.zone),
})

/** Phones that wrote without belonging to a patient. */
function strangers(cloud: Cloud, patients: readonly Patient[]): readonly Phone[] {
  const known = new Set<string>(patients.map(({ mobile }) => mobile))
  const inbound = cloud.twilio.messages().filter(({ direction }) => direction === 'inbound')
  const unknown = new Set(inbound.map(({ from }) => from).filter((from) => !known.has(from)))
  const { zone } = cloud.clinic
  return [...unknown].map((mobile) => ({
    mobile,
    label: mobile,
    zone,
    messages: messagesOf(cloud, mobile, zone),
  }))
}

const messagesOf = ({ twilio }: Cloud, mobile: string, zone: ZoneId): readonly PhoneMessage[] =>
  twilio.phone(mobile).map(({ at, direction, body, status }) => ({
    at: isoOf(instant(at)),
    local: localDateTimeAt(zone, instant(at)),
    from: direction === 'to-phone' ? 'clinic' : 'patient',
    body,
    status,
  }))
