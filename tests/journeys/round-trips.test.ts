import { afterEach, expect, it } from 'vitest'
import { sweep } from '../../lib/care/sweep.ts'
import { endJourneys, journeyFrom } from './journey.ts'

afterEach(endJourneys)

const minus = (after: Readonly<Record<string, number>>, before: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
      .filter(([, count]) => count !== 0),
  )

it('takes 2 reads, 2 writes, 1 evidence put, 1 alarm call and 1 call to Twilio for a text', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  // The rule's own firing is lost, so that nothing but one wake is counted.
  here.cloud.eventbridge.loseNext(ann.rule)
  await here.until('2026-11-24T10:00')
  here.cloud.dynamodb.resetCounts()
  const rules = here.cloud.eventbridge.calls()
  const requests = here.cloud.twilio.calls()

  await here.wake(ann)

  const counts = here.cloud.dynamodb.counts()
  const [rulesNow, requestsNow] = [here.cloud.eventbridge.calls(), here.cloud.twilio.calls()]
  await here.until('2026-11-24T10:01')
  expect(ann.got('2026-11-24')).toEqual(['2026-11-24T10:00 R1@1.1.1'])
  // Reads: patient with clinic, opt-out. Puts: claim, evidence, record.
  expect(counts).toEqual({ BatchGetItem: 1, GetItem: 1, PutItem: 3 })
  expect(minus(rulesNow, rules)).toEqual({ PutRule: 1 })
  expect(minus(requestsNow, requests)).toEqual({ POST: 1 })
})

it('takes as little when the alarm is a schedule', async () => {
  const here = await journeyFrom('2026-11-23T14:00', { alarms: 'scheduler' })
  const ann = await here.enrol()
  // Today's pass and the week's test of the alert routes are behind us.
  await sweep(here.cloud.services)
  await sweep(here.cloud.services)
  await here.until('2026-11-24T09:59')
  here.cloud.dynamodb.resetCounts()
  const schedules = here.cloud.scheduler.calls()

  await here.until('2026-11-24T10:00')

  // The query and one read are the sweep's, which looks every minute at who is overdue and whether today's pass is done.
  const { Query: _, ...counts } = here.cloud.dynamodb.counts()
  expect(counts).toEqual({ BatchGetItem: 1, GetItem: 1 + 1, PutItem: 3 })
  expect(minus(here.cloud.scheduler.calls(), schedules)).toEqual({ UpdateSchedule: 1 })
  await here.until('2026-11-24T10:01')
  expect(ann.got('2026-11-24')).toEqual(['2026-11-24T10:00 R1@1.1.1'])
})

it('arms once a text over a whole week', async () => {
  const here = await journeyFrom('2026-11-23T14:00')
  const ann = await here.enrol()
  const before = here.cloud.eventbridge.calls()

  await here.until('2026-12-08T12:00')

  const texts = ann.got().length - 1
  expect(texts).toBe(9)
  // The daily pass counts the rules, looks at hers, and lists them, once a day; it has nothing to put right.
  const { ListRules: _, ListTargetsByRule: __, ...calls } = minus(here.cloud.eventbridge.calls(), before)
  expect(calls).toEqual({ PutRule: texts })
  expect(here.cloud.twilio.messages().filter(({ to }) => to === ann.mobile)).toHaveLength(texts + 1)
})
