import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge'
import { functionArn } from './lambda.ts'
import { AWS_REGION } from './stand-ins/aws-server.ts'

export const SWEEP_RULE = 'sweep'

/** The one rule that the stack makes in AWS: the sweep, every minute. */
export async function putSweepRule(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new EventBridgeClient({ endpoint, region: AWS_REGION, credentials })
  try {
    await client.send(
      new PutRuleCommand({ Name: SWEEP_RULE, ScheduleExpression: 'rate(1 minute)', State: 'ENABLED' }),
    )
    await client.send(
      new PutTargetsCommand({ Rule: SWEEP_RULE, Targets: [{ Id: 'sweep', Arn: functionArn('sweep') }] }),
    )
  } finally {
    client.destroy()
  }
}
