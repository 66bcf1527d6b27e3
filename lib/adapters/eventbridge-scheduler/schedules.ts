import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  SchedulerServiceException,
  ServiceQuotaExceededException,
  ThrottlingException,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler'
import { alarmName, alarmPrefix, patientOfAlarm } from '../../patient/alarm-name.ts'
import type { PatientId } from '../../patient/identifiers.ts'
import type { Log } from '../../ports/log.ts'
import type { ArmOutcome, PatientAlarms } from '../../ports/patient-alarms.ts'
import { atExpression } from './at-expression.ts'
import { countSchedules, pageOfSchedules } from './schedule-list.ts'

/** AWS's default per region: https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html */
const SCHEDULES_PER_REGION = 10_000_000

/**
 * A wake that comes an hour late finds what the sweep has long served, so Scheduler's own 185 tries over 24 hours would
 * only repeat harmless work.
 */
const RETRY_POLICY = { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 }

export interface EventBridgeSchedulerOptions {
  readonly client: SchedulerClient
  /** 1 to 16 letters or digits. */
  readonly stage: string
  /** The function that alarms wake, and the role by which Scheduler may invoke it. */
  readonly targetArn: string
  readonly roleArn: string
  /** The queue that takes the wakes Scheduler could not hand over. */
  readonly deadLetterArn: string
  /** The schedule group all alarms of the stage are in. */
  readonly group: string
  readonly log: Log
}

/**
 * Alarms as one-time schedules of EventBridge Scheduler, one per patient. Make the client with `clientOptions`.
 * @throws RangeError when the stage cannot be part of a schedule's name
 */
export function eventBridgeScheduler({
  client,
  stage,
  targetArn,
  roleArn,
  deadLetterArn,
  group,
  log,
}: EventBridgeSchedulerOptions): PatientAlarms {
  const prefix = alarmPrefix(stage)
  return {
    kind: 'scheduler',
    set: async ({ patientId, clinicId, at, first }) => {
      const schedule = {
        Name: alarmName(stage, patientId),
        GroupName: group,
        ScheduleExpression: atExpression(at),
        ScheduleExpressionTimezone: 'UTC',
        State: 'ENABLED',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: targetArn,
          RoleArn: roleArn,
          Input: JSON.stringify({ patientId, clinicId }),
          RetryPolicy: RETRY_POLICY,
          DeadLetterConfig: { Arn: deadLetterArn },
        },
      } as const
      try {
        await (first ? createOrUpdate(client, schedule) : updateOrCreate(client, schedule))
        return 'armed'
      } catch (error) {
        return notArmed(error, patientId, log)
      }
    },
    remove: async (patientId) => {
      const named = { Name: alarmName(stage, patientId), GroupName: group }
      await unlessAbsent(client.send(new DeleteScheduleCommand(named)))
    },
    wakes: async (patientId) => {
      const named = { Name: alarmName(stage, patientId), GroupName: group }
      const schedule = await unlessAbsent(client.send(new GetScheduleCommand(named)))
      return schedule?.Target?.Arn === targetArn
    },
    list: async (cursor) => {
      const { names, ...more } = await pageOfSchedules(client, group, prefix, cursor)
      return { patients: names.flatMap((name) => patientOfAlarm(stage, name) ?? []), ...more }
    },
    used: async () => ({ count: await countSchedules(client, group, prefix), limit: SCHEDULES_PER_REGION }),
  }
}

/** An earlier create may have gone through although its answer was lost. */
async function createOrUpdate(client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new CreateScheduleCommand(schedule))
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error
    await client.send(new UpdateScheduleCommand(schedule))
  }
}

/** A schedule that fired has deleted itself. */
async function updateOrCreate(client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new UpdateScheduleCommand(schedule))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await createOrUpdate(client, schedule)
  }
}

/** The sweep carries the patient whatever went wrong; only a full account is worth telling apart. */
function notArmed(error: unknown, patientId: PatientId, log: Log): ArmOutcome {
  if (error instanceof ServiceQuotaExceededException) return 'full'
  const ours =
    error instanceof SchedulerServiceException &&
    error.$fault === 'client' &&
    !(error instanceof ThrottlingException || error instanceof ConflictException)
  const fields = { patientId, error: error instanceof Error ? error.name : 'NotAnError' }
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
