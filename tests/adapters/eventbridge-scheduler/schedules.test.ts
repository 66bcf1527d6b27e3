import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { atExpression } from '../../../lib/adapters/eventbridge-scheduler/at-expression.ts'
import { clientOptions } from '../../../lib/adapters/eventbridge-scheduler/client-options.ts'
import { eventBridgeScheduler } from '../../../lib/adapters/eventbridge-scheduler/schedules.ts'
import { clinicId, patientId } from '../../../lib/patient/identifiers.ts'
import type { PatientAlarms } from '../../../lib/ports/patient-alarms.ts'
import { HOUR, instant } from '../../../lib/time/instant.ts'
import { type SchedulerStandIn, startScheduler } from '../../../local/stand-ins/scheduler.ts'
import { awsClient } from '../../contracts/aws-client.ts'

const NOW = instant(Date.UTC(2026, 11, 31, 22, 0))
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

let time: number
let standIn: SchedulerStandIn
let client: SchedulerClient
let alarms: PatientAlarms

const set = (hours: number, first: boolean, patient = 'p-1') =>
  alarms.set({
    patientId: patientId(patient),
    clinicId: clinicId('c-1'),
    at: instant(NOW + hours * HOUR),
    first,
  })

beforeEach(async () => {
  time = NOW
  standIn = await startScheduler({ now: () => time, invoke: async () => {} })
  client = new SchedulerClient({ ...awsClient(standIn.url), ...clientOptions })
  alarms = eventBridgeScheduler({
    client,
    stage: 'prod',
    targetArn: 'arn:aws:lambda:ap-southeast-2:123456789012:function:wake',
    deadLetterArn: 'arn:aws:sqs:ap-southeast-2:123456789012:dead-letters',
    roleArn: 'arn:aws:iam::123456789012:role/wake',
    group: 'alarms',
    log: quiet,
  })
})
afterEach(() => standIn.close())

it('takes one call to arm for the first time and one to move', async () => {
  await set(1, true)
  const first = standIn.calls()
  await set(2, false)

  expect(first).toEqual({ CreateSchedule: 1 })
  expect(standIn.calls()).toEqual({ CreateSchedule: 1, UpdateSchedule: 1 })
})

it('makes anew the schedule that deleted itself when it fired', async () => {
  await set(1, true)
  time = NOW + 1 * HOUR
  await standIn.runDue()

  const left = await alarms.used()
  await set(2, false)

  expect(left).toEqual({ count: 0, limit: 10_000_000 })
  expect(standIn.calls()).toMatchObject({ CreateSchedule: 2, UpdateSchedule: 1 })
})

it('writes a one-time schedule in UTC, to the minute, that deletes itself', async () => {
  await set(1, true)

  const stored = await client.send(new GetScheduleCommand({ Name: 'alarm-prod-p-1', GroupName: 'alarms' }))

  expect(stored).toMatchObject({
    ScheduleExpression: 'at(2026-12-31T23:00:00)',
    ScheduleExpressionTimezone: 'UTC',
    State: 'ENABLED',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
      DeadLetterConfig: { Arn: 'arn:aws:sqs:ap-southeast-2:123456789012:dead-letters' },
    },
  })
})

it('counts the schedules of its stage over all pages', async () => {
  for (let n = 0; n < 101; n += 1) await set(1, true, `p-${n}`)

  expect(await alarms.used()).toMatchObject({ count: 101 })
  expect(standIn.calls().ListSchedules).toBe(2)
})

it.each([
  ['a whole minute', Date.UTC(2026, 10, 30, 23, 5), 'at(2026-11-30T23:05:00)'],
  ['a moment within a minute, rounded up', Date.UTC(2026, 10, 30, 23, 5, 0, 1), 'at(2026-11-30T23:06:00)'],
  ['the last moment of a year', Date.UTC(2026, 11, 31, 23, 59, 59), 'at(2027-01-01T00:00:00)'],
])('writes %s', (_, at, expression) => {
  expect(atExpression(instant(at))).toBe(expression)
})
