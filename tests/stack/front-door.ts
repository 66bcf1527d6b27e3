import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/**
 * The public address of a deployment, known before it exists, as a custom domain is. It passes calls on to the API that
 * CloudFormation made, whose own address no resolver knows.
 */
export interface FrontDoor {
  readonly url: string
  /** `https://<id>.execute-api...`, as the stack's output names it. */
  leadTo(apiUrl: string, gatewayUrl: string): void
  close(): void
}

export async function openFrontDoor(): Promise<FrontDoor> {
  let base: string | undefined
  const server = createServer((incoming, outgoing) => pass(base, incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('front door: expected a TCP address')
  return {
    url: `http://127.0.0.1:${address.port}`,
    leadTo(apiUrl, gatewayUrl) {
      const [id] = new URL(apiUrl).hostname.split('.')
      base = `${gatewayUrl}/_aws/execute-api/${id}/$default`
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function pass(base: string | undefined, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (base === undefined) return void outgoing.writeHead(503).end()
  const { host: _, ...headers } = incoming.headers
  const onward = request(`${base}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.once('error', () => outgoing.writeHead(502).end())
  incoming.pipe(onward)
}
