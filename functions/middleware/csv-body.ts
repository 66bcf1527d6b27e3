import type { MiddlewareObj, Request } from '@middy/core'
import type { Answer, ApiEvent } from '../http/api-event.ts'
import { bodyText, MOST_IMPORT_BYTES } from '../http/body.ts'
import { RequestProblem } from '../http/problem.ts'

/** A browser on Windows calls a CSV file after the program that opens it. */
const CSV_TYPE = /^(text\/(csv|plain)|application\/(csv|vnd\.ms-excel))\s*(;|$)/i

/** The body as the text of a CSV file. */
export function csvBody(): MiddlewareObj<ApiEvent, Answer> {
  const csvBodyBefore = ({ event }: Request<ApiEvent, Answer>): void => {
    const text = bodyText(event, MOST_IMPORT_BYTES)
    if (!CSV_TYPE.test(event.headers['content-type'] ?? ''))
      throw new RequestProblem(415, { detail: 'expected content-type text/csv' })
    event.json = text
  }
  return { before: csvBodyBefore }
}
