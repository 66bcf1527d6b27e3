import { join } from 'node:path'
import type { Settings } from '../lib/settings.ts'
import { functionArn, functionOfArn } from './lambda.ts'
import { AWS_REGION, arn } from './stand-ins/aws-server.ts'
import { startDynamoDb } from './stand-ins/dynamodb.ts'
import { startEventBridge } from './stand-ins/eventbridge.ts'
import { startScheduler } from './stand-ins/scheduler.ts'
import { startSns } from './stand-ins/sns.ts'
import { startSsm } from './stand-ins/ssm.ts'
import { startTwilio } from './stand-ins/twilio.ts'

/** The stand-ins check no AWS signature, but the SDKs will not call without a key. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

const TWILIO = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'local-auth-token' }

export interface VendorOptions {
  readonly now: () => number
  readonly invokeAsync: (functionName: string, json: string) => Promise<void>
  readonly stage: string
  readonly dataDir?: string | undefined
}

const CLINIC_ALERTS = arn('sns', 'clinic-alerts')
const OPERATOR_PAGE = arn('sns', 'operator-page')

export type Vendors = Awaited<ReturnType<typeof startVendors>>

const secretsPath = (stage: string): string => `/sij-texts/${stage}`

/** Everything the service calls that is not its own, each on a free port of 127.0.0.1. */
export async function startVendors({ now, invokeAsync, stage, dataDir }: VendorOptions) {
  const invoke = (targetArn: string, input: string) => invokeAsync(functionOfArn(targetArn), input)
  const path = secretsPath(stage)
  const dynamodb = await startDynamoDb(dataDir === undefined ? {} : { dir: join(dataDir, 'dynamodb') })
  const eventbridge = await startEventBridge({ now, invoke })
  const scheduler = await startScheduler({ now, invoke })
  const ssm = await startSsm({
    parameters: {
      [`${path}/twilio-account-sid`]: TWILIO.accountSid,
      [`${path}/twilio-auth-token`]: TWILIO.authToken,
      // Fixed, so that numbers stored by an earlier run are found again.
      [`${path}/phone-hash-key`]: 'local-phone-hash-key',
    },
  })
  const sns = await startSns({ now, topics: [CLINIC_ALERTS, OPERATOR_PAGE] })
  const twilio = await startTwilio({ now, ...TWILIO })
  const all = [dynamodb, eventbridge, scheduler, ssm, sns, twilio]
  return {
    dynamodb,
    eventbridge,
    scheduler,
    twilio,
    ssm,
    sns,
    close: async () => void (await Promise.all(all.map((vendor) => vendor.close()))),
  }
}

export const settingsFor = (
  { dynamodb, eventbridge, scheduler, ssm, sns, twilio }: Vendors,
  { stage, alarms, publicUrl }: Pick<Settings, 'stage' | 'alarms' | 'publicUrl'>,
): Settings => ({
  stage,
  tableName: dynamodb.tableName,
  publicUrl,
  alarms,
  alarmTargetArn: functionArn('send-due-texts'),
  alarmDeadLetterArn: arn('sqs', 'dead-letters'),
  alarmRoleArn: arn('iam', 'role/alarms'),
  alarmGroup: 'alarms',
  alarmLimit: 300,
  secretsPath: secretsPath(stage),
  clinicAlertsTopicArn: CLINIC_ALERTS,
  operatorPageTopicArn: OPERATOR_PAGE,
  region: AWS_REGION,
  endpoints: {
    dynamodb: dynamodb.url,
    eventbridge: eventbridge.url,
    scheduler: scheduler.url,
    ssm: ssm.url,
    sns: sns.url,
    twilio: twilio.url,
  },
})
