import { EventBridgeClient, PutRuleCommand } from '@aws-sdk/client-eventbridge'
import { afterEach, describe, expect, it } from 'vitest'
import { sweep } from '../../lib/care/sweep.ts'
import { awsClient } from '../contracts/aws-client.ts'
import { endJourneys, type Journey, journeyFrom } from './journey.ts'

const ENROLLED = '2026-11-23T14:00'
/** The service's own rule, the sweep, is one of the account's 300. */
const ROOM = 299

afterEach(endJourneys)

async function putRules(here: Journey, count: number, prefix: string): Promise<void> {
  const client = new EventBridgeClient(awsClient(here.cloud.eventbridge.url))
  for (let n = 0; n < count; n += 1) {
    const rule = { Name: `${prefix}${n}`, ScheduleExpression: 'cron(0 0 1 1 ? 2099)' }
    await client.send(new PutRuleCommand(rule))
  }
  client.destroy()
}

describe('the patient who finds the account full of rules', () => {
  it('is enrolled without an error, texted by the sweep on time, and the operators are told', async () => {
    const here = await journeyFrom(ENROLLED)
    await putRules(here, ROOM, 'neighbour-')

    const ann = await here.enrol()
    await here.until('2026-12-01T12:00')

    expect(ann.preview[0]).toMatchObject({ step: 'W0', state: 'sent' })
    const due = ann.preview
      .filter(({ local }) => local < '2026-12-01T11:59')
      .map(({ local, id }) => `${local} ${id}`)
    expect(ann.got()).toEqual(due)
    expect(due.length).toBeGreaterThan(3)
    expect(here.counted('AlarmFailures', 'full')).toBeGreaterThan(0)
    expect(here.counted('SweepRescued')).toBe(0)
  })

  it('gets an alarm of her own from the daily pass once there is room, which is no drift', async () => {
    const here = await journeyFrom(ENROLLED)
    await putRules(here, ROOM, 'alarm-local-gone')
    await here.enrol()

    await sweep(here.cloud.services) // removes what belongs to nobody
    await here.until('2026-11-24T14:01') // the next day's pass

    expect((await here.cloud.services.alarms.used()).count).toBe(1)
    expect(here.counted('AlarmsRemoved', 'nobody')).toBe(ROOM)
    expect(here.counted('PlanDrift')).toBe(0)
  })
})

it('the share of the quota in use is measured once a day', async () => {
  const here = await journeyFrom(ENROLLED)
  await putRules(here, 240, 'alarm-local-gone')

  await sweep(here.cloud.services)
  await sweep(here.cloud.services)

  expect(here.counted('RuleQuotaUsed')).toBe(80)
})
