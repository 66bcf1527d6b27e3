import type { EventBridgeClientConfig } from '@aws-sdk/client-eventbridge'

const TRIES = 2
const RETRY_DELAY_MS = 100

const token = (retries: number, delay: number) => ({
  getRetryCount: () => retries,
  getRetryDelay: () => delay,
})

/**
 * Options the rules' client must be made with. The SDK counts LimitExceededException as throttling and would try a full
 * account again and again, and it waits for an answer without end. Here a wake waits, and the sweep stands behind it:
 * one more try for what may pass, none for a full account.
 */
export const clientOptions = {
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  retryStrategy: {
    acquireInitialRetryToken: async () => token(0, 0),
    refreshRetryTokenForRetry: async (before, { error, errorType }) => {
      const tries = before.getRetryCount() + 1
      const passes = errorType !== 'CLIENT_ERROR' && error?.name !== 'LimitExceededException'
      if (tries >= TRIES || !passes) throw new Error('not tried again')
      return token(tries, RETRY_DELAY_MS)
    },
    recordSuccess: () => {},
  },
} as const satisfies EventBridgeClientConfig
