import { randomBytes, randomInt } from 'node:crypto'
import { attemptId, patientId } from '../../patient/identifiers.ts'
import type { Identities } from '../../ports/identities.ts'

// 120 bits: no two in the life of the service, none to be guessed. 20 characters in base64url.
const BYTES = 15
const opaque = (): string => randomBytes(BYTES).toString('base64url')

const STEPS = 2 ** 32

export const randomIdentities: Identities = {
  patient: () => patientId(opaque()),
  attempt: () => attemptId(opaque()),
  fraction: () => randomInt(STEPS) / STEPS,
}
