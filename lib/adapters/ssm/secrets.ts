import type { Clock } from '../../ports/clock.ts'
import type { Secrets, SecretValues } from '../../ports/secrets.ts'
import { type Instant, MINUTE } from '../../time/instant.ts'
import type { ReadParameters } from './parameters.ts'

/** Names of the parameters below the path. */
export const PARAMETER = {
  twilioAccountSid: 'twilio-account-sid',
  twilioAuthToken: 'twilio-auth-token',
  twilioNextAuthToken: 'twilio-next-auth-token',
  phoneHashKey: 'phone-hash-key',
} as const

export interface SsmSecretsOptions {
  readonly parameters: ReadParameters
  /** Starts with `/` and has no `/` at its end: `/sij-texts/prod`. */
  readonly path: string
  readonly clock: Clock
}

/**
 * Secrets as SecureStrings of SSM Parameter Store, read when first asked for and kept. A read that failed is not kept:
 * whoever asks next reads again. Both methods throw an Error that names each missing parameter.
 */
export function ssmSecrets({ parameters, path, clock }: SsmSecretsOptions): Secrets {
  let kept: Promise<SecretValues> | undefined
  let refreshedAt: Instant | undefined

  const current = (): Promise<SecretValues> => {
    kept ??= readSecrets(parameters, path).catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }

  const refreshed = async (): Promise<SecretValues> => {
    const now = clock.now()
    if (refreshedAt !== undefined && now - refreshedAt < MINUTE) return current()
    const before = refreshedAt
    refreshedAt = now
    try {
      const values = await readSecrets(parameters, path)
      kept = Promise.resolve(values)
      return values
    } catch (error) {
      refreshedAt = before
      throw error
    }
  }

  return { current, refreshed }
}

/** `names` are those of the parameters that are not there. */
export class MissingSecretsError extends Error {
  readonly names: readonly string[]

  constructor(names: readonly string[]) {
    super(`secrets: SSM has no parameter ${names.join(', ')}; set it with: npm run setup`)
    this.names = names
  }
}

async function readSecrets(parameters: ReadParameters, path: string): Promise<SecretValues> {
  const found = await parameters(path)
  const missing: string[] = []
  const required = (name: string): string => {
    const value = found.get(`${path}/${name}`)
    if (value === undefined) missing.push(`${path}/${name}`)
    return value ?? ''
  }
  const next = found.get(`${path}/${PARAMETER.twilioNextAuthToken}`)
  const values: SecretValues = {
    twilioAccountSid: required(PARAMETER.twilioAccountSid),
    twilioAuthToken: required(PARAMETER.twilioAuthToken),
    phoneHashKey: required(PARAMETER.phoneHashKey),
    ...(next === undefined ? {} : { twilioNextAuthToken: next }),
  }
  if (missing.length > 0) throw new MissingSecretsError(missing)
  return values
}
