import { PROCESS_ENVIRONMENT } from '../../cdk/constructs/process-environment.ts'
import { SETTING, type Settings } from '../../lib/settings.ts'
import { CREDENTIALS } from '../vendors.ts'

/** The environment in which a deployed function runs with these settings, and nothing of this process's own. */
export function environmentOf(settings: Settings): Readonly<Record<string, string>> {
  const { endpoints } = settings
  return {
    ...PROCESS_ENVIRONMENT,
    [SETTING.stage]: settings.stage,
    [SETTING.tableName]: settings.tableName,
    [SETTING.publicUrl]: settings.publicUrl,
    [SETTING.alarms]: settings.alarms,
    [SETTING.alarmTargetArn]: settings.alarmTargetArn,
    [SETTING.alarmDeadLetterArn]: settings.alarmDeadLetterArn,
    [SETTING.secretsPath]: settings.secretsPath,
    [SETTING.clinicAlertsTopicArn]: settings.clinicAlertsTopicArn,
    [SETTING.operatorPageTopicArn]: settings.operatorPageTopicArn,
    AWS_REGION: settings.region,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb ?? '',
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.eventbridge ?? '',
    AWS_ENDPOINT_URL_SSM: endpoints.ssm ?? '',
    AWS_ENDPOINT_URL_SNS: endpoints.sns ?? '',
    [SETTING.twilioBaseUrl]: endpoints.twilio ?? '',
  }
}
