import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Answer } from '../http/api-event.ts'
import { builtFiles } from '../pages/built-files.ts'
import { pageHeaders } from '../pages/page-headers.ts'

/** Pages by their address; all other files go by their own. */
const PAGES = new Map([
  ['/', '/index.html'],
  ['/docs', '/docs.html'],
])

const NOT_THERE: Answer = {
  statusCode: 404,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({ title: 'Not found', status: 404, detail: 'there is nothing at this path' }),
}

/** Called by AWS: the console and the documentation of the API, as the build left them in `folder`. */
export function makeConsolePages(folder: string) {
  // Listed once per cold start, at the first request.
  let fileAt: ReturnType<typeof builtFiles> | undefined
  return async ({ rawPath, headers }: APIGatewayProxyEventV2): Promise<Answer> => {
    fileAt ??= builtFiles(folder)
    const file = fileAt(PAGES.get(rawPath) ?? rawPath)
    if (file === undefined) return NOT_THERE
    const packed = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
    return {
      statusCode: 200,
      headers: {
        ...pageHeaders(rawPath),
        'content-type': file.type,
        ...(packed && { 'content-encoding': 'gzip' }),
      },
      body: (packed ? file.gzipped : file.plain).toString('base64'),
      isBase64Encoded: true,
    }
  }
}
