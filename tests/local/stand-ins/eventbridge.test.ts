import {
  DeleteRuleCommand,
  DescribeRuleCommand,
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type EventBridgeOptions,
  type EventBridgeStandIn,
  startEventBridge,
} from '../../../local/stand-ins/eventbridge.ts'
import { awsClient } from '../../contracts/aws-client.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 30, 23, 0)
const AT_2305 = 'cron(5 23 30 11 ? 2026)'
const AT_2310 = 'cron(10 23 30 11 ? 2026)'

let time: number
let fired: { readonly at: number; readonly rule: string; readonly input: string; readonly arn: string }[]
let standIn: EventBridgeStandIn
let client: EventBridgeClient

async function start(options: Partial<EventBridgeOptions> = {}) {
  standIn = await startEventBridge({
    now: () => time,
    invoke: async (_, input, { ruleName, ruleArn }) => {
      fired.push({ at: time, rule: ruleName, input, arn: ruleArn })
    },
    ...options,
  })
  client = new EventBridgeClient({ ...awsClient(standIn.url), maxAttempts: 1 })
}

const put = (Name: string, ScheduleExpression = AT_2305, more: Partial<PutRuleCommandInput> = {}) =>
  client.send(new PutRuleCommand({ Name, ScheduleExpression, ...more }))
const target = (Rule: string, ...ids: readonly string[]) =>
  client.send(
    new PutTargetsCommand({
      Rule,
      Targets: ids.map((Id) => ({ Id, Arn: 'arn:aws:lambda:::wake', Input: `"${Id}"` })),
    }),
  )
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

describe('control', () => {
  it('replaces a rule that is put again: what is left out is gone, it is enabled, its targets stay', async () => {
    await put('r', AT_2305, { State: 'DISABLED', Description: 'first' })
    await target('r', 'wake')

    await put('r', AT_2310)

    const rule = await client.send(new DescribeRuleCommand({ Name: 'r' }))
    const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'r' }))
    expect(rule).toMatchObject({ ScheduleExpression: AT_2310, State: 'ENABLED' })
    expect(rule.Description).toBeUndefined()
    expect(Targets?.map(({ Id }) => Id)).toEqual(['wake'])
  })

  it('names a rule as AWS does', async () => {
    const { RuleArn } = await put('r')

    expect(RuleArn).toBe('arn:aws:events:ap-southeast-2:123456789012:rule/r')
  })

  it('deletes a rule only once its targets are gone', async () => {
    await put('r')
    await target('r', 'wake')

    await expect(client.send(new DeleteRuleCommand({ Name: 'r' }))).rejects.toThrow(
      expect.objectContaining({
        name: 'ValidationException',
        message: "Rule can't be deleted since it has targets.",
      }),
    )
    await client.send(new RemoveTargetsCommand({ Rule: 'r', Ids: ['wake'] }))
    await client.send(new DeleteRuleCommand({ Name: 'r' }))
    await expect(client.send(new DescribeRuleCommand({ Name: 'r' }))).rejects.toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    )
  })

  it('takes 300 rules and refuses the next, yet still changes one it has', async () => {
    for (let n = 0; n < 300; n += 1) await put(`r-${n}`)

    await expect(put('r-300')).rejects.toThrow(expect.objectContaining({ name: 'LimitExceededException' }))
    await expect(put('r-299', AT_2310)).resolves.toMatchObject({
      RuleArn: expect.stringContaining('rule/r-299'),
    })
  })

  it('takes 5 targets a rule', async () => {
    await put('r')
    await target('r', '1', '2', '3', '4', '5')

    await expect(target('r', '6')).rejects.toThrow(
      expect.objectContaining({ name: 'LimitExceededException' }),
    )
    await expect(target('r', '5')).resolves.toMatchObject({ FailedEntryCount: 0 })
  })

  it('lists by prefix, 100 a page', async () => {
    for (let n = 0; n < 101; n += 1) await put(`alarm-${n}`)
    await put('other')

    const first = await client.send(new ListRulesCommand({ NamePrefix: 'alarm-' }))
    const second = await client.send(
      new ListRulesCommand({ NamePrefix: 'alarm-', NextToken: first.NextToken }),
    )

    const names = [...(first.Rules ?? []), ...(second.Rules ?? [])].map(({ Name }) => Name)
    expect([first.Rules?.length, second.Rules?.length, second.NextToken]).toEqual([100, 1, undefined])
    expect(new Set(names).size).toBe(101)
  })

  it.each([
    ['at(), which rules do not have', 'at(2026-12-01T10:00:00)'],
    ['a cron without a year', 'cron(5 23 30 11 ? *)'],
    ['a cron of five fields', 'cron(5 23 30 11 ?)'],
    ['an hour out of range', 'cron(5 24 30 11 ? 2026)'],
    ['a plural for one', 'rate(1 minutes)'],
    ['a singular for many', 'rate(5 minute)'],
    ['a rate of nothing', 'rate(0 minutes)'],
  ])('refuses %s', async (_, expression) => {
    await expect(put('r', expression)).rejects.toThrow(
      expect.objectContaining({ name: 'ValidationException' }),
    )
  })

  it('refuses operations and fields it does not implement', async () => {
    await expect(client.send(new PutEventsCommand({ Entries: [] }))).rejects.toThrow(
      expect.objectContaining({ name: 'UnknownOperationException' }),
    )
    await expect(put('r', AT_2305, { EventPattern: '{}' })).rejects.toThrow(
      expect.objectContaining({ name: 'ValidationException' }),
    )
  })

  it('throttles and fails as often as asked', async () => {
    standIn.throttleNext(1)
    await expect(put('r')).rejects.toThrow(expect.objectContaining({ name: 'ThrottlingException' }))
    standIn.failNext(1)
    await expect(put('r')).rejects.toThrow(
      expect.objectContaining({ name: 'InternalException', $fault: 'server' }),
    )

    await expect(put('r')).resolves.toBeDefined()
  })
})

describe('firing', () => {
  it('fires once when the clock passes the minute, each target with its own input', async () => {
    await put('r')
    await target('r', 'one', 'two')

    await runAt(NOW + 5 * MINUTE - 1)
    const early = fired.length
    await runAt(NOW + 5 * MINUTE)
    await runAt(NOW + 6 * MINUTE)

    expect(early).toBe(0)
    expect(fired.map(({ input }) => input)).toEqual(['"one"', '"two"'])
  })

  it('fires the oldest first after a jump, and says when the next one is', async () => {
    await put('later', AT_2310)
    await put('sooner', AT_2305)
    await target('later', 'x')
    await target('sooner', 'x')

    const next = standIn.nextEventAt()
    await runAt(NOW + 60 * MINUTE)

    expect(next).toBe(NOW + 5 * MINUTE)
    expect(fired.map(({ rule }) => rule)).toEqual(['sooner', 'later'])
    expect(standIn.nextEventAt()).toBeUndefined()
  })

  it.each([
    ['a past year', 'cron(5 23 30 11 ? 2025)'],
    ['the minute that has begun', 'cron(0 23 30 11 ? 2026)'],
    ['a day that does not exist', 'cron(5 23 30 2 ? 2027)'],
  ])('takes %s and never fires for it', async (_, expression) => {
    await put('r', expression)
    await target('r', 'x')

    expect(standIn.nextEventAt()).toBeUndefined()
    await runAt(Date.UTC(2028, 0, 1))
    expect(fired).toEqual([])
  })

  it('does not fire a disabled rule', async () => {
    await put('r', AT_2305, { State: 'DISABLED' })
    await target('r', 'x')

    await runAt(NOW + 5 * MINUTE)

    expect(fired).toEqual([])
  })

  it('sends AWS’s scheduled event to a target without an input', async () => {
    await put('r')
    await client.send(
      new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'x', Arn: 'arn:aws:lambda:::sweep' }] }),
    )

    await runAt(NOW + 5 * MINUTE)

    expect(JSON.parse(fired[0]?.input ?? '')).toMatchObject({
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      time: '2026-11-30T23:05:00Z',
      resources: ['arn:aws:events:ap-southeast-2:123456789012:rule/r'],
    })
  })

  it('fires twice, or not at all, when asked, and only that once', async () => {
    await put('r')
    await target('r', 'x')
    standIn.fireTwice('r')
    await runAt(NOW + 5 * MINUTE)
    const twice = fired.length
    await put('r', AT_2310)
    standIn.loseNext('r')
    await runAt(NOW + 10 * MINUTE)
    const lost = fired.length
    await put('r', 'cron(15 23 30 11 ? 2026)')
    await runAt(NOW + 15 * MINUTE)

    expect([twice, lost, fired.length]).toEqual([2, 2, 3])
  })

  it('fires none of those that are lost for good, until they are mended', async () => {
    await put('r')
    await target('r', 'x')
    standIn.loseEach((name) => name === 'r')
    await runAt(NOW + 5 * MINUTE)
    const lost = fired.length
    await put('r', AT_2310)
    standIn.loseEach(() => false)

    await runAt(NOW + 10 * MINUTE)

    expect([lost, fired.length]).toEqual([0, 1])
  })

  it('fires the old minute and misses the new one while a change still spreads', async () => {
    await standIn.close()
    await start({ propagationMs: 2 * MINUTE })
    await put('r', AT_2305)
    await target('r', 'x')

    time = NOW + 4 * MINUTE
    await put('r', 'cron(5 23 30 11 ? 2026)')
    await put('moved', AT_2305)
    await target('moved', 'x')
    await runAt(NOW + 60 * MINUTE)

    expect(fired.map(({ rule }) => rule)).toEqual(['r'])
  })

  it('fires a rate rule at most once a call and leaves it out of the next event', async () => {
    await put('sweep', 'rate(1 minute)')
    await target('sweep', 'x')

    const announced = [standIn.nextEventAt(), standIn.rateRules()]
    await runAt(NOW + 1 * MINUTE - 1)
    const early = fired.length
    await runAt(NOW + 90 * MINUTE + 1)
    await standIn.runDue()

    expect(announced).toEqual([undefined, [{ name: 'sweep', periodMs: 1 * MINUTE, dueAt: NOW + 1 * MINUTE }]])
    expect([early, fired.length]).toEqual([0, 1])
    expect(standIn.rateRules()[0]?.dueAt).toBe(NOW + 91 * MINUTE)
  })

  it('goes on after a restart where it was', async () => {
    await put('r')
    await target('r', 'x')
    await put('sweep', 'rate(1 minute)')
    const kept = JSON.parse(JSON.stringify(standIn.snapshot()))
    await standIn.close()

    await start()
    standIn.restore(kept)
    await runAt(NOW + 5 * MINUTE)

    expect(fired.map(({ rule }) => rule)).toEqual(['r'])
    expect(standIn.rateRules()[0]?.dueAt).toBe(NOW + 6 * MINUTE)
  })
})
