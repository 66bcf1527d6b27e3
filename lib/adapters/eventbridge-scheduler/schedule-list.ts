import { ListSchedulesCommand, type SchedulerClient } from '@aws-sdk/client-scheduler'

/** One page of the names of the group's schedules that begin with `prefix`, at most 100. */
export async function pageOfSchedules(
  client: SchedulerClient,
  group: string,
  prefix: string,
  cursor: string | undefined,
): Promise<{ readonly names: readonly string[]; readonly cursor?: string }> {
  const { Schedules = [], NextToken } = await client.send(
    new ListSchedulesCommand({
      GroupName: group,
      NamePrefix: prefix,
      ...(cursor !== undefined && { NextToken: cursor }),
    }),
  )
  const names = Schedules.flatMap(({ Name }) => Name ?? [])
  return NextToken === undefined ? { names } : { names, cursor: NextToken }
}

export async function countSchedules(
  client: SchedulerClient,
  group: string,
  prefix: string,
): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await pageOfSchedules(client, group, prefix, cursor)
    count += page.names.length
    cursor = page.cursor
  } while (cursor !== undefined)
  return count
}
