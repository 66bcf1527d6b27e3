import { EventBridgeClient, ListTargetsByRuleCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clientOptions } from '../../../lib/adapters/eventbridge-rules/client-options.ts'
import { cronExpression } from '../../../lib/adapters/eventbridge-rules/cron-expression.ts'
import { eventBridgeRules } from '../../../lib/adapters/eventbridge-rules/rules.ts'
import { clinicId, patientId } from '../../../lib/patient/identifiers.ts'
import type { PatientAlarms } from '../../../lib/ports/patient-alarms.ts'
import { HOUR, instant } from '../../../lib/time/instant.ts'
import { type EventBridgeStandIn, startEventBridge } from '../../../local/stand-ins/eventbridge.ts'
import { awsClient } from '../../contracts/aws-client.ts'

const NOW = instant(Date.UTC(2026, 11, 31, 22, 0))
const TARGET_ARN = 'arn:aws:lambda:ap-southeast-2:123456789012:function:wake'
const DEAD_LETTER_ARN = 'arn:aws:sqs:ap-southeast-2:123456789012:dead-letters'
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

let standIn: EventBridgeStandIn
let client: EventBridgeClient
let alarms: PatientAlarms

const set = (first: boolean, patient = 'p-1') =>
  alarms.set({
    patientId: patientId(patient),
    clinicId: clinicId('c-1'),
    at: instant(NOW + 1 * HOUR),
    first,
  })

beforeEach(async () => {
  standIn = await startEventBridge({ now: () => NOW, invoke: async () => {} })
  client = new EventBridgeClient({ ...awsClient(standIn.url), ...clientOptions })
  alarms = eventBridgeRules({
    client,
    stage: 'prod',
    targetArn: TARGET_ARN,
    deadLetterArn: DEAD_LETTER_ARN,
    limit: 300,
    log: quiet,
  })
})
afterEach(() => standIn.close())

it('takes two calls to arm for the first time and one ever after', async () => {
  await set(true)
  const first = standIn.calls()
  await set(false)

  expect(first).toEqual({ PutRule: 1, PutTargets: 1 })
  expect(standIn.calls()).toEqual({ PutRule: 2, PutTargets: 1 })
})

it('writes the state and the year each time, because PutRule forgets what is left out', async () => {
  const sent: unknown[] = []
  client.middlewareStack.add((next) => (call) => {
    sent.push(call.input)
    return next(call)
  })

  await set(true)
  await set(false)

  const rule = { Name: 'alarm-prod-p-1', ScheduleExpression: 'cron(0 23 31 12 ? 2026)', State: 'ENABLED' }
  expect([sent[0], sent[2]]).toEqual([rule, rule])
})

it('is unavailable when EventBridge takes the rule but refuses its target', async () => {
  standIn.refuseNextTargets(1)

  const refused = await set(true)
  const again = await set(true)

  expect(refused).toBe('unavailable')
  expect(again).toBe('armed')
})

it('names the rule by stage and patient id, bounds EventBridge’s retries and keeps what they could not hand over', async () => {
  await set(true)

  const { Targets } = await client.send(new ListTargetsByRuleCommand({ Rule: 'alarm-prod-p-1' }))

  expect(Targets?.[0]).toMatchObject({
    RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
    DeadLetterConfig: { Arn: DEAD_LETTER_ARN },
  })
})

it('counts the rules of its stage over all pages, and nobody else’s', async () => {
  for (let n = 0; n < 101; n += 1) await set(true, `p-${n}`)
  for (const Name of ['alarm-prod2-p-1', 'sweep-prod'])
    await client.send(new PutRuleCommand({ Name, ScheduleExpression: 'rate(1 minute)' }))

  expect(await alarms.used()).toEqual({ count: 101, limit: 300 })
  expect(standIn.calls().ListRules).toBe(2)
})

it('refuses a stage whose alarms could be taken for another’s', () => {
  const withStage = (stage: string) => () =>
    eventBridgeRules({
      client,
      stage,
      targetArn: TARGET_ARN,
      deadLetterArn: DEAD_LETTER_ARN,
      limit: 300,
      log: quiet,
    })

  expect(withStage('prod-2')).toThrow('stage "prod-2": expected 1 to 16 letters or digits')
})

it.each([
  ['a whole minute', Date.UTC(2026, 10, 30, 23, 5), 'cron(5 23 30 11 ? 2026)'],
  ['a moment within a minute, rounded up', Date.UTC(2026, 10, 30, 23, 5, 0, 1), 'cron(6 23 30 11 ? 2026)'],
  ['the last moment of a year', Date.UTC(2026, 11, 31, 23, 59, 59), 'cron(0 0 1 1 ? 2027)'],
])('writes %s with its year', (_, at, expression) => {
  expect(cronExpression(instant(at))).toBe(expression)
})

it('lists its stage page by page, and nobody else’s', async () => {
  await client.send(new PutRuleCommand({ Name: 'sweep', ScheduleExpression: 'rate(1 minute)' }))
  for (let n = 0; n < 101; n += 1) await set(true, `p-${n}`)

  const first = await alarms.list()
  const second = await alarms.list(first.cursor)

  expect([first.patients.length, second.patients.length, second.cursor]).toEqual([100, 1, undefined])
  expect(new Set([...first.patients, ...second.patients]).size).toBe(101)
})

it('knows a rule without its target for one that wakes nobody', async () => {
  standIn.refuseNextTargets(1)
  await set(true)

  expect(await alarms.wakes(patientId('p-1'))).toBe(false)
})
