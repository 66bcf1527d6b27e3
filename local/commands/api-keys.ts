import { createHash, randomBytes } from 'node:crypto'
import type { ClinicId } from '../../lib/patient/identifiers.ts'
import type { ClinicRegister, Role } from '../../lib/ports/clinic-register.ts'

/** 256 bits: nobody guesses it, so that its hash needs no salt. */
const BYTES = 32
/** Characters of a hash by which people name a key. */
const SHORT = 10

export const ROLES = ['clinic', 'read', 'ops'] as const satisfies readonly Role[]

export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('hex')
/** The name of a key in lists. It tells nothing of the key. */
export const keyId = (hash: string): string => hash.slice(0, SHORT)

/** Makes a key and stores its hash. The key itself is in the answer and nowhere else. */
export async function createKey(
  clinics: Pick<ClinicRegister, 'saveApiKey'>,
  clinicId: ClinicId,
  { roles, label }: { readonly roles: readonly Role[]; readonly label: string },
): Promise<{ readonly key: string; readonly id: string }> {
  const key = `sij_${randomBytes(BYTES).toString('base64url')}`
  const hash = hashOfKey(key)
  await clinics.saveApiKey(hash, { clinicId, roles, label })
  return { key, id: keyId(hash) }
}
