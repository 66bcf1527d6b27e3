import type { Patient } from '../patient/patient.ts'
import type { Protocol } from '../protocol/protocol.ts'
import { NEWEST_PROTOCOL, protocolOf } from '../protocol/released.ts'

/** The protocol of a course; for what belongs to no course, of the latest one, or the newest released. */
export function protocolInForce(patient: Patient, course?: number): Protocol {
  const pinned = patient.courses.find(({ number }) => number === course) ?? patient.courses.at(-1)
  return protocolOf(pinned?.protocol ?? NEWEST_PROTOCOL)
}
