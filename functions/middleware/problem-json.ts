import type { MiddlewareObj, Request } from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Log } from '../../lib/ports/log.ts'
import { NOT_STORED } from '../http/answer.ts'
import type { Answer } from '../http/api-event.ts'
import { RequestProblem } from '../http/problem.ts'
import { errorName } from './error-name.ts'

export interface ProblemJsonOptions {
  readonly log: Log
}

/**
 * The one place where an error becomes an HTTP answer (RFC 9457). Only what a `RequestProblem` says leaves; of any other
 * error the caller learns nothing and the log its name, because a message may hold a number or a text.
 */
export function problemJson({ log }: ProblemJsonOptions): MiddlewareObj<APIGatewayProxyEventV2, Answer> {
  const problemJsonOnError = (request: Request<APIGatewayProxyEventV2, Answer>): void => {
    const { error, context } = request
    const problem =
      error instanceof RequestProblem ? error : new RequestProblem(500, { cause: error ?? undefined })
    if (problem !== error)
      log.error('REQUEST_FAILED', { requestId: context.awsRequestId, error: errorName(error) })
    request.response = answerTo(problem)
  }
  return { onError: problemJsonOnError }
}

const answerTo = ({ status, title, detail, errors, headers }: RequestProblem): Answer => ({
  statusCode: status,
  headers: { ...NOT_STORED, ...headers, 'content-type': 'application/problem+json' },
  body: JSON.stringify({
    type: 'about:blank',
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors.length === 0 ? {} : { errors }),
  }),
})
