import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import type { Secrets, SecretValues } from '../../ports/secrets.ts'
import type { WebhookSignatures } from '../../ports/webhook-signatures.ts'

export interface TwilioSignaturesOptions {
  readonly secrets: Secrets
  /** Base of our webhook addresses as configured at Twilio, without a trailing slash. */
  readonly publicUrl: string
}

/**
 * Twilio signs the address as it was configured, so it is put together from the setting and never from what a gateway
 * says about host or protocol. A malformed call is not genuine; only secrets that cannot be read throw, so that
 * Twilio tries again.
 */
export function twilioSignatures({ secrets, publicUrl }: TwilioSignaturesOptions): WebhookSignatures {
  return {
    async isGenuine(pathAndQuery, fields, signature) {
      const [signed = ''] = `${publicUrl}${pathAndQuery}`.split('#')
      const isSigned = (values: SecretValues): boolean =>
        tokensOf(values).some((token) => matches(token, signature, signed, fields))
      return isSigned(await secrets.current()) || isSigned(await secrets.refreshed())
    },
  }
}

/** An empty token would let anybody sign. */
const tokensOf = ({ twilioAuthToken, twilioNextAuthToken = '' }: SecretValues): readonly string[] =>
  [twilioAuthToken, twilioNextAuthToken].filter((token) => token !== '')

function matches(token: string, signature: string, url: string, fields: object): boolean {
  try {
    return validateRequest(token, signature, url, { ...fields })
  } catch {
    // An address that is no URL.
    return false
  }
}
