import {
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler'
import { alarmPrefix } from '../../patient/alarm-name.ts'
import { pageOfSchedules } from './schedule-list.ts'

/**
 * Removes every schedule of a stage's alarms, and answers how many there were. Deleting the group would delete them too,
 * but some time later, and until then they fire.
 * @throws RangeError when the stage cannot be part of a name; the SDK's error when Scheduler refuses
 */
export async function removeStageSchedules(
  client: SchedulerClient,
  stage: string,
  group: string,
): Promise<number> {
  const names = await allSchedules(client, group, alarmPrefix(stage))
  for (const Name of names) await removeSchedule(client, { Name, GroupName: group })
  return names.length
}

/** Listed to the end before the first is removed: a cursor into a list that shrinks may pass some by. */
async function allSchedules(
  client: SchedulerClient,
  group: string,
  prefix: string,
): Promise<readonly string[]> {
  const all: string[] = []
  let cursor: string | undefined
  do {
    const page = await pageOfSchedules(client, group, prefix, cursor)
    all.push(...page.names)
    cursor = page.cursor
  } while (cursor !== undefined)
  return all
}

/** A schedule that fired has deleted itself. */
async function removeSchedule(
  client: SchedulerClient,
  schedule: { readonly Name: string; readonly GroupName: string },
): Promise<void> {
  try {
    await client.send(new DeleteScheduleCommand(schedule))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
  }
}
