import { nameOfField, plainMessage } from './plain-words.ts'

/** What is wrong with one field of what was sent; an empty path means all of it together. */
export interface FieldProblem {
  /** `opening.monday`, `closedDays[3]`. */
  readonly path: string
  readonly message: string
}

/** A call that did not do what was asked, in words for the reader. */
export class CallProblem extends Error {
  /** HTTP status; 0 when the service does not answer. */
  readonly status: number
  readonly errors: readonly FieldProblem[]

  constructor(status: number, message: string, errors: readonly FieldProblem[] = []) {
    super(message)
    this.status = status
    this.errors = errors
  }
}

export interface Sent {
  readonly key?: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly json?: unknown
  /** A file's text, sent as it is. */
  readonly csv?: string
}

/**
 * Calls the service that this page came from.
 * @throws CallProblem whose message is for the reader
 */
export async function call<T>(method: string, path: string, sent: Sent = {}): Promise<T> {
  const response = await answerTo(method, path, sent)
  return response.json()
}

/** Text that is no JSON. @throws CallProblem */
export async function read(path: string, key: string): Promise<string> {
  const response = await answerTo('GET', path, { key })
  return response.text()
}

async function answerTo(method: string, path: string, sent: Sent): Promise<Response> {
  const response = await fetch(path + queryOf(sent), {
    method,
    headers: headersOf(sent),
    cache: 'no-store',
    ...bodyOf(sent),
  }).catch(() => {
    throw new CallProblem(0, 'The service does not answer. Check the connection, then try again.')
  })
  if (response.ok) return response
  const answer: Problem = await response.json().catch(() => ({}))
  const errors = answer.errors?.map(({ path, message }) => ({ path, message: plainMessage(message) }))
  throw new CallProblem(response.status, problemInWords({ ...answer, errors }, response.status), errors)
}

function queryOf({ query = {} }: Sent): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

const headersOf = ({ key, json, csv }: Sent): Readonly<Record<string, string>> => ({
  ...(key !== undefined && { authorization: `Bearer ${key}` }),
  ...(json !== undefined && { 'content-type': 'application/json' }),
  ...(csv !== undefined && { 'content-type': 'text/csv' }),
})

function bodyOf({ json, csv }: Sent): { readonly body?: string } {
  if (csv !== undefined) return { body: csv }
  return json === undefined ? {} : { body: JSON.stringify(json) }
}

interface Problem {
  readonly message?: string
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly FieldProblem[] | undefined
}

function problemInWords({ message, title, detail, errors = [] }: Problem, status: number): string {
  const each = errors.map(({ path, message }) => {
    const name = nameOfField(path)
    return name === undefined ? message : `${name}: ${message}`
  })
  return each.join('; ') || detail || message || title || `The service answered ${status}.`
}

export const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error))
