import type { Clinic } from '../../patient/clinic.ts'
import type { Enrolment } from '../../patient/patient.ts'
import { visitWords } from './visit-difference.ts'

/** What a row would bring about, or has: as it was understood, so that a slip shows before the click. */
export const newPatientWords = (
  clinic: Clinic,
  { mobile, givenName, label, timeZone, injections }: Enrolment,
): readonly string[] => [
  `mobile: ${mobile}`,
  ...(givenName === undefined ? [] : [`given name: ${givenName}`]),
  ...(label === undefined ? [] : [`label: ${label}`]),
  ...(timeZone === clinic.zone ? [] : [`time zone: ${timeZone}`]),
  ...injections.map(
    ({ at, state }, index) =>
      `injection ${index + 1}: ${visitWords(at)}${state === 'booked' ? '' : `, ${state}`}`,
  ),
]
