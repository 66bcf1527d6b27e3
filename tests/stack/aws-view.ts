import { DeleteItemCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DescribeRuleCommand, EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge'
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { DAILY_MARK_KEY } from '../../lib/adapters/dynamodb/table.ts'
import { type MiniStack, REGION } from './ministack.ts'
import type { Place } from './place.ts'

/** Looks at what there is behind the service's back, with clients of its own. */
const clientOf = ({ url }: MiniStack) => ({
  endpoint: url,
  region: REGION,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})

const groupOf = ({ stage }: Place): string => `sij-texts-${stage.stage}-alarms`
const prefixOf = ({ stage }: Place): string => `alarm-${stage.stage}-`

/** When the patient's alarm fires, in EventBridge's own words. */
export async function alarmOf(place: Place, patientId: string): Promise<string> {
  const Name = `${prefixOf(place)}${patientId}`
  if (place.kind === 'rules') {
    const client = new EventBridgeClient(clientOf(place.miniStack))
    return (await client.send(new DescribeRuleCommand({ Name }))).ScheduleExpression ?? ''
  }
  const client = new SchedulerClient(clientOf(place.miniStack))
  const { ScheduleExpression = '' } = await client.send(
    new GetScheduleCommand({ Name, GroupName: groupOf(place) }),
  )
  return ScheduleExpression
}

/** Names of all rules and schedules of the stage's patients. */
export async function alarmsLeft(place: Place): Promise<readonly string[]> {
  const rules = new EventBridgeClient(clientOf(place.miniStack))
  const { Rules = [] } = await rules.send(new ListRulesCommand({ NamePrefix: prefixOf(place) }))
  const schedules = new SchedulerClient(clientOf(place.miniStack))
  const { Schedules = [] } = await schedules.send(new ListSchedulesCommand({ NamePrefix: prefixOf(place) }))
  return [...Rules.map(({ Name }) => `rule ${Name}`), ...Schedules.map(({ Name }) => `schedule ${Name}`)]
}

/** Lets the daily pass begin with the next sweep, as it does on a new day. */
export async function startNextDay({ miniStack, outputs }: Place): Promise<void> {
  const client = new DynamoDBClient(clientOf(miniStack))
  const Key = { pk: { S: DAILY_MARK_KEY.pk }, sk: { S: DAILY_MARK_KEY.sk } }
  await client.send(new DeleteItemCommand({ TableName: outputs.Table, Key }))
}

export async function tableIsThere(miniStack: MiniStack, TableName: string): Promise<boolean> {
  const client = new DynamoDBClient(clientOf(miniStack))
  try {
    await client.send(new DescribeTableCommand({ TableName }))
    return true
  } catch {
    return false
  }
}
