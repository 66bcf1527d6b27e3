/** Environment variables of the functions: names, meaning and parsing, shared with the stack that sets them. */
export const SETTING = {
  stage: 'STAGE',
  tableName: 'TABLE_NAME',
  publicUrl: 'PUBLIC_URL',
  alarms: 'ALARMS',
  alarmTargetArn: 'ALARM_TARGET_ARN',
  alarmDeadLetterArn: 'ALARM_DEAD_LETTER_ARN',
  alarmRoleArn: 'ALARM_ROLE_ARN',
  alarmGroup: 'ALARM_GROUP',
  alarmLimit: 'ALARM_LIMIT',
  secretsPath: 'SECRETS_PATH',
  clinicAlertsTopicArn: 'CLINIC_ALERTS_TOPIC_ARN',
  operatorPageTopicArn: 'OPERATOR_PAGE_TOPIC_ARN',
  twilioBaseUrl: 'TWILIO_BASE_URL',
} as const

/**
 * Seconds each function may run, always below the patience of whoever calls it: 29 of an HTTP API's integration, 15 of
 * Twilio's webhooks, the minute between two sweeps. A wake has no caller that waits; it claims for 10 seconds.
 */
export const TIMEOUT_SECONDS = {
  'clinic-api': 28,
  'import-patients': 28,
  'send-due-texts': 30,
  'receive-reply': 14,
  'record-delivery': 14,
  sweep: 55,
  'console-pages': 10,
} as const

/** Where vendors answer. Absent in AWS, where the SDKs know; set where stand-ins answer instead. */
export interface Endpoints {
  readonly dynamodb?: string
  readonly eventbridge?: string
  readonly scheduler?: string
  readonly ssm?: string
  readonly sns?: string
  readonly twilio?: string
}

export interface Settings {
  /** Part of every alarm's name, so that stages in one account stay apart. */
  readonly stage: string
  readonly tableName: string
  /** Base of the webhook addresses exactly as configured at Twilio, without a trailing slash. */
  readonly publicUrl: string
  readonly alarms: 'rules' | 'scheduler'
  /** The function that alarms wake. */
  readonly alarmTargetArn: string
  /** The queue that takes the wakes an alarm could not hand over. */
  readonly alarmDeadLetterArn: string
  /** Scheduler only: the role that may invoke it, and the schedule group. */
  readonly alarmRoleArn: string
  readonly alarmGroup: string
  /** Rules the account may have, 300 by default. */
  readonly alarmLimit: number
  /** SSM path under which the secrets stand. */
  readonly secretsPath: string
  /** SNS topics: clinics' e-mail, filtered by clinic; operators who are paged. */
  readonly clinicAlertsTopicArn: string
  readonly operatorPageTopicArn: string
  readonly region: string
  readonly endpoints: Endpoints
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings of a deployed function.
 * @throws Error naming every variable that is missing or wrong, with what is allowed
 */
export function readSettings(environment: Environment = process.env): Settings {
  const wrong: string[] = []
  const text = (name: string): string => {
    const value = environment[name] ?? ''
    if (value === '') wrong.push(`${name} is missing`)
    return value
  }
  const alarms = text(SETTING.alarms)
  if (alarms !== 'rules' && alarms !== 'scheduler')
    wrong.push(`${SETTING.alarms} "${alarms}": expected rules or scheduler`)
  const limit = Number(environment[SETTING.alarmLimit] ?? '300')
  if (!Number.isInteger(limit) || limit < 1)
    wrong.push(`${SETTING.alarmLimit} "${limit}": expected a whole number above 0`)
  const settings: Settings = {
    stage: text(SETTING.stage),
    tableName: text(SETTING.tableName),
    publicUrl: text(SETTING.publicUrl),
    alarms: alarms === 'scheduler' ? 'scheduler' : 'rules',
    alarmTargetArn: text(SETTING.alarmTargetArn),
    alarmDeadLetterArn: text(SETTING.alarmDeadLetterArn),
    alarmRoleArn: alarms === 'scheduler' ? text(SETTING.alarmRoleArn) : '',
    alarmGroup: alarms === 'scheduler' ? text(SETTING.alarmGroup) : '',
    alarmLimit: limit,
    secretsPath: text(SETTING.secretsPath),
    clinicAlertsTopicArn: text(SETTING.clinicAlertsTopicArn),
    operatorPageTopicArn: text(SETTING.operatorPageTopicArn),
    region: text('AWS_REGION'),
    endpoints: endpointsIn(environment),
  }
  if (wrong.length > 0) throw new Error(`settings: ${wrong.join('; ')}`)
  return settings
}

/** AWS's own endpoint variables, plus one for Twilio, whose client has none. */
function endpointsIn(environment: Environment): Endpoints {
  const variables = {
    dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
    eventbridge: 'AWS_ENDPOINT_URL_EVENTBRIDGE',
    scheduler: 'AWS_ENDPOINT_URL_SCHEDULER',
    ssm: 'AWS_ENDPOINT_URL_SSM',
    sns: 'AWS_ENDPOINT_URL_SNS',
    twilio: SETTING.twilioBaseUrl,
  } as const
  const entries = Object.entries(variables).flatMap(([key, name]) => {
    const url = environment[name] ?? (key === 'twilio' ? undefined : environment.AWS_ENDPOINT_URL)
    return url === undefined ? [] : [[key, url] as const]
  })
  return Object.fromEntries(entries)
}
