import { HOUR, MINUTE, SECOND } from '../../../lib/time/instant.ts'

/**
 * What the vendors publish, as far as it can bind when many patients are due at once. Read 2026-11-22.
 *
 * EventBridge: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 * Scheduler: https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html
 * Lambda: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 * DynamoDB: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html
 * Twilio: https://www.twilio.com/docs/api/errors/21611.md
 */
export const PUBLISHED = {
  rules: {
    alarms: 300,
    /** All calls but PutEvents, of account and region together. */
    callsPerSecond: 50,
    /** Sydney's; the largest regions have eight times as much. */
    firesPerSecond: 2250,
  },
  scheduler: { alarms: 10_000_000, callsPerSecond: 5000, firesPerSecond: 1000 },
  /** An event that finds no room comes again after 1 s, then ever later. */
  throttledAgain: { first: SECOND, longest: 5 * MINUTE },
  /** An event whose run failed. */
  failedAgain: [MINUTE, 2 * MINUTE],
  /** As the stack sets it. */
  eventLives: HOUR,
  partitionWritesPerSecond: 1000,
  /** A sender's queue holds what it can send in this time; what does not fit is refused. */
  senderQueue: 10 * HOUR,
} as const

/** What no vendor publishes: taken on the slow side of what users report. */
export const ASSUMED = {
  /** Requests of one account that Twilio works on at once; more are refused. */
  twilioAtOnce: 100,
  twilioTakes: { low: 80, high: 220 },
  eventBridgeTakes: { low: 20, high: 60 },
  /** Until a function that was not running serves its first event. */
  coldStart: 700,
  /** From a text's turn until its carrier has it, and until her phone has it. */
  carrierTakes: SECOND,
  carrierDelivers: 4 * SECOND,
} as const
