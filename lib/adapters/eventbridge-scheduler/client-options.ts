import type { SchedulerClientConfig } from '@aws-sdk/client-scheduler'

/** Options the scheduler's client must be made with: the SDK waits for an answer without end, and here a wake waits. */
export const clientOptions = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
} as const satisfies SchedulerClientConfig
