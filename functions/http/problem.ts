import type { Outcome, Problem } from '../../lib/care/outcome.ts'

const TITLES = {
  400: 'Bad request',
  401: 'No valid API key',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Body too large',
  415: 'Wrong content type',
  422: 'Not acceptable as it stands',
  500: 'Internal error',
} as const

export type ProblemStatus = keyof typeof TITLES

interface Details {
  readonly detail?: string
  readonly errors?: readonly Problem[]
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** The caller's fault, or a bug wrapped so that nothing of it shows; becomes `application/problem+json` at the edge. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem'
  readonly status: ProblemStatus
  readonly title: string
  readonly detail: string | undefined
  readonly errors: readonly Problem[]
  readonly headers: Readonly<Record<string, string>>

  constructor(status: ProblemStatus, { detail, errors = [], headers = {}, cause }: Details = {}) {
    super(TITLES[status], { cause })
    this.status = status
    this.title = TITLES[status]
    this.detail = detail
    this.errors = errors
    this.headers = headers
  }
}

/** The same answer whether a patient is another clinic's or nobody's. */
export const noSuchPatient = (): RequestProblem =>
  new RequestProblem(404, {
    detail: 'this clinic has no such patient, course, injection, escalation or task',
  })

/**
 * The value of a command that was done.
 * @throws RequestProblem 404, 409 or 422 for every other way it can end
 */
export function doneValue<T>(outcome: Outcome<T>): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value
    case 'not-found':
      throw noSuchPatient()
    case 'invalid':
      throw new RequestProblem(422, { errors: outcome.problems })
    case 'conflict':
      throw new RequestProblem(409, { errors: outcome.problems })
  }
}
