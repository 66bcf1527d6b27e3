import { z } from 'zod'
import { type ApiFaults, type AwsServer, type AwsServerOptions, jsonOf, serveAws } from './aws-server.ts'
import { type FiringFaults, firing, oldestDue } from './firing.ts'
import {
  keyOf,
  type Schedule,
  scheduleArn,
  scheduleOperations,
  scheduleState,
} from './scheduler-schedules.ts'
import type { StandIn, VirtualNow } from './stand-in.ts'

/** AWS's default: https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html */
const SCHEDULES_PER_REGION = 10_000_000

export interface ScheduleFiring {
  /** Name without the group. */
  readonly scheduleName: string
  readonly scheduleArn: string
  /** The moment it fires for, epoch ms; the clock may be later. */
  readonly scheduledAt: number
}

export interface SchedulerOptions {
  readonly now: VirtualNow
  /** Hands an event to a target. A rejection ends `runDue`; what it had not reached stays due. */
  readonly invoke: (targetArn: string, input: string, context: ScheduleFiring) => Promise<void>
  readonly quota?: number
  /** Groups that were made. Left out, every group counts as made. */
  readonly groups?: readonly string[]
  readonly port?: number
}

/** `fireTwice` and `loseNext` take a schedule's name without its group. */
export interface SchedulerStandIn extends StandIn, FiringFaults, ApiFaults {
  readonly calls: AwsServer['calls']
}

/** One-time schedules of EventBridge Scheduler, as `@aws-sdk/client-scheduler` speaks to it (REST JSON). */
export async function startScheduler(options: SchedulerOptions): Promise<SchedulerStandIn> {
  const { now, invoke, quota = SCHEDULES_PER_REGION, groups, port } = options
  const schedules = new Map<string, Schedule>()
  const { timesFor, ...firingFaults } = firing()

  async function fire({ schedule, dueAt }: Due): Promise<void> {
    const key = keyOf(schedule)
    // Taken off before the target runs: its handler may update this very schedule, and the new time must stand.
    const fired = { ...schedule, dueAt: undefined }
    schedules.set(key, fired)
    const context = { scheduleName: schedule.Name, scheduleArn: scheduleArn(key), scheduledAt: dueAt }
    const { Arn, Input } = schedule.Target
    if (schedule.State === 'ENABLED')
      for (let times = timesFor(schedule.Name); times > 0; times -= 1) await invoke(Arn, Input, context)
    if (schedule.ActionAfterCompletion === 'DELETE' && schedules.get(key) === fired) schedules.delete(key)
  }

  const due = (): readonly Due[] =>
    [...schedules.values()].flatMap((schedule) =>
      schedule.dueAt === undefined ? [] : [{ name: keyOf(schedule), schedule, dueAt: schedule.dueAt }],
    )

  const { url, close, calls, throttleNext, failNext } = await serveAws({
    identify: identifySchedulerCall,
    operations: scheduleOperations({ schedules, now, quota, groups }),
    internalError: 'InternalServerException',
    port,
  })

  return {
    url,
    close,
    calls,
    throttleNext,
    failNext,
    ...firingFaults,
    nextEventAt: () => {
      const moments = due().map(({ dueAt }) => dueAt)
      return moments.length === 0 ? undefined : moments.reduce((one, other) => Math.min(one, other))
    },
    runDue: async () => {
      const until = now()
      for (let next = oldestDue(due(), until); next !== undefined; next = oldestDue(due(), until))
        await fire(next)
    },
    snapshot: () => structuredClone([...schedules.values()]),
    restore: (state) => {
      const kept = z.array(scheduleState).parse(state)
      schedules.clear()
      for (const schedule of kept) schedules.set(keyOf(schedule), schedule)
    },
  }
}

interface Due {
  readonly name: string
  readonly schedule: Schedule
  readonly dueAt: number
}

const OPERATIONS_ON_ONE = new Map([
  ['POST', 'CreateSchedule'],
  ['PUT', 'UpdateSchedule'],
  ['GET', 'GetSchedule'],
  ['DELETE', 'DeleteSchedule'],
])

/** Path, query and body become one input; the API never uses a name in two of them. */
const identifySchedulerCall: AwsServerOptions['identify'] = ({ method, path, query, body }) => {
  const named = /^\/schedules\/([^/]+)$/.exec(path)?.[1]
  const listed = path === '/schedules' && method === 'GET' ? 'ListSchedules' : undefined
  const name = named === undefined ? listed : OPERATIONS_ON_ONE.get(method)
  if (name === undefined) return undefined
  return {
    name,
    input: () => ({
      ...z.record(z.string(), z.unknown()).parse(jsonOf(body)),
      ...Object.fromEntries(query),
      ...(named === undefined ? {} : { Name: decodeURIComponent(named) }),
    }),
  }
}
