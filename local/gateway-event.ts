import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type FunctionName, ROUTES } from '../lib/routes.ts'

/** Everything that is neither JSON nor XML nor text is binary to an HTTP API; so is a form. */
const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml)\b)/i

export interface Routed {
  readonly functionName: FunctionName
  readonly event: APIGatewayProxyEventV2
}

/**
 * A request as an HTTP API hands it to a function, payload format 2.0.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 * @param now epoch ms
 */
export function gatewayEvent(request: IncomingMessage, body: Buffer, now: number): Routed {
  const { method = 'GET', url = '/' } = request
  const [rawPath = '/', ...rest] = url.split('?')
  const rawQueryString = rest.join('?')
  const query = joined([...new URLSearchParams(rawQueryString)])
  const headers = headersOf(request)
  const cookies = request.headers.cookie?.split(/;\s*/)
  const isText = TEXT_TYPE.test(headers['content-type'] ?? '')
  const route = routeOf(method, rawPath)
  return {
    functionName: route.functionName,
    event: {
      version: '2.0',
      routeKey: route.key,
      rawPath,
      rawQueryString,
      ...(cookies !== undefined && { cookies }),
      headers,
      ...(rawQueryString !== '' && { queryStringParameters: query }),
      ...(route.parameters !== undefined && { pathParameters: route.parameters }),
      requestContext: contextOf(request, { method, path: rawPath, routeKey: route.key, now }),
      ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
      isBase64Encoded: body.length > 0 && !isText,
    },
  }
}

interface Called {
  readonly method: string
  readonly path: string
  readonly routeKey: string
  readonly now: number
}

function contextOf(request: IncomingMessage, { method, path, routeKey, now }: Called) {
  const domainName = (request.headers.host ?? 'localhost').split(':')[0] ?? 'localhost'
  return {
    accountId: 'anonymous',
    apiId: 'local',
    domainName,
    domainPrefix: domainName.split('.')[0] ?? domainName,
    http: {
      method,
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: logTime(now),
    timeEpoch: now,
  }
}

/** `12/Mar/2020:19:03:58 +0000`, as in an access log. */
function logTime(now: number): string {
  const [, day, month, year, time] = new Date(now).toUTCString().split(' ')
  return `${day}/${month}/${year}:${time} +0000`
}

/** Lower-case names; several values of one name become one with commas; cookies have a field of their own. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const given = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    name === 'cookie' ? [] : [[name, values.join(',')] as const],
  )
  const port = String(request.socket.localPort ?? '')
  return {
    ...Object.fromEntries(given),
    'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
    'x-forwarded-port': port,
    'x-forwarded-proto': 'http',
  }
}

function joined(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of pairs) {
    const before = values.get(name)
    values.set(name, before === undefined ? value : `${before},${value}`)
  }
  return Object.fromEntries(values)
}

interface MatchedRoute {
  readonly functionName: FunctionName
  readonly key: string
  readonly parameters?: Record<string, string>
}

function routeOf(method: string, path: string): MatchedRoute {
  for (const route of ROUTES) {
    const parameters = route.method === method ? match(route.path, path) : undefined
    if (parameters === undefined) continue
    return {
      functionName: route.function,
      key: `${route.method} ${route.path}`,
      ...(Object.keys(parameters).length > 0 && { parameters }),
    }
  }
  return { functionName: 'clinic-api', key: '$default' }
}

/** The path's `{parameters}`, decoded, with `{rest+}` for all that is left; undefined when it is another path. */
function match(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/')
  const given = path.split('/')
  const isGreedy = wanted.at(-1)?.endsWith('+}') === true
  if (isGreedy ? given.length < wanted.length : given.length !== wanted.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = part.endsWith('+}') ? given.slice(index).join('/') : (given[index] ?? '')
    const name = /^\{(.+?)\+?\}$/.exec(part)?.[1]
    if (name === undefined ? part !== value : value === '') return undefined
    if (name !== undefined) parameters[name] = decoded(value)
  }
  return parameters
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
