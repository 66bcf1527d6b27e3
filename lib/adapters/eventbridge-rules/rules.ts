import {
  DeleteRuleCommand,
  type EventBridgeClient,
  EventBridgeServiceException,
  LimitExceededException,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-eventbridge'
import { alarmName, alarmPrefix, patientOfAlarm } from '../../patient/alarm-name.ts'
import type { ClinicId, PatientId } from '../../patient/identifiers.ts'
import type { Log } from '../../ports/log.ts'
import type { ArmOutcome, PatientAlarms } from '../../ports/patient-alarms.ts'
import { cronExpression } from './cron-expression.ts'
import { countRules, pageOfRules } from './rule-list.ts'

/** A rule of ours has one target, so its id need not tell anything. */
const TARGET_ID = 'wake'

/**
 * A wake that comes an hour late finds what the sweep has long served, so EventBridge's own 185 tries over 24 hours
 * would only repeat harmless work.
 */
const RETRY_POLICY = { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 }

export interface EventBridgeRulesOptions {
  readonly client: EventBridgeClient
  /** 1 to 16 letters or digits. */
  readonly stage: string
  /** The function that alarms wake. */
  readonly targetArn: string
  /** The queue that takes the wakes EventBridge could not hand over. */
  readonly deadLetterArn: string
  /** Rules the account may have on its default bus, all owners' together. */
  readonly limit: number
  readonly log: Log
}

/**
 * Alarms as EventBridge rules, one per patient. Make the client with `clientOptions`.
 * @throws RangeError when the stage cannot be part of a rule's name
 */
export function eventBridgeRules({
  client,
  stage,
  targetArn,
  deadLetterArn,
  limit,
  log,
}: EventBridgeRulesOptions): PatientAlarms {
  const prefix = alarmPrefix(stage)

  async function putTarget(rule: string, patientId: PatientId, clinicId: ClinicId): Promise<void> {
    const { FailedEntries = [] } = await client.send(
      new PutTargetsCommand({
        Rule: rule,
        Targets: [
          {
            Id: TARGET_ID,
            Arn: targetArn,
            Input: JSON.stringify({ patientId, clinicId }),
            RetryPolicy: RETRY_POLICY,
            DeadLetterConfig: { Arn: deadLetterArn },
          },
        ],
      }),
    )
    // A refused target comes with a 200. Left unnoticed, the rule would fire and wake nobody.
    const [refused] = FailedEntries
    if (refused !== undefined) throw new RefusedTargetError(refused.ErrorCode ?? 'RefusedTarget')
  }

  return {
    kind: 'rules',
    set: async ({ patientId, clinicId, at, first }) => {
      const rule = alarmName(stage, patientId)
      try {
        // State is always written: PutRule replaces, and what it means by silence is its own affair.
        await client.send(
          new PutRuleCommand({ Name: rule, ScheduleExpression: cronExpression(at), State: 'ENABLED' }),
        )
        if (first) await putTarget(rule, patientId, clinicId)
        return 'armed'
      } catch (error) {
        return notArmed(error, patientId, log)
      }
    },
    remove: async (patientId) => {
      const rule = alarmName(stage, patientId)
      await unlessAbsent(client.send(new RemoveTargetsCommand({ Rule: rule, Ids: [TARGET_ID] })))
      await unlessAbsent(client.send(new DeleteRuleCommand({ Name: rule })))
    },
    wakes: async (patientId) => {
      const listed = client.send(new ListTargetsByRuleCommand({ Rule: alarmName(stage, patientId) }))
      const targets = (await unlessAbsent(listed))?.Targets ?? []
      return targets.some(({ Arn }) => Arn === targetArn)
    },
    list: async (cursor) => {
      const { names, ...more } = await pageOfRules(client, prefix, cursor)
      return { patients: names.flatMap((name) => patientOfAlarm(stage, name) ?? []), ...more }
    },
    used: async () => ({ count: await countRules(client, prefix), limit }),
  }
}

class RefusedTargetError extends Error {
  constructor(code: string) {
    super(`EventBridge refused the target of a rule: ${code}`)
    this.name = code
  }
}

const MAY_PASS = new Set(['ThrottlingException', 'ConcurrentModificationException'])

/** The sweep carries the patient whatever went wrong; only a full account is worth telling apart. */
function notArmed(error: unknown, patientId: PatientId, log: Log): ArmOutcome {
  if (error instanceof LimitExceededException) return 'full'
  const name = error instanceof Error ? error.name : 'NotAnError'
  const ours =
    error instanceof EventBridgeServiceException && error.$fault === 'client' && !MAY_PASS.has(name)
  const fields = { patientId, error: name }
  if (ours) log.error('ALARM_SET_FAILED', fields)
  else log.warn('ALARM_SET_FAILED', fields)
  return 'unavailable'
}

/** The answer; undefined when what the call is about does not exist. */
async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}
