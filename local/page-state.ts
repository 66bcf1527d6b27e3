import type { Patient } from '../lib/patient/patient.ts'
import { instant } from '../lib/time/instant.ts'
import { isoOf, localAt, localDateTimeAt, type ZoneId } from '../lib/time/zone.ts'
import { nextText, patientsOf, shownName } from './clinic-patients.ts'
import type { Cloud } from './cloud.ts'
import { firstSteps } from './first-steps.ts'
import type { Fault, PageView, Phone, PhoneMessage } from './page-view.ts'

export async function pageState(cloud: Cloud, faults: readonly Fault[]): Promise<PageView> {
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
    faults,
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
