import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { clientOptions as rulesClientOptions } from '../../lib/adapters/eventbridge-rules/client-options.ts'
import { eventBridgeRules } from '../../lib/adapters/eventbridge-rules/rules.ts'
import { clientOptions as schedulerClientOptions } from '../../lib/adapters/eventbridge-scheduler/client-options.ts'
import { eventBridgeScheduler } from '../../lib/adapters/eventbridge-scheduler/schedules.ts'
import { startEventBridge } from '../../local/stand-ins/eventbridge.ts'
import { startScheduler } from '../../local/stand-ins/scheduler.ts'
import { awsClient } from './aws-client.ts'
import { patientAlarmsContract } from './patient-alarms.ts'

const TARGET_ARN = 'arn:aws:lambda:ap-southeast-2:123456789012:function:wake'
const DEAD_LETTER_ARN = 'arn:aws:sqs:ap-southeast-2:123456789012:dead-letters'
const ROLE_ARN = 'arn:aws:iam::123456789012:role/wake'

patientAlarmsContract('EventBridge rules', async (options) => {
  const standIn = await startEventBridge(options)
  const client = new EventBridgeClient({ ...awsClient(standIn.url), ...rulesClientOptions })
  return {
    standIn,
    alarms: (log, targetArn = TARGET_ARN) =>
      eventBridgeRules({
        client,
        stage: 'test',
        targetArn,
        deadLetterArn: DEAD_LETTER_ARN,
        limit: options.quota,
        log,
      }),
  }
})

patientAlarmsContract('EventBridge Scheduler', async (options) => {
  const standIn = await startScheduler({ ...options, groups: ['alarms'] })
  const client = new SchedulerClient({ ...awsClient(standIn.url), ...schedulerClientOptions })
  return {
    standIn,
    alarms: (log, targetArn = TARGET_ARN) =>
      eventBridgeScheduler({
        client,
        stage: 'test',
        targetArn,
        deadLetterArn: DEAD_LETTER_ARN,
        roleArn: ROLE_ARN,
        group: 'alarms',
        log,
      }),
  }
})
