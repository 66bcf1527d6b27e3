import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { TWILIO } from '../../vendors.ts'
import { API_KEY, PUBLIC_URL } from './stage.ts'

interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** A call as an HTTP API hands it to a function, as far as ours look at it. */
const httpEvent = ({ method, path, query = '', headers, body }: Call) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  ...(query !== '' && { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
  headers,
  requestContext: { http: { method, path }, routeKey: '$default' },
  ...(body !== undefined && { body }),
  isBase64Encoded: false,
})

export const apiCall = (method: Call['method'], path: string, body?: unknown) =>
  httpEvent({
    method,
    path,
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

export const csvCall = (path: string, query: string, body: string) =>
  httpEvent({
    method: 'POST',
    path,
    query,
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'text/csv' },
    body,
  })

/** Twilio's call of a webhook of ours, signed as it signs. @param pathAndQuery as configured, without the host */
export function webhookCall(pathAndQuery: string, fields: Readonly<Record<string, string>>) {
  const [path = '', query = ''] = pathAndQuery.split('?')
  const signature = getExpectedTwilioSignature(TWILIO.authToken, `${PUBLIC_URL}${pathAndQuery}`, {
    ...fields,
  })
  return httpEvent({
    method: 'POST',
    path,
    query,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
    },
    body: new URLSearchParams(fields).toString(),
  })
}
