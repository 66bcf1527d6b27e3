import { z } from 'zod'
import { AwsError, arn, type Operation, operation, page, validationError } from './aws-server.ts'
import { scheduleInstant } from './schedule-expression.ts'
import type { VirtualNow } from './stand-in.ts'

const PAGE = 100

const name = z.string().regex(/^[0-9a-zA-Z\-_.]{1,64}$/, 'expected 1 to 64 of . - _ A-Z a-z 0-9')
const ClientToken = z.string().min(1).max(64)

const schedule = z.strictObject({
  Name: name,
  GroupName: name.default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('UTC', 'this stand-in knows UTC only').default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Description: z.string().max(512).optional(),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF', 'this stand-in knows OFF only') }),
  Target: z.strictObject({
    Arn: z.string().startsWith('arn:'),
    RoleArn: z.string().startsWith('arn:'),
    Input: z
      .string('this stand-in has no event of its own: expected an Input')
      .refine((text) => !text.includes('<aws.scheduler.'), 'context keywords are not implemented'),
    RetryPolicy: z
      .strictObject({
        MaximumRetryAttempts: z.int().min(0).max(185).optional(),
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400).optional(),
      })
      .optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
})
const request = z.strictObject({ ...schedule.shape, ClientToken })

export const scheduleState = z.object({
  ...schedule.shape,
  createdWith: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  /** Epoch ms; undefined once it has fired. */
  dueAt: z.number().optional(),
})
export type Schedule = z.infer<typeof scheduleState>
type Request = z.infer<typeof request>

export const keyOf = ({ GroupName, Name }: Pick<Schedule, 'GroupName' | 'Name'>): string =>
  `${GroupName}/${Name}`
export const scheduleArn = (key: string): string => arn('scheduler', `schedule/${key}`)

export interface ScheduleApi {
  /** By group and name, as `keyOf` puts it. */
  readonly schedules: Map<string, Schedule>
  readonly now: VirtualNow
  readonly quota: number
  /** Groups there are; undefined when every group is. */
  readonly groups: readonly string[] | undefined
}

/** The control operations, each changing `schedules` as AWS would. */
export function scheduleOperations(api: ScheduleApi): Readonly<Record<string, Operation>> {
  const { schedules, now, quota } = api
  const known = (key: string): Schedule => {
    const found = schedules.get(key)
    if (found === undefined) throw notFound(`Schedule ${key}`)
    return found
  }
  const put = (input: Request, before: Schedule | undefined): unknown => {
    requireGroup(api, input.GroupName)
    const at = now()
    const dueAt = scheduleInstant(input.ScheduleExpression)
    if (dueAt <= at) throw validationError(`ScheduleExpression ${input.ScheduleExpression} is in the past`)
    const { ClientToken: createdWith, ...rest } = input
    const origin = { createdWith: before?.createdWith ?? createdWith, createdAt: before?.createdAt ?? at }
    schedules.set(keyOf(input), { ...rest, ...origin, changedAt: at, dueAt })
    return { ScheduleArn: scheduleArn(keyOf(input)) }
  }
  return {
    CreateSchedule: operation(request, (input) => {
      const there = schedules.get(keyOf(input))
      // The SDK repeats a request with the token it had: that is the same create, not a second one.
      if (there?.createdWith === input.ClientToken) return { ScheduleArn: scheduleArn(keyOf(input)) }
      if (there !== undefined)
        throw new AwsError('ConflictException', `Schedule ${keyOf(input)} already exists.`, 409)
      if (schedules.size >= quota)
        throw new AwsError(
          'ServiceQuotaExceededException',
          `Account limit of ${quota} schedules exceeded.`,
          402,
        )
      return put(input, undefined)
    }),
    UpdateSchedule: operation(request, (input) => put(input, known(keyOf(input)))),
    GetSchedule: operation(z.strictObject({ Name: name, groupName: name.default('default') }), (input) =>
      description(known(keyOf({ GroupName: input.groupName, Name: input.Name }))),
    ),
    DeleteSchedule: operation(
      z.strictObject({ Name: name, groupName: name.default('default'), clientToken: ClientToken }),
      (input) => void schedules.delete(keyOf(known(keyOf({ GroupName: input.groupName, Name: input.Name })))),
    ),
    ListSchedules: operation(
      z.strictObject({
        ScheduleGroup: name.optional(),
        NamePrefix: name.optional(),
        MaxResults: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
        NextToken: z.string().optional(),
      }),
      ({ ScheduleGroup, NamePrefix = '', MaxResults, NextToken }) => {
        if (ScheduleGroup !== undefined) requireGroup(api, ScheduleGroup)
        const matching = [...schedules.values()].filter(
          ({ GroupName, Name }) => GroupName === (ScheduleGroup ?? GroupName) && Name.startsWith(NamePrefix),
        )
        const { items, ...more } = page(matching, keyOf, { limit: MaxResults, token: NextToken })
        return { Schedules: items.map(summary), ...more }
      },
    ),
  }
}

function requireGroup({ groups }: ScheduleApi, group: string): void {
  if (groups !== undefined && !groups.includes(group)) throw notFound(`Schedule group ${group}`)
}

const notFound = (what: string) => new AwsError('ResourceNotFoundException', `${what} does not exist.`, 404)

/** Epoch seconds, as this protocol writes times. */
const times = ({ createdAt, changedAt }: Schedule) => ({
  CreationDate: createdAt / 1000,
  LastModificationDate: changedAt / 1000,
})

function description(found: Schedule): unknown {
  const { createdWith, createdAt, changedAt, dueAt, ...request } = found
  return { ...request, ...times(found), Arn: scheduleArn(keyOf(found)) }
}

const summary = (found: Schedule) => ({
  Name: found.Name,
  GroupName: found.GroupName,
  State: found.State,
  Arn: scheduleArn(keyOf(found)),
  Target: { Arn: found.Target.Arn },
  ...times(found),
})
