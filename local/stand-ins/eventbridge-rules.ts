import { z } from 'zod'
import { AwsError, arn, type Operation, operation, page, validationError } from './aws-server.ts'
import { ruleSchedule } from './schedule-expression.ts'
import type { VirtualNow } from './stand-in.ts'

const TARGETS_PER_RULE = 5
const ENTRIES_PER_CALL = 10
const PAGE = 100

const name = z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/, 'expected 1 to 64 of . - _ A-Z a-z 0-9')
const bus = z.literal('default', 'ScheduleExpression is supported only on the default event bus').optional()
const paging = { Limit: z.int().min(1).max(PAGE).default(PAGE), NextToken: z.string().optional() }

const target = z.strictObject({
  Id: name,
  Arn: z.string().startsWith('arn:'),
  Input: z.string().max(8192).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.int().min(0).max(185).optional(),
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
})

export const ruleState = z.object({
  name: z.string(),
  expression: z.string(),
  state: z.enum(['ENABLED', 'DISABLED']),
  description: z.string().optional(),
  targets: z.array(target),
  /** Minutes still to fire for, epoch ms; two only while a change spreads. */
  dueAts: z.array(z.number()),
  rate: z.object({ periodMs: z.number(), lastAt: z.number() }).optional(),
})
export type Rule = z.infer<typeof ruleState>

export const ruleArn = (ruleName: string): string => arn('events', `rule/${ruleName}`)

export interface RuleApi {
  readonly rules: Map<string, Rule>
  readonly now: VirtualNow
  readonly quota: number
  readonly propagationMs: number
  /** Whether this PutTargets shall refuse its entries. */
  readonly refusesTargets: () => boolean
}

/** The control operations, each changing `rules` as AWS would. */
export function ruleOperations(api: RuleApi): Readonly<Record<string, Operation>> {
  const { rules } = api
  const known = (wanted: string): Rule => {
    const rule = rules.get(wanted)
    if (rule === undefined)
      throw new AwsError('ResourceNotFoundException', `Rule ${wanted} does not exist on EventBus default.`)
    return rule
  }
  return {
    PutRule: operation(
      z.strictObject({
        Name: name,
        ScheduleExpression: z.string(),
        State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
        Description: z.string().max(512).optional(),
        EventBusName: bus,
      }),
      (input) => putRule(api, input),
    ),
    PutTargets: operation(
      z.strictObject({
        Rule: name,
        EventBusName: bus,
        Targets: z.array(target).min(1).max(ENTRIES_PER_CALL),
      }),
      ({ Rule, Targets }) => putTargets(api, known(Rule), Targets),
    ),
    RemoveTargets: operation(
      z.strictObject({ Rule: name, EventBusName: bus, Ids: z.array(name).min(1).max(ENTRIES_PER_CALL) }),
      ({ Rule, Ids }) => {
        const rule = known(Rule)
        rule.targets = rule.targets.filter(({ Id }) => !Ids.includes(Id))
        return { FailedEntryCount: 0, FailedEntries: [] }
      },
    ),
    // Deleting what is not there succeeds: "If you call delete rule multiple times for the same rule, all calls will
    // succeed" (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html).
    DeleteRule: operation(z.strictObject({ Name: name, EventBusName: bus }), ({ Name }) => {
      if ((rules.get(Name)?.targets.length ?? 0) > 0)
        throw validationError("Rule can't be deleted since it has targets.")
      rules.delete(Name)
    }),
    DescribeRule: operation(z.strictObject({ Name: name, EventBusName: bus }), ({ Name }) =>
      description(known(Name)),
    ),
    ListRules: operation(
      z.strictObject({ NamePrefix: z.string().optional(), EventBusName: bus, ...paging }),
      ({ NamePrefix = '', Limit, NextToken }) => {
        const matching = [...rules.values()].filter((rule) => rule.name.startsWith(NamePrefix))
        const { items, ...more } = page(matching, (rule) => rule.name, { limit: Limit, token: NextToken })
        return { Rules: items.map(description), ...more }
      },
    ),
    ListTargetsByRule: operation(
      z.strictObject({ Rule: name, EventBusName: bus, ...paging }),
      ({ Rule, Limit, NextToken }) => {
        const { items, ...more } = page(known(Rule).targets, ({ Id }) => Id, {
          limit: Limit,
          token: NextToken,
        })
        return { Targets: items, ...more }
      },
    ),
  }
}

interface PutRule {
  readonly Name: string
  readonly ScheduleExpression: string
  readonly State: 'ENABLED' | 'DISABLED'
  readonly Description?: string | undefined
}

/** Replaces: what the request leaves out is gone afterwards, only the targets stay. */
function putRule({ rules, now, quota, propagationMs }: RuleApi, input: PutRule): unknown {
  const schedule = ruleSchedule(input.ScheduleExpression)
  const before = rules.get(input.Name)
  if (before === undefined && rules.size >= quota)
    throw new AwsError('LimitExceededException', 'The requested resource exceeds the maximum number allowed.')
  const at = now()
  const counts = at + propagationMs
  const old = before?.dueAts.filter((dueAt) => dueAt < counts) ?? []
  const minute = schedule.kind === 'once' ? schedule.at : undefined
  const renewed = minute !== undefined && minute > at && minute >= counts ? [minute] : []
  rules.set(input.Name, {
    name: input.Name,
    expression: input.ScheduleExpression,
    state: input.State,
    description: input.Description,
    targets: before?.targets ?? [],
    dueAts: [...old, ...renewed],
    rate: schedule.kind === 'rate' ? { periodMs: schedule.periodMs, lastAt: at } : undefined,
  })
  return { RuleArn: ruleArn(input.Name) }
}

function putTargets(
  { refusesTargets }: RuleApi,
  rule: Rule,
  entries: readonly z.infer<typeof target>[],
): unknown {
  for (const { Id, Input } of entries)
    if (Input !== undefined && !isJson(Input))
      throw validationError(`JSON syntax error in input for target ${Id}`)
  if (refusesTargets()) {
    const refused = { ErrorCode: 'ConcurrentModificationException', ErrorMessage: 'refused, as asked' }
    return {
      FailedEntryCount: entries.length,
      FailedEntries: entries.map(({ Id }) => ({ TargetId: Id, ...refused })),
    }
  }
  const targets = new Map([...rule.targets, ...entries].map((entry) => [entry.Id, entry]))
  if (targets.size > TARGETS_PER_RULE)
    throw new AwsError('LimitExceededException', `Rule ${rule.name}: at most ${TARGETS_PER_RULE} targets.`)
  rule.targets = [...targets.values()]
  return { FailedEntryCount: 0, FailedEntries: [] }
}

const description = (rule: Rule) => ({
  Name: rule.name,
  Arn: ruleArn(rule.name),
  ScheduleExpression: rule.expression,
  State: rule.state,
  Description: rule.description,
  EventBusName: 'default',
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
