import type { Enrolment, Patient } from '../../patient/patient.ts'
import type { EnrolRequest, PatientChange } from '../requests.ts'

export interface ContactDifference {
  readonly change: Omit<PatientChange, 'actor'>
  readonly words: readonly string[]
}

/** Where a file says otherwise about a patient herself. An empty cell says nothing. */
export function contactDifference(
  patient: Patient,
  request: EnrolRequest,
  wanted: Enrolment,
): ContactDifference {
  const { mobile, givenName, label, timeZone, belt } = request
  const now = patient.courses.at(-1)?.belt
  return {
    change: {
      ...(wanted.mobile !== patient.mobile && { mobile }),
      ...(differs(timeZone, patient.zone) && { timeZone: wanted.timeZone }),
      ...(differs(givenName, patient.givenName) && { givenName: givenName ?? null }),
      ...(differs(label, patient.label) && { label: label ?? null }),
      ...(belt !== undefined && belt !== now && { belt }),
    },
    words: [
      ...words('mobile', wanted.mobile, patient.mobile),
      ...words('time zone', timeZone, patient.zone),
      ...words('given name', givenName, patient.givenName),
      ...words('label', label, patient.label),
      ...words('belt', yesNo(belt), yesNo(now)),
    ],
  }
}

const differs = (said: string | undefined, now: string | undefined): boolean =>
  said !== undefined && said !== now

const words = (what: string, said: string | undefined, now: string | undefined): readonly string[] =>
  said !== undefined && said !== now ? [`${what}: ${said}, was ${now ?? 'empty'}`] : []

const yesNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : value ? 'yes' : 'no'
