import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'

export const KEY = 'demo-key'

interface Call {
  readonly method?: string
  readonly path: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly base64?: boolean
}

/** A request as API Gateway's HTTP API hands it over, payload format 2.0. */
export function gatewayEvent({ method = 'GET', path, query = '', headers = {}, body, base64 = false }: Call) {
  const parameters = Object.fromEntries(new URLSearchParams(query))
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers },
    ...(query === '' ? {} : { queryStringParameters: parameters }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      domainName: 'abc.execute-api.ap-southeast-2.amazonaws.com',
      domainPrefix: 'abc',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'gateway-request',
      routeKey: '$default',
      stage: '$default',
      time: '23/Nov/2026:03:00:00 +0000',
      timeEpoch: 1795402800000,
    },
    ...(body === undefined ? {} : { body: base64 ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded: base64,
  }
  return event
}

interface ApiCall {
  readonly query?: string
  readonly key?: string | undefined
  readonly body?: unknown
  readonly raw?: string
  readonly base64?: boolean
  readonly contentType?: string
}

/** `apiEvent('POST /v1/patients', { body })`, with the demo key unless another, or `undefined`, is given. */
export function apiEvent(call: string, options: ApiCall = {}) {
  const [method = '', path = ''] = call.split(' ')
  const { query = '', body, raw, base64 = false, contentType = 'application/json' } = options
  const key = 'key' in options ? options.key : KEY
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  return gatewayEvent({
    method,
    path,
    query,
    base64,
    headers: {
      'content-type': contentType,
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    ...(text === undefined ? {} : { body: text }),
  })
}

interface WebhookCall {
  readonly path: string
  readonly query?: string
  readonly form: string
  readonly signature?: string
}

/** A form as Twilio posts it and API Gateway passes it on: base64. */
export const webhookEvent = ({ path, query = '', form, signature }: WebhookCall) =>
  gatewayEvent({
    method: 'POST',
    path,
    query,
    body: form,
    base64: true,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
    },
  })

export const CONTEXT: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'clinic-api',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-2:123456789012:function:clinic-api',
  memoryLimitInMB: '512',
  awsRequestId: 'run-1',
  logGroupName: '/aws/lambda/clinic-api',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}
