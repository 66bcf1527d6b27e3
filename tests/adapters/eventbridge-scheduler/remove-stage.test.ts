import { CreateScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeStageSchedules } from '../../../lib/adapters/eventbridge-scheduler/remove-stage.ts'
import { type SchedulerStandIn, startScheduler } from '../../../local/stand-ins/scheduler.ts'
import { awsClient } from '../../contracts/aws-client.ts'

let standIn: SchedulerStandIn
let client: SchedulerClient

beforeEach(async () => {
  standIn = await startScheduler({ now: () => Date.UTC(2026, 10, 22), invoke: async () => {} })
  client = new SchedulerClient(awsClient(standIn.url))
})
afterEach(() => standIn.close())

const create = (Name: string, GroupName: string) =>
  client.send(
    new CreateScheduleCommand({
      Name,
      GroupName,
      ScheduleExpression: 'at(2026-12-01T09:00:00)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: 'arn:aws:lambda:ap-southeast-2:123456789012:function:wake',
        RoleArn: 'arn:aws:iam::123456789012:role/alarms',
        Input: '{}',
      },
    }),
  )

it('removes all schedules of the stage’s group over all pages, and nobody else’s', async () => {
  for (let n = 0; n < 101; n += 1) await create(`alarm-prod-p-${n}`, 'alarms')
  await create('alarm-prod-p-1', 'others')

  const removed = await removeStageSchedules(client, 'prod', 'alarms')

  const { Schedules = [] } = await client.send(new ListSchedulesCommand({}))
  expect(removed).toBe(101)
  expect(Schedules.map(({ GroupName }) => GroupName)).toEqual(['others'])
})

it('finds nothing to do the second time', async () => {
  await create('alarm-prod-p-1', 'alarms')
  await removeStageSchedules(client, 'prod', 'alarms')

  expect(await removeStageSchedules(client, 'prod', 'alarms')).toBe(0)
})
