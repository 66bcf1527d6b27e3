import { z } from 'zod'
import { type ApiFaults, AWS_ACCOUNT, AWS_REGION, type AwsServer, awsJson, serveAws } from './aws-server.ts'
import { type Rule, ruleArn, ruleOperations, ruleState } from './eventbridge-rules.ts'
import { type FiringFaults, firing, oldestDue } from './firing.ts'
import type { StandIn, VirtualNow } from './stand-in.ts'

/** AWS's default in most regions: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const RULES_PER_BUS = 300

export interface RuleFiring {
  readonly ruleName: string
  readonly ruleArn: string
  /** The minute it fires for, epoch ms; the clock may be later. */
  readonly scheduledAt: number
}

export interface EventBridgeOptions {
  readonly now: VirtualNow
  /** Hands an event to a target. A rejection ends `runDue`; what it had not reached stays due. */
  readonly invoke: (targetArn: string, input: string, context: RuleFiring) => Promise<void>
  /** Rules the bus may have. */
  readonly quota?: number
  /** How long a PutRule takes to count: until then the old minute still fires and a new one does not. */
  readonly propagationMs?: number
  readonly port?: number
}

export interface RateRule {
  readonly name: string
  readonly periodMs: number
  /** The next period boundary after its last firing, epoch ms. */
  readonly dueAt: number
}

export interface EventBridgeStandIn extends StandIn, FiringFaults, ApiFaults {
  /**
   * Rules that fire again and again. They are left out of `nextEventAt`, and `runDue` fires each at most once however
   * many periods have passed: a jump over months would mean hundreds of thousands of firings, and only whoever moves
   * the clock knows which of those minutes matter.
   */
  rateRules(): readonly RateRule[]
  /** The next `n` PutTargets answer 200 and yet refuse every entry, as AWS may. */
  refuseNextTargets(n: number): void
  readonly calls: AwsServer['calls']
}

const busState = z.object({ events: z.number(), rules: z.array(ruleState) })

/** Scheduled rules of the default bus, as `@aws-sdk/client-eventbridge` speaks to them (AWS JSON 1.1). */
export async function startEventBridge(options: EventBridgeOptions): Promise<EventBridgeStandIn> {
  const { now, invoke, quota = RULES_PER_BUS, propagationMs = 0, port } = options
  const rules = new Map<string, Rule>()
  const { timesFor, ...firingFaults } = firing()
  let events = 0
  let targetRefusals = 0

  const refusesTargets = () => {
    const refuses = targetRefusals > 0
    if (refuses) targetRefusals -= 1
    return refuses
  }

  async function fire({ rule, dueAt }: Due): Promise<void> {
    const context = { ruleName: rule.name, ruleArn: ruleArn(rule.name), scheduledAt: dueAt }
    const { targets } = rule
    for (let times = timesFor(rule.name); times > 0; times -= 1) {
      events += 1
      const event = scheduledEvent(context, events)
      for (const { Arn, Input } of targets) await invoke(Arn, Input ?? event, context)
    }
  }

  const { url, close, calls, throttleNext, failNext } = await serveAws({
    identify: awsJson('AWSEvents'),
    operations: ruleOperations({ rules, now, quota, propagationMs, refusesTargets }),
    internalError: 'InternalException',
    port,
  })

  return {
    url,
    close,
    calls,
    throttleNext,
    failNext,
    ...firingFaults,
    refuseNextTargets: (n) => {
      targetRefusals += n
    },
    nextEventAt: () => {
      const minutes = [...rules.values()].flatMap(({ dueAts }) => dueAts)
      return minutes.length === 0 ? undefined : minutes.reduce((one, other) => Math.min(one, other))
    },
    rateRules: () =>
      [...rules.values()].flatMap(({ name, rate }) =>
        rate === undefined ? [] : [{ name, periodMs: rate.periodMs, dueAt: rate.lastAt + rate.periodMs }],
      ),
    runDue: async () => {
      const until = now()
      for (let next = takeDue(rules, until); next !== undefined; next = takeDue(rules, until))
        if (next.rule.state === 'ENABLED') await fire(next)
    },
    snapshot: () => structuredClone({ events, rules: [...rules.values()] }),
    restore: (state) => {
      const kept = busState.parse(state)
      events = kept.events
      rules.clear()
      for (const rule of kept.rules) rules.set(rule.name, rule)
    },
  }
}

interface Due {
  readonly name: string
  readonly rule: Rule
  readonly dueAt: number
  readonly rate?: NonNullable<Rule['rate']>
}

/** The oldest firing not after `until`, no longer due from here on: its handler may set the same rule again. */
function takeDue(rules: ReadonlyMap<string, Rule>, until: number): Due | undefined {
  const next = oldestDue(
    [...rules.values()].flatMap((rule) => duesOf(rule, until)),
    until,
  )
  if (next?.rate !== undefined) next.rate.lastAt = next.dueAt
  else if (next !== undefined) next.rule.dueAts = next.rule.dueAts.filter((minute) => minute !== next.dueAt)
  return next
}

function duesOf(rule: Rule, until: number): readonly Due[] {
  const { name, rate } = rule
  const once = rule.dueAts.map((dueAt) => ({ name, rule, dueAt }))
  if (rate === undefined || until < rate.lastAt + rate.periodMs) return once
  return [...once, { name, rule, dueAt: lastBoundary(rate, until), rate }]
}

const lastBoundary = ({ periodMs, lastAt }: NonNullable<Rule['rate']>, until: number): number =>
  lastAt + Math.floor((until - lastAt) / periodMs) * periodMs

/** What a target without an Input gets. */
const scheduledEvent = ({ ruleArn: arn, scheduledAt }: RuleFiring, count: number): string =>
  JSON.stringify({
    version: '0',
    id: `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`,
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: AWS_ACCOUNT,
    time: new Date(scheduledAt).toISOString().replace('.000Z', 'Z'),
    region: AWS_REGION,
    resources: [arn],
    detail: {},
  })
