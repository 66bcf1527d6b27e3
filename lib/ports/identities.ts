import type { AttemptId, PatientId } from '../patient/identifiers.ts'

/** New random identifiers: opaque, at least 96 bits, URL-safe. */
export interface Identities {
  patient(): PatientId
  attempt(): AttemptId
}
