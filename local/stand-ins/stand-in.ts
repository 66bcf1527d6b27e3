import { createServer, type IncomingHttpHeaders } from 'node:http'

/** The movable clock's time, in epoch milliseconds. Asked anew each time, never kept. */
export type VirtualNow = () => number

/** A vendor on loopback: speaks its wire protocol, and lives by a clock that somebody else moves. */
export interface StandIn {
  readonly url: string
  /** Epoch ms of the next thing that will happen by itself when the clock passes; undefined if there is none. */
  nextEventAt(): number | undefined
  /** Does everything whose time has come by the clock, oldest first, and settles when it is done. */
  runDue(): Promise<void>
  /** All state as JSON, to survive a restart. Faults that were asked for are not part of it. */
  snapshot(): unknown
  /** Takes the place of all state. @throws Error when `state` was not made by `snapshot` */
  restore(state: unknown): void
  close(): Promise<void>
}

export interface VendorCall {
  readonly method: string
  /** Without the query, still percent-encoded. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface VendorAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** A string is sent as it is, anything else as JSON; an empty body when undefined. */
  readonly body?: unknown
}

export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/**
 * Answers HTTP on 127.0.0.1. A bug in `answer` becomes a 500 that carries its message, so that the caller's test shows
 * it instead of hanging.
 * @param port 0 for any free one
 */
export async function listen(
  answer: (call: VendorCall) => VendorAnswer | Promise<VendorAnswer>,
  port = 0,
): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    const call = {
      method: request.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    const { status, headers, body } = await settled(answer, call)
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('stand-in: expected a TCP address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // SDK clients keep sockets open; without this, close would wait for their idle timeout.
        server.closeAllConnections()
      }),
  }
}

async function settled(
  answer: (call: VendorCall) => VendorAnswer | Promise<VendorAnswer>,
  call: VendorCall,
): Promise<VendorAnswer> {
  try {
    return await answer(call)
  } catch (error) {
    return { status: 500, body: { message: `stand-in failed: ${String(error)}` } }
  }
}
