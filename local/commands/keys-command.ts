import { clinicId } from '../../lib/patient/identifiers.ts'
import type { ClinicRegister, Role } from '../../lib/ports/clinic-register.ts'
import { createKey, keyId, ROLES } from './api-keys.ts'
import { FLAG } from './common-flags.ts'
import { type Flag, needed, readFlags, UsageError } from './flags.ts'

export const USAGE = `usage: npm run keys -- create|list|revoke --region REGION --table NAME --clinic ID [...]
  create --roles clinic,ops --label "front desk"   makes a key and shows it this once
  list                                              shows the keys of the clinic, never their values
  revoke --key ID                                   ends a key at once; ID as list shows it
  --table NAME   the output "Table" of the deployment`

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

const FLAGS = {
  region: FLAG.region,
  table: FLAG.table,
  clinic: FLAG.clinic,
  roles: {
    fits: (value) => value.split(',').every(isRole),
    expected: `one or more of ${ROLES.join(', ')}, with commas`,
  },
  label: {
    fits: (value) => /^[\x20-\x7e]{1,60}$/.test(value),
    expected: 'what the key is for, 1 to 60 characters',
  },
  key: { fits: (value) => /^[0-9a-f]{10}$/.test(value), expected: 'the id of a key as "list" shows it' },
} as const satisfies Readonly<Record<string, Flag>>

type Clinics = Pick<ClinicRegister, 'clinic' | 'apiKeys' | 'saveApiKey' | 'removeApiKey'>

/**
 * Runs one of the commands on a clinic's keys.
 * @returns what to print
 * @throws UsageError for flags that are wrong, Error for a clinic or key that is not there
 */
export async function keysCommand(
  args: readonly string[],
  clinicsIn: (where: { readonly region: string; readonly table: string }) => Clinics,
): Promise<string> {
  const given = readFlags(args, FLAGS, USAGE)
  const need = (name: keyof typeof FLAGS) => needed(name, given.get(name), FLAGS[name], USAGE)
  const [verb, ...more] = given.words
  if (more.length > 0 || (verb !== 'create' && verb !== 'list' && verb !== 'revoke'))
    throw new UsageError(`"${given.words.join(' ')}": expected create, list or revoke\n${USAGE}`)
  const clinic = clinicId(need('clinic'))
  const roles = verb === 'create' ? need('roles').split(',').filter(isRole) : []
  const label = verb === 'create' ? need('label') : ''
  const id = verb === 'revoke' ? need('key') : ''
  const clinics = clinicsIn({ region: need('region'), table: need('table') })
  if ((await clinics.clinic(clinic)) === undefined)
    throw new Error(`--clinic "${clinic}": no such clinic in this table`)
  switch (verb) {
    case 'create': {
      const made = await createKey(clinics, clinic, { roles, label })
      return `key ${made.id}, roles ${roles.join(', ')}, "${label}". It is shown this once:\n\n  ${made.key}\n`
    }
    case 'list':
      return listed(await clinics.apiKeys(clinic))
    case 'revoke': {
      const hash = (await clinics.apiKeys(clinic)).find((key) => keyId(key.hash) === id)?.hash
      if (hash === undefined) throw new Error(`--key "${id}": clinic ${clinic} has no such key; see "list"`)
      await clinics.removeApiKey(hash)
      return `key ${id} opens nothing any more`
    }
  }
}

const listed = (keys: Awaited<ReturnType<Clinics['apiKeys']>>): string =>
  keys.length === 0
    ? 'no keys'
    : keys
        .map(({ hash, roles, label = '' }) => `${keyId(hash)}  ${roles.join(',').padEnd(15)}  ${label}`)
        .join('\n')
