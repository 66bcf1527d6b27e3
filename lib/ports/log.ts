/** The only values a log line may carry: ids, codes and numbers. No field can hold a number, a name or a body. */
export interface LogFields {
  readonly patientId?: string
  readonly clinicId?: string
  readonly textId?: string
  readonly attemptId?: string
  readonly sid?: string
  readonly outcome?: string
  readonly reason?: string
  readonly intent?: string
  readonly code?: number
  readonly status?: number
  readonly count?: number
  readonly route?: string
  readonly requestId?: string
  readonly error?: string
}

/** Log lines are codes in capitals, `TEXT_SENT`, so that they can be searched and counted. */
export interface Log {
  info(code: string, fields?: LogFields): void
  warn(code: string, fields?: LogFields): void
  error(code: string, fields?: LogFields): void
}
