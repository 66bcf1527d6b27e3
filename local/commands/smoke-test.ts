import { z } from 'zod'
import { type Instant, instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import { addDays } from '../../lib/time/local-date.ts'
import { isoOf, localAt, type ZoneId, zoneId } from '../../lib/time/zone.ts'
import { type Line, ok, wrong } from './report.ts'

export interface SmokeTest {
  readonly url: string
  readonly key: string
  /** Gets the texts. */
  readonly mobile: string
  /** Also moves the visit and waits 15 minutes for the text about it, which goes by the patient's alarm. */
  readonly full: boolean
  readonly now: () => Instant
  readonly sleep: (milliseconds: number) => Promise<void>
}

const LOOK_EVERY = 2 * SECOND
/** 99.9 % of texts go within 5 minutes of due; what is not there then has failed. */
const PATIENCE = 5 * MINUTE
/** Of these it is day somewhere at any hour. */
const ZONES = ['Australia/Sydney', 'Asia/Dubai', 'Europe/London', 'America/New_York', 'Pacific/Honolulu'].map(
  zoneId,
)

const text = z.object({
  id: z.string(),
  step: z.string(),
  utc: z.string(),
  state: z.string(),
  sentAt: z.string().optional(),
})
type Text = z.infer<typeof text>
const enrolled = z.object({ patient: z.object({ id: z.string() }), plan: z.array(text) })
const plan = z.object({ items: z.array(text) })
const health = z.object({ status: z.string(), missing: z.array(z.string()) })

/**
 * Enrols a patient nobody is, follows her texts, reports how late they went, and withdraws her again, whatever happened.
 */
export async function smokeTest(test: SmokeTest): Promise<readonly Line[]> {
  const { missing } = health.parse(await call(test, 'GET', '/health'))
  if (missing.length > 0) return missing.map((what) => wrong(what, 'configure it, then run this again'))
  const today = localAt(ZONES[0] ?? zoneId('UTC'), test.now()).date
  const { patient, plan: texts } = enrolled.parse(
    await call(test, 'POST', '/v1/patients', {
      reference: `smoke-${isoOf(test.now())}`,
      mobile: test.mobile,
      timeZone: zoneAtDay(test.now()),
      injections: [{ at: `${addDays(today, 30)}T10:00` }],
      consent: { given: addDays(today, -1), method: 'written' },
      actor: 'smoke test',
    }),
  )
  const path = `/v1/patients/${patient.id}`
  try {
    const welcome = await followed(test, path, texts, 'W0', 'the welcome, sent within the enrolment')
    if (!test.full || welcome.state !== 'ok') return [ok('the service answers and is configured'), welcome]
    const injection = { at: `${addDays(today, 31)}T10:00`, actor: 'smoke test' }
    const moved = enrolled.parse(await call(test, 'PUT', `${path}/courses/1/injections/1`, injection))
    const notice = await followed(
      test,
      path,
      moved.plan,
      'V1',
      'the news of a moved visit, sent by the alarm',
    )
    return [ok('the service answers and is configured'), welcome, notice]
  } finally {
    await call(test, 'POST', `${path}/withdraw`, { actor: 'smoke test' })
  }
}

async function followed(
  test: SmokeTest,
  path: string,
  planned: readonly Text[],
  step: string,
  what: string,
): Promise<Line> {
  const first = planned.find((one) => one.step === step)
  if (first === undefined)
    return wrong(`${what}: not in the plan`, 'look at the protocol and the clinic’s settings')
  const until = instant(Date.parse(first.utc) + PATIENCE)
  let current: Text | undefined = first
  while (current?.sentAt === undefined && test.now() < until) {
    await test.sleep(LOOK_EVERY)
    const { items } = plan.parse(await call(test, 'GET', `${path}/plan`))
    current = items.find(({ id }) => id === first.id)
  }
  if (current?.sentAt === undefined)
    return wrong(
      `${what}: ${current?.state ?? 'gone'} 5 minutes after due`,
      'see docs/runbook.md#text-overdue',
    )
  const late = Math.max(0, (Date.parse(current.sentAt) - Date.parse(current.utc)) / SECOND)
  return ok(`${what}: ${late.toFixed(1)} s after due, now ${current.state}`)
}

/** A zone where it is between 9 and 17, so that no text waits for the morning. */
function zoneAtDay(now: Instant): ZoneId {
  const isDay = (zone: ZoneId): boolean => {
    const { minute } = localAt(zone, now)
    return minute >= 9 * 60 && minute < 17 * 60
  }
  return ZONES.find(isDay) ?? zoneId('UTC')
}

async function call({ url, key }: SmokeTest, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(30_000),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Error(`--url "${url}": cannot be reached`, { cause })
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`)
  return answer === '' ? undefined : JSON.parse(answer)
}
