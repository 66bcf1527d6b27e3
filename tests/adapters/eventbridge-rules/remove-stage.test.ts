import {
  EventBridgeClient,
  ListRulesCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeStageRules } from '../../../lib/adapters/eventbridge-rules/remove-stage.ts'
import { type EventBridgeStandIn, startEventBridge } from '../../../local/stand-ins/eventbridge.ts'
import { awsClient } from '../../contracts/aws-client.ts'

let standIn: EventBridgeStandIn
let client: EventBridgeClient

beforeEach(async () => {
  standIn = await startEventBridge({ now: () => Date.UTC(2026, 10, 22), invoke: async () => {} })
  client = new EventBridgeClient(awsClient(standIn.url))
})
afterEach(() => standIn.close())

async function putRule(Name: string): Promise<void> {
  await client.send(new PutRuleCommand({ Name, ScheduleExpression: 'cron(0 9 1 12 ? 2026)' }))
  const Arn = 'arn:aws:lambda:ap-southeast-2:123456789012:function:wake'
  await client.send(new PutTargetsCommand({ Rule: Name, Targets: [{ Id: 'wake', Arn, Input: '{}' }] }))
}

it('removes all rules of the stage over all pages, with their targets, and nobody else’s', async () => {
  for (let n = 0; n < 101; n += 1) await putRule(`alarm-prod-p-${n}`)
  await putRule('alarm-prod2-p-1')
  await putRule('sweep-prod')

  const removed = await removeStageRules(client, 'prod')

  const { Rules = [] } = await client.send(new ListRulesCommand({}))
  expect(removed).toBe(101)
  expect(Rules.map(({ Name }) => Name).sort()).toEqual(['alarm-prod2-p-1', 'sweep-prod'])
})

it('finds nothing to do the second time', async () => {
  await putRule('alarm-prod-p-1')
  await removeStageRules(client, 'prod')

  expect(await removeStageRules(client, 'prod')).toBe(0)
})

it('passes by a rule that went between the list and its turn', async () => {
  await putRule('alarm-prod-p-1')
  await putRule('alarm-prod-p-2')
  let another = true
  client.middlewareStack.add(
    (next) => async (call) => {
      const answer = await next(call)
      if (another) {
        another = false
        await removeStageRules(new EventBridgeClient(awsClient(standIn.url)), 'prod')
      }
      return answer
    },
    { step: 'initialize' },
  )

  expect(await removeStageRules(client, 'prod')).toBe(2)
})
