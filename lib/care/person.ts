import type { Patient } from '../patient/patient.ts'

/** Whom a row is about: what a clinic needs to find her and call her. */
export interface Person extends Pick<Patient, 'id' | 'reference' | 'mobile' | 'givenName' | 'label'> {
  /** Wrote from a number no patient has. */
  readonly stranger?: true
}

export const personOf = ({ id, reference, mobile, givenName, label, courses }: Patient): Person => ({
  id,
  reference,
  mobile,
  ...(givenName !== undefined && { givenName }),
  ...(label !== undefined && { label }),
  ...(courses.length === 0 && { stranger: true as const }),
})
