import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Listening, VendorCall } from './stand-in.ts'
import type { ApiOutcome } from './twilio-api.ts'

/** Answers HTTP on 127.0.0.1 and can also break a connection or leave it hanging. `port` 0 for any free one. */
export async function listenFaulty(
  answer: (call: VendorCall) => ApiOutcome,
  { port, answerAfterMs }: { readonly port: number; readonly answerAfterMs: number },
): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const outcome = answer(await callOf(request))
    if (answerAfterMs > 0) await sleep(answerAfterMs)
    if (outcome === 'reset') request.socket.resetAndDestroy()
    else if (outcome !== 'hang') respond(response, outcome.status, outcome.body)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('twilio: expected a TCP address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function callOf(request: IncomingMessage): Promise<VendorCall> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function respond(response: ServerResponse, status: number, body?: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body && JSON.stringify(body))
}
