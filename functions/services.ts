import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import { dynamoClinicRegister } from '../lib/adapters/dynamodb/clinic-register.ts'
import { dynamoDailyMarks } from '../lib/adapters/dynamodb/daily-marks.ts'
import { dynamoEvidence } from '../lib/adapters/dynamodb/evidence.ts'
import { dynamoDocuments } from '../lib/adapters/dynamodb/items.ts'
import { dynamoPatientStore } from '../lib/adapters/dynamodb/patient-store.ts'
import { dynamoPhoneBook } from '../lib/adapters/dynamodb/phone-book.ts'
import { dynamoReplans } from '../lib/adapters/dynamodb/replans.ts'
import { dynamoSenderBreakers } from '../lib/adapters/dynamodb/sender-breakers.ts'
import { clientOptions as rulesClientOptions } from '../lib/adapters/eventbridge-rules/client-options.ts'
import { removeStageRules } from '../lib/adapters/eventbridge-rules/remove-stage.ts'
import { eventBridgeRules } from '../lib/adapters/eventbridge-rules/rules.ts'
import { clientOptions as schedulerClientOptions } from '../lib/adapters/eventbridge-scheduler/client-options.ts'
import { removeStageSchedules } from '../lib/adapters/eventbridge-scheduler/remove-stage.ts'
import { eventBridgeScheduler } from '../lib/adapters/eventbridge-scheduler/schedules.ts'
import { powertoolsLog } from '../lib/adapters/powertools/log.ts'
import { powertoolsMetrics } from '../lib/adapters/powertools/metrics.ts'
import { snsStaffAlerts } from '../lib/adapters/sns/staff-alerts.ts'
import { ssmParameters } from '../lib/adapters/ssm/parameters.ts'
import { secretsReadiness } from '../lib/adapters/ssm/readiness.ts'
import { ssmSecrets } from '../lib/adapters/ssm/secrets.ts'
import { systemClock } from '../lib/adapters/system/clock.ts'
import { randomIdentities } from '../lib/adapters/system/identities.ts'
import { twilioSignatures } from '../lib/adapters/twilio/signatures.ts'
import { twilioTexting } from '../lib/adapters/twilio/texting.ts'
import type { Services } from '../lib/care/services.ts'
import type { Clock } from '../lib/ports/clock.ts'
import type { Log } from '../lib/ports/log.ts'
import type { Metrics } from '../lib/ports/metrics.ts'
import type { PatientAlarms } from '../lib/ports/patient-alarms.ts'
import type { StaffAlerts } from '../lib/ports/staff-alerts.ts'
import type { Settings } from '../lib/settings.ts'
import type { AlarmRemoval } from './handlers/remove-alarms.ts'

/** What differs off AWS: a clock that can jump, no role to take credentials from, nobody to collect log lines. */
export interface Parts {
  readonly clock?: Clock
  readonly log?: Log
  readonly metrics?: Metrics
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/** The SDK's own defaults wait for an answer without end; a function has seconds. */
const PATIENCE = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1000,
    requestTimeout: 3000,
    throwOnRequestTimeout: true,
    // An answer that begins and never ends.
    socketTimeout: 3000,
  },
} as const

/** The composition root: the one file that knows which adapter stands behind which port. */
export function servicesFrom(settings: Settings, parts: Parts = {}): Services {
  const { publicUrl, stage, tableName, endpoints } = settings
  const {
    clock = systemClock,
    log = powertoolsLog({ stage }),
    metrics = powertoolsMetrics({ stage }),
  } = parts
  const documents = dynamoDocuments(access(settings, parts, endpoints.dynamodb))
  const parameters = ssmParameters({ ...PATIENCE, ...access(settings, parts, endpoints.ssm) })
  const secrets = ssmSecrets({ parameters, path: settings.secretsPath, clock })
  const table = { documents, tableName }
  const twilio = endpoints.twilio === undefined ? {} : { baseUrl: endpoints.twilio }
  return {
    clock,
    identities: randomIdentities,
    patients: dynamoPatientStore(table),
    evidence: dynamoEvidence(table),
    phones: dynamoPhoneBook({ ...table, secrets }),
    clinics: dynamoClinicRegister(table),
    breakers: dynamoSenderBreakers(table),
    dailyMarks: dynamoDailyMarks(table),
    replans: dynamoReplans(table),
    ...alarmsFrom(settings, parts, log),
    texting: twilioTexting({ secrets, publicUrl, ...twilio }),
    signatures: twilioSignatures({ secrets, publicUrl }),
    alerts: staffAlertsFrom(settings, parts, log),
    readiness: secretsReadiness(secrets, clock),
    log,
    metrics,
  }
}

function staffAlertsFrom(settings: Settings, parts: Parts, log: Log): StaffAlerts {
  const { clinicAlertsTopicArn: clinicTopicArn, operatorPageTopicArn: pageTopicArn, endpoints } = settings
  const to = access(settings, parts, endpoints.sns)
  return snsStaffAlerts({ ...PATIENCE, ...to, clinicTopicArn, pageTopicArn, log })
}

/**
 * The alarms in use. A service on Scheduler may have rules from before, which the daily pass removes; one on rules has no
 * schedules left, because they went with their group.
 */
function alarmsFrom(
  settings: Settings,
  parts: Parts,
  log: Log,
): { readonly alarms: PatientAlarms; readonly formerAlarms?: PatientAlarms } {
  const rules = rulesFrom(settings, parts, log)
  return settings.alarms === 'rules'
    ? { alarms: rules }
    : { alarms: schedulesFrom(settings, parts, log), formerAlarms: rules }
}

const sharedBy = ({ stage, alarmTargetArn: targetArn, alarmDeadLetterArn: deadLetterArn }: Settings) => ({
  stage,
  targetArn,
  deadLetterArn,
})

function rulesFrom(settings: Settings, parts: Parts, log: Log): PatientAlarms {
  const to = access(settings, parts, settings.endpoints.eventbridge)
  const client = new EventBridgeClient({ ...rulesClientOptions, ...to })
  return eventBridgeRules({ ...sharedBy(settings), client, limit: settings.alarmLimit, log })
}

function schedulesFrom(settings: Settings, parts: Parts, log: Log): PatientAlarms {
  const to = access(settings, parts, settings.endpoints.scheduler)
  const client = new SchedulerClient({ ...schedulerClientOptions, ...to })
  const { alarmRoleArn: roleArn, alarmGroup: group } = settings
  return eventBridgeScheduler({ ...sharedBy(settings), client, roleArn, group, log })
}

const access = ({ region }: Settings, { credentials }: Parts, endpoint: string | undefined) => ({
  region,
  ...(endpoint === undefined ? {} : { endpoint }),
  ...(credentials === undefined ? {} : { credentials }),
})

/** For the function that cleans up behind a deleted stack. It has no settings: CloudFormation tells it what to remove. */
export function alarmRemoval(): AlarmRemoval {
  const rules = new EventBridgeClient({})
  const schedules = new SchedulerClient({})
  return {
    removeRules: (stage) => removeStageRules(rules, stage),
    removeSchedules: (stage, group) => removeStageSchedules(schedules, stage, group),
    log: powertoolsLog({ stage: 'remove-alarms' }),
  }
}
