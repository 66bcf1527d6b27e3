import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { gatewayEvent } from './gateway-event.ts'

/** HTTP APIs take no more, and this is not adjustable. */
const BODY_LIMIT = 10 * 1024 * 1024

/** Answers what AWS would not see at all, such as the page; false when the request is not its own. */
export type Aside = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

export interface GatewayOptions {
  readonly now: () => number
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>
  /** Called after each request that may have changed something. */
  readonly afterwards?: () => void
  readonly port?: number
}

export interface Gateway {
  readonly url: string
  /** Asked before the functions, in the order of mounting. */
  mount(aside: Aside): void
  close(): Promise<void>
}

/**
 * The HTTP API on this machine: listens on 127.0.0.1 and runs the function that a request is for.
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const asides: Aside[] = []
  const server = createServer((request, response) => {
    answer({ ...options, asides }, request, response).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else say(response, 500, 'Internal Server Error')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('gateway: expected a TCP address')
  return {
    url: `http://localhost:${address.port}`,
    mount: (aside) => void asides.push(aside),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  options: GatewayOptions & { readonly asides: readonly Aside[] },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const aside of options.asides) if (await aside(request, response)) return
  const body = await bodyOf(request, BODY_LIMIT)
  if (body === undefined) return say(response, 413, 'Request Entity Too Large')
  const { functionName, event } = gatewayEvent(request, body, options.now())
  try {
    write(response, await options.invoke(functionName, event))
  } catch (error) {
    // As AWS does: the caller learns nothing, the operator everything.
    console.error(`${functionName} failed:`, error)
    say(response, 500, 'Internal Server Error')
  } finally {
    if (request.method !== 'GET') options.afterwards?.()
  }
}

/** The whole body; undefined when it is longer than `limit` bytes. It is read to its end even so, or nobody hears the answer. */
export async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
  }
  return length > limit ? undefined : Buffer.concat(chunks)
}

const structured = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
})

/** A function's result on the wire. One without a status code is itself the JSON body of a 200, as AWS infers it. */
function write(response: ServerResponse, result: unknown): void {
  const { data } = structured.safeParse(result)
  const { statusCode, headers, cookies, body, isBase64Encoded } = data ?? {
    statusCode: 200,
    body: JSON.stringify(result),
  }
  response.writeHead(statusCode, {
    'content-type': 'application/json',
    ...Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    ...(cookies !== undefined && { 'set-cookie': cookies }),
  })
  response.end(isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : body)
}

function say(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}
