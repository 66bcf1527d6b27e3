import type { MiddlewareObj, Request } from '@middy/core'
import type { Metrics } from '../../lib/ports/metrics.ts'
import type { WebhookSignatures } from '../../lib/ports/webhook-signatures.ts'
import type { Answer, WebhookEvent } from '../http/api-event.ts'
import { bodyText } from '../http/body.ts'
import { formFields } from '../http/form-fields.ts'
import { RequestProblem } from '../http/problem.ts'

export interface TwilioSignatureOptions {
  readonly signatures: WebhookSignatures
  readonly metrics: Metrics
}

/**
 * Lets only Twilio's calls through. It must come before anything that reads or changes a field: the signature covers all
 * of them as sent. The host is the configured one, whatever the request says, so only path and query are passed on.
 */
export function twilioSignature({
  signatures,
  metrics,
}: TwilioSignatureOptions): MiddlewareObj<WebhookEvent, Answer> {
  const twilioSignatureBefore = async ({ event }: Request<WebhookEvent, Answer>): Promise<void> => {
    const fields = formFields(bodyText(event))
    const signature = event.headers['x-twilio-signature'] ?? ''
    const genuine = signature !== '' && (await signatures.isGenuine(pathAndQuery(event), fields, signature))
    if (!genuine) {
      metrics.add('InboundRejected', 1)
      throw new RequestProblem(403, { detail: 'only calls signed by Twilio are accepted here' })
    }
    event.fields = fields
  }
  return { before: twilioSignatureBefore }
}

const pathAndQuery = ({ rawPath, rawQueryString }: WebhookEvent): string =>
  rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`
