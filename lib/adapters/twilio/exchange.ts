import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

export interface Exchange {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
}

/**
 * One request on a connection of its own, made once and never redirected. `fetch` does the same for three times the
 * work, most of it for a client that it makes and throws away.
 *
 * One connection for each request: a function that was frozen wakes with dead ones, and a text written to such a
 * connection could not be told from one that was lost on its way back.
 * @throws Error of the system, with its `code`, when the connection does not open or breaks, and when `signal` ends it
 */
export function exchange(
  uri: string,
  { method, headers, body, signal }: Exchange,
): Promise<{ readonly statusCode: number; readonly body: string }> {
  const open = uri.startsWith('https:') ? overHttps : overHttp
  return new Promise((resolve, reject) => {
    const request = open(uri, { method, headers, signal, agent: false }, (response) => {
      const { statusCode = 0 } = response
      const answer: Buffer[] = []
      response.on('data', (chunk: Buffer) => answer.push(chunk))
      response.on('end', () => resolve({ statusCode, body: Buffer.concat(answer).toString() }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}
