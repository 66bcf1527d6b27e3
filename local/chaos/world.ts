import { z } from 'zod'
import { servicesFrom } from '../../functions/services.ts'
import type { Services } from '../../lib/care/services.ts'
import { TIMEOUT_SECONDS } from '../../lib/settings.ts'
import type { Instant } from '../../lib/time/instant.ts'
import { type Lambda, startLambda } from '../lambda.ts'
import { noMetrics, quietLog } from '../quiet-log.ts'
import { putSweepRule } from '../sweep-rule.ts'
import { CREDENTIALS, settingsFor } from '../vendors.ts'
import { type Child, startChild } from './child.ts'
import { environmentOf } from './environment.ts'
import { type OffsetClock, offsetClock } from './offset-clock.ts'
import { CLINIC, SENDING_PROCESSES, STAGE } from './place.ts'
import { startWorkers, type Workers } from './workers.ts'

/** The service and its vendors, each in a process of its own, with one clock for all of them. */
export interface World {
  readonly clock: OffsetClock
  /** For enrolling and for reading what came of it: the product's own, in this process. */
  readonly services: Services
  readonly dynamodb: Child
  readonly twilio: Child
  readonly senders: Workers
  /** Plays AWS Lambda: queues calls, and tries those again that failed. */
  readonly lambda: Lambda
  /** Shifts everybody's clock forward to this moment, and has done what is due then. */
  passTo(moment: Instant): Promise<void>
  close(): Promise<void>
}

const CALL = z.object({ functionName: z.string(), json: z.string() })
const PLACE = z.object({ url: z.string() })
const TABLE = z.object({ url: z.string(), tableName: z.string() })

export async function startWorld(start: Instant, concurrency: number): Promise<World> {
  const clock = offsetClock(start)
  const calls = new Set<Promise<void>>()
  const lambda = startLambda({ now: clock.now, track: (work) => work })
  const called = (what: unknown): void => {
    const { functionName, json } = CALL.parse(what)
    const call = lambda.invokeAsync(functionName, json).then(() => void calls.delete(call))
    calls.add(call)
  }
  const settled = async (): Promise<void> => {
    while (calls.size > 0) await Promise.all(calls)
  }

  const vendor = (name: string): Child =>
    startChild({ entry: './vendor-process.ts', args: [name], told: called })
  const dynamodb = vendor('dynamodb')
  const eventbridge = vendor('eventbridge')
  const ssm = vendor('ssm')
  const sns = vendor('sns')
  const twilio = vendor('twilio')
  const vendors = [dynamodb, eventbridge, ssm, sns, twilio]
  const setClock = (child: Child): Promise<unknown> => child.ask('clock', clock.offset())
  await Promise.all(vendors.map(setClock))

  const settings = settingsFor(
    {
      dynamodb: await dynamodb.ask('place', undefined, TABLE),
      eventbridge: await eventbridge.ask('place', undefined, PLACE),
      ssm: await ssm.ask('place', undefined, PLACE),
      sns: await sns.ask('place', undefined, PLACE),
      twilio: await twilio.ask('place', undefined, PLACE),
    },
    { stage: STAGE, alarms: 'rules', publicUrl: 'https://texts.example.org' },
  )
  const env = environmentOf(settings)
  const startFunction = async (): Promise<Child> => {
    const child = startChild({ entry: './function-process.ts', env })
    await setClock(child)
    return child
  }
  const [senders, sweeper] = await Promise.all([
    startWorkers(sharesOf(concurrency), startFunction),
    startWorkers([1], startFunction),
  ])
  const runBy = (workers: Workers, functionName: keyof typeof TIMEOUT_SECONDS) => ({
    run: (json: string) => workers.run('run', { functionName, json }),
    timeoutSeconds: TIMEOUT_SECONDS[functionName],
  })
  lambda.deploy({ 'send-due-texts': runBy(senders, 'send-due-texts'), sweep: runBy(sweeper, 'sweep') })

  const services = servicesFrom(settings, {
    clock,
    credentials: CREDENTIALS,
    log: quietLog,
    metrics: noMetrics,
  })
  await services.clinics.saveClinic(CLINIC)
  await putSweepRule(settings.endpoints.eventbridge ?? '')

  return {
    clock,
    services,
    dynamodb,
    twilio,
    senders,
    lambda,
    passTo: async (moment) => {
      if (moment > clock.now()) clock.shift(clock.offset() + moment - clock.now())
      await Promise.all([senders.ready(), sweeper.ready()])
      await Promise.all([...vendors, ...senders.children(), ...sweeper.children()].map(setClock))
      await Promise.all([eventbridge, twilio].map((one) => one.ask('runDue')))
      await Promise.all([lambda.runDue(), settled()])
    },
    close: async () => {
      await Promise.all([senders.close(), sweeper.close()])
      for (const child of vendors) child.kill()
      await Promise.all(vendors.map(({ ended }) => ended))
    },
  }
}

/** The concurrency, dealt out to the processes. */
function sharesOf(concurrency: number): readonly number[] {
  const processes = Math.min(SENDING_PROCESSES, concurrency)
  return Array.from({ length: processes }, (_, index) =>
    Math.floor((concurrency + processes - 1 - index) / processes),
  )
}
