import type { MiddlewareObj, Request } from '@middy/core'
import type { Log, LogFields } from '../../lib/ports/log.ts'
import { errorName } from './error-name.ts'

export interface LogRunOptions {
  readonly log: Log
}

interface Result {
  readonly statusCode?: number
}

/** STARTED and COMPLETED (or FAILED) of every run. */
export function logRun({ log }: LogRunOptions): MiddlewareObj<unknown, Result | undefined> {
  type RunRequest = Request<unknown, Result | undefined>
  const logRunBefore = ({ context }: RunRequest): void => {
    log.info('STARTED', { requestId: context.awsRequestId })
  }
  const logRunAfter = ({ event, context, response }: RunRequest): void => {
    const status: LogFields = response?.statusCode === undefined ? {} : { status: response.statusCode }
    log.info('COMPLETED', { requestId: context.awsRequestId, ...routeOf(event), ...status })
  }
  // With an answer the error has been dealt with, and logged where it was; without one the run fails.
  const logRunOnError = (request: RunRequest): void => {
    if (request.response) logRunAfter(request)
    else log.error('FAILED', { requestId: request.context.awsRequestId, error: errorName(request.error) })
  }
  return { before: logRunBefore, after: logRunAfter, onError: logRunOnError }
}

/** The pattern of the route, never the values in its path. */
const routeOf = (event: unknown): LogFields =>
  typeof event === 'object' && event !== null && 'routeKey' in event && typeof event.routeKey === 'string'
    ? { route: event.routeKey }
    : {}
