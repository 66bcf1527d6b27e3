import type { MiddlewareObj, Request } from '@middy/core'
import type { Answer, ApiEvent } from '../http/api-event.ts'
import { bodyText } from '../http/body.ts'
import { RequestProblem } from '../http/problem.ts'

const JSON_TYPE = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i
// V8 names the place as `at position 17` or `(line 2 column 5)`; the rest of its message quotes the body.
const PLACE = /position \d+|line \d+ column \d+/

/** The body as JSON; an empty body counts as an empty object, so that what is missing can be named. */
export function jsonBody(): MiddlewareObj<ApiEvent, Answer> {
  const jsonBodyBefore = ({ event }: Request<ApiEvent, Answer>): void => {
    const text = bodyText(event)
    event.json = {}
    if (text.trim() === '') return
    const type = event.headers['content-type']
    if (type !== undefined && !JSON_TYPE.test(type)) {
      throw new RequestProblem(415, { detail: 'expected content-type application/json' })
    }
    event.json = parsedJson(text)
  }
  return { before: jsonBodyBefore }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text, wholeCharacters)
  } catch (cause) {
    if (cause instanceof RequestProblem) throw cause
    const place = cause instanceof SyntaxError ? PLACE.exec(cause.message)?.[0] : undefined
    const where = place === undefined ? 'it ends too early or is no JSON at all' : `it breaks at ${place}`
    throw new RequestProblem(400, { detail: `the body is not JSON: ${where}`, cause })
  }
}

/** A lone `\ud83d` is no character: a store may refuse it or give back another, and a repeat would then seem different. */
function wholeCharacters(name: string, value: unknown): unknown {
  if (name.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value
  throw new RequestProblem(400, { detail: 'the body holds half a character: a surrogate without its pair' })
}
