import type { AttemptId, PatientId } from '../patient/identifiers.ts'

/** The only source of chance. */
export interface Identities {
  /** New identifiers: opaque, at least 96 random bits, URL-safe. */
  patient(): PatientId
  attempt(): AttemptId
  /** A fraction from 0 up to 1, for jitter. */
  fraction(): number
}
