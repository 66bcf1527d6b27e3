import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SchedulerStandIn, startScheduler } from '../../../local/stand-ins/scheduler.ts'
import { awsClient } from '../../contracts/aws-client.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 30, 23, 0)

let time: number
let fired: { readonly at: number; readonly name: string; readonly input: string }[]
let standIn: SchedulerStandIn
let client: SchedulerClient

async function start() {
  standIn = await startScheduler({
    now: () => time,
    invoke: async (_, input, { scheduleName }) => {
      fired.push({ at: time, name: scheduleName, input })
    },
    groups: ['alarms'],
  })
  client = new SchedulerClient({ ...awsClient(standIn.url), maxAttempts: 1 })
}

const schedule = (Name: string, more: Partial<CreateScheduleCommandInput> = {}) =>
  ({
    Name,
    GroupName: 'alarms',
    ScheduleExpression: 'at(2026-11-30T23:05:00)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: { Arn: 'arn:aws:lambda:::wake', RoleArn: 'arn:aws:iam:::role/wake', Input: '"x"' },
    ...more,
  }) as const
const create = (name: string, more?: Partial<CreateScheduleCommandInput>) =>
  client.send(new CreateScheduleCommand(schedule(name, more)))
const update = (name: string, more?: Partial<CreateScheduleCommandInput>) =>
  client.send(new UpdateScheduleCommand(schedule(name, more)))
const get = (Name: string) => client.send(new GetScheduleCommand({ Name, GroupName: 'alarms' }))
const named = (name: string) => expect.objectContaining({ name })
const runAt = async (at: number) => {
  time = at
  await standIn.runDue()
}

beforeEach(async () => {
  time = NOW
  fired = []
  await start()
})
afterEach(() => standIn.close())

it('fires once at its moment and deletes itself', async () => {
  await create('s')

  const next = standIn.nextEventAt()
  await runAt(NOW + 5 * MINUTE)
  await runAt(NOW + 6 * MINUTE)

  expect(next).toBe(NOW + 5 * MINUTE)
  expect(fired).toEqual([{ at: NOW + 5 * MINUTE, name: 's', input: '"x"' }])
  await expect(get('s')).rejects.toThrow(named('ResourceNotFoundException'))
})

it('keeps a fired schedule that was not told to delete itself', async () => {
  await create('s', { ActionAfterCompletion: 'NONE' })

  await runAt(NOW + 5 * MINUTE)

  expect(await get('s')).toMatchObject({ Name: 's', State: 'ENABLED' })
  expect(standIn.nextEventAt()).toBeUndefined()
})

it('replaces everything on update, even what is left out', async () => {
  await create('s', { Description: 'first', State: 'DISABLED' })

  await update('s', { ScheduleExpression: 'at(2026-11-30T23:10:00)' })

  const stored = await get('s')
  expect(stored).toMatchObject({ ScheduleExpression: 'at(2026-11-30T23:10:00)', State: 'ENABLED' })
  expect(stored.Description).toBeUndefined()
})

it('refuses to create what is there, and to change or delete what is not', async () => {
  await create('s')

  await expect(create('s')).rejects.toThrow(named('ConflictException'))
  await expect(update('t')).rejects.toThrow(named('ResourceNotFoundException'))
  await expect(client.send(new DeleteScheduleCommand({ Name: 't', GroupName: 'alarms' }))).rejects.toThrow(
    named('ResourceNotFoundException'),
  )
  await expect(create('u', { GroupName: 'nowhere' })).rejects.toThrow(named('ResourceNotFoundException'))
})

it('takes a create repeated with its token for the same one', async () => {
  await create('s', { ClientToken: 'once' })

  await expect(create('s', { ClientToken: 'once' })).resolves.toMatchObject({
    ScheduleArn: 'arn:aws:scheduler:ap-southeast-2:123456789012:schedule/alarms/s',
  })
})

it.each([
  ['a moment in the past', { ScheduleExpression: 'at(2026-11-30T23:00:00)' }],
  ['a moment that does not exist', { ScheduleExpression: 'at(2027-02-30T23:00:00)' }],
  ['at() with a zone in it', { ScheduleExpression: 'at(2026-12-30T23:00:00Z)' }],
  ['recurring schedules', { ScheduleExpression: 'rate(1 minute)' }],
  ['a zone it would have to get right', { ScheduleExpressionTimezone: 'Australia/Sydney' }],
  ['a flexible window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE' as const, MaximumWindowInMinutes: 5 } }],
  ['a field it does not implement', { KmsKeyArn: 'arn:aws:kms:::key' }],
])('refuses %s', async (_, more) => {
  await expect(create('s', more)).rejects.toThrow(named('ValidationException'))
})

it('refuses operations it does not implement', async () => {
  await expect(client.send(new ListScheduleGroupsCommand({}))).rejects.toThrow(
    named('UnknownOperationException'),
  )
})

it('lists by group and prefix, page by page', async () => {
  for (const name of ['alarm-1', 'alarm-2', 'alarm-3', 'other']) await create(name)

  const page = { GroupName: 'alarms', NamePrefix: 'alarm-', MaxResults: 2 }
  const first = await client.send(new ListSchedulesCommand(page))
  const second = await client.send(new ListSchedulesCommand({ ...page, NextToken: first.NextToken }))

  expect(first.Schedules?.map(({ Name }) => Name)).toEqual(['alarm-1', 'alarm-2'])
  expect(second.Schedules?.map(({ Name }) => Name)).toEqual(['alarm-3'])
  expect(second.NextToken).toBeUndefined()
})

it('fires twice, or not at all, when asked', async () => {
  await create('twice')
  await create('lost')
  standIn.fireTwice('twice')
  standIn.loseNext('lost')

  await runAt(NOW + 5 * MINUTE)

  expect(fired.map(({ name }) => name)).toEqual(['twice', 'twice'])
})

it('throttles and fails as often as asked', async () => {
  standIn.throttleNext(1)
  await expect(create('s')).rejects.toThrow(named('ThrottlingException'))
  standIn.failNext(1)
  await expect(create('s')).rejects.toThrow(named('InternalServerException'))

  await expect(create('s')).resolves.toBeDefined()
})

it('goes on after a restart where it was', async () => {
  await create('s')
  const kept = JSON.parse(JSON.stringify(standIn.snapshot()))
  await standIn.close()

  await start()
  standIn.restore(kept)
  await runAt(NOW + 5 * MINUTE)

  expect(fired.map(({ name }) => name)).toEqual(['s'])
})
