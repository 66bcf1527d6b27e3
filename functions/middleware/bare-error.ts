import type { MiddlewareObj, Request } from '@middy/core'
import { errorName } from './error-name.ts'

/**
 * For functions without a caller to answer. Lambda prints the message and stack of whatever a handler throws, and they may
 * hold a number or a text; so a fresh error with the name alone goes out, and Lambda still sees a failed run.
 */
export function bareError(): MiddlewareObj {
  const bareErrorOnError = ({ error }: Request): void => {
    throw new Error(`run failed: ${errorName(error)}`, { cause: error ?? undefined })
  }
  return { onError: bareErrorOnError }
}
