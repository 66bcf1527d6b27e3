import type { Clock } from '../../ports/clock.ts'
import type { Readiness } from '../../ports/readiness.ts'
import type { Secrets } from '../../ports/secrets.ts'
import { type Instant, MINUTE } from '../../time/instant.ts'
import { MissingSecretsError } from './secrets.ts'

/** Whether the secrets are there. Anyone may ask, so what is missing is looked up at most once a minute. */
export function secretsReadiness(secrets: Pick<Secrets, 'current'>, clock: Pick<Clock, 'now'>): Readiness {
  let known: { readonly at: Instant; readonly missing: readonly string[] } | undefined
  return {
    async missing() {
      const now = clock.now()
      if (known !== undefined && (known.missing.length === 0 || now - known.at < MINUTE)) return known.missing
      known = { at: now, missing: await missingFrom(secrets) }
      return known.missing
    },
  }
}

async function missingFrom(secrets: Pick<Secrets, 'current'>): Promise<readonly string[]> {
  try {
    await secrets.current()
    return []
  } catch (error) {
    return error instanceof MissingSecretsError
      ? error.names.map((name) => `secret ${name}: set it with npm run setup`)
      : ['secrets: they cannot be read; look at the log']
  }
}
