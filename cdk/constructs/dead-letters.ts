import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/**
 * The two places where work can get lost: EventBridge that cannot hand an event to a function, and a function that
 * fails every try of an event it was handed. Messages hold opaque ids only.
 */
export class DeadLetters extends Construct {
  /** Events that were never handed over. */
  readonly undelivered: Queue
  /** Asynchronous runs that failed for the last time, with their error. */
  readonly failedRuns: Queue

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.undelivered = deadLetterQueue(this, 'Undelivered')
    this.failedRuns = deadLetterQueue(this, 'FailedRuns')
  }
}

function deadLetterQueue(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  const itself = 'It is a dead-letter queue itself: only an operator reads it, so no reader can fail on it.'
  acknowledge(queue, { 'AwsSolutions-SQS3': itself, 'Serverless-SQSRedrivePolicy': itself })
  return queue
}
