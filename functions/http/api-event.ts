import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { ApiKey } from '../../lib/ports/clinic-register.ts'

/** A call of the clinic API, with what the middleware has found out about it. */
export interface ApiEvent extends APIGatewayProxyEventV2 {
  /** Set by the API key middleware, never by the caller. */
  caller?: ApiKey
  /** The body, parsed but not yet checked: a CSV file as text, JSON as a value, an empty object when there was none. */
  json?: unknown
}

/** All form fields as sent, blanks included; a name that came more than once holds every value. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

/** A call by Twilio; `fields` is there once the signature has been found genuine. */
export interface WebhookEvent extends APIGatewayProxyEventV2 {
  fields?: FormFields
}

export type Answer = APIGatewayProxyStructuredResultV2
