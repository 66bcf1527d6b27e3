import { join } from 'node:path'
import type { Settings } from '../lib/settings.ts'
import { functionArn, functionOfArn } from './lambda.ts'
import { AWS_REGION, arn } from './stand-ins/aws-server.ts'
import { startDynamoDb } from './stand-ins/dynamodb.ts'
import { startEventBridge } from './stand-ins/eventbridge.ts'
import { startScheduler } from './stand-ins/scheduler.ts'
import { startSns } from './stand-ins/sns.ts'
import { startSsm } from './stand-ins/ssm.ts'
import { startTwilio, type TwilioOptions } from './stand-ins/twilio.ts'

/** The stand-ins check no AWS signature, but the SDKs will not call without a key. */
export const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

export const TWILIO = { accountSid: `AC${'0'.repeat(31)}1`, authToken: 'local-auth-token' }

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

interface EventBridgeOptions extends Pick<VendorOptions, 'now' | 'invokeAsync'> {
  /** Rules the bus may have; AWS's default when absent. */
  readonly rulesPerBus?: number
}

/** Each vendor by itself, on a free port of 127.0.0.1. */
export const startVendor = {
  dynamodb: ({ dataDir }: Pick<VendorOptions, 'dataDir'>) =>
    startDynamoDb(dataDir === undefined ? {} : { dir: join(dataDir, 'dynamodb') }),
  eventbridge: ({ now, invokeAsync, rulesPerBus: quota }: EventBridgeOptions) =>
    startEventBridge({
      now,
      invoke: (arn, input) => invokeAsync(functionOfArn(arn), input),
      ...(quota !== undefined && { quota }),
    }),
  scheduler: ({ now, invokeAsync }: Pick<VendorOptions, 'now' | 'invokeAsync'>) =>
    startScheduler({ now, invoke: (arn, input) => invokeAsync(functionOfArn(arn), input) }),
  ssm: ({ stage }: Pick<VendorOptions, 'stage'>) =>
    startSsm({
      parameters: {
        [`${secretsPath(stage)}/twilio-account-sid`]: TWILIO.accountSid,
        [`${secretsPath(stage)}/twilio-auth-token`]: TWILIO.authToken,
        // Fixed, so that numbers stored by an earlier run are found again.
        [`${secretsPath(stage)}/phone-hash-key`]: 'local-phone-hash-key',
      },
    }),
  sns: ({ now }: Pick<VendorOptions, 'now'>) => startSns({ now, topics: [CLINIC_ALERTS, OPERATOR_PAGE] }),
  twilio: (options: Pick<TwilioOptions, 'now' | 'answerAfterMs'>) => startTwilio({ ...options, ...TWILIO }),
}

export type VendorName = keyof typeof startVendor

/** Everything the service calls that is not its own. */
export async function startVendors(options: VendorOptions) {
  const dynamodb = await startVendor.dynamodb(options)
  const eventbridge = await startVendor.eventbridge(options)
  const scheduler = await startVendor.scheduler(options)
  const ssm = await startVendor.ssm(options)
  const sns = await startVendor.sns(options)
  const twilio = await startVendor.twilio({ now: options.now })
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

/** Where vendors answer, and the name of the table. */
export interface Addresses extends Readonly<Record<Exclude<VendorName, 'scheduler'>, Address>> {
  readonly dynamodb: Address & { readonly tableName: string }
  /** Needed where alarms are on it. */
  readonly scheduler?: Address
}

interface Address {
  readonly url: string
}

export const settingsFor = (
  { dynamodb, eventbridge, scheduler, ssm, sns, twilio }: Addresses,
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
    ...(scheduler && { scheduler: scheduler.url }),
    ssm: ssm.url,
    sns: sns.url,
    twilio: twilio.url,
  },
})
