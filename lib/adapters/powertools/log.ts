import { Logger } from '@aws-lambda-powertools/logger'
import type { Log, LogFields } from '../../ports/log.ts'

// TypeScript lets an object with more fields than `LogFields` pass where it is not a literal; this does not.
const ALLOWED = {
  patientId: true,
  clinicId: true,
  textId: true,
  attemptId: true,
  sid: true,
  outcome: true,
  reason: true,
  intent: true,
  code: true,
  status: true,
  count: true,
  route: true,
  requestId: true,
  error: true,
} as const satisfies Record<keyof LogFields, true>

const allowed = (fields: LogFields): LogFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(ALLOWED, name)))

/** JSON lines on standard output, the code as `message`. Events are never logged: they hold numbers and texts. */
export function powertoolsLog({ stage }: { readonly stage: string }): Log {
  const logger = new Logger({ serviceName: stage, logLevel: 'INFO' })
  return {
    info: (code, fields = {}) => logger.info(code, { ...allowed(fields) }),
    warn: (code, fields = {}) => logger.warn(code, { ...allowed(fields) }),
    error: (code, fields = {}) => logger.error(code, { ...allowed(fields) }),
  }
}
