import type { MiddlewareObj, Request } from '@middy/core'
import { errorName } from './error-name.ts'

/**
 * For functions without a caller to answer. Lambda prints the message and stack of whatever a handler throws, and every
 * property of it, and they may hold a number or a text; so a fresh error with the name alone goes out, and Lambda still
 * sees a failed run. It takes the other's place and is not thrown here: middy hangs the first error on one thrown.
 */
export function bareError(): MiddlewareObj {
  const bareErrorOnError = (request: Request): void => {
    request.error = new Error(`run failed: ${errorName(request.error)}`)
  }
  return { onError: bareErrorOnError }
}
