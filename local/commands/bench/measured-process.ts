import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'aws-lambda'
import * as z from 'zod/mini'
import { answering } from '../../chaos/answering.ts'

// A process in which a bundled function runs and nothing else does. Its file is the argument.

const HANDLER = z.object({ handler: z.custom<(event: unknown, context: Context) => Promise<unknown>>() })
const RUN = z.object({ events: z.array(z.unknown()), atOnce: z.number(), isWatched: z.boolean() })

const [, , file = ''] = process.argv
const { handler } = HANDLER.parse(require(file))

const CONTEXT: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'measured',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:measured',
  memoryLimitInMB: '512',
  awsRequestId: 'measured',
  logGroupName: 'measured',
  logStreamName: 'measured',
  getRemainingTimeInMillis: () => 10_000,
  done: () => {},
  fail: () => {},
  succeed: () => {},
}

/** The most that was held after an event, where that is asked for: looking takes a third of a millisecond. The system's own record of it begins with what the parent process held. */
let peak = process.memoryUsage.rss()

async function run(input: unknown) {
  const { events, atOnce, isWatched } = RUN.parse(input)
  const queue = events.values()
  let answer: unknown
  const before = process.cpuUsage()
  const work = async (): Promise<void> => {
    for (const event of queue) {
      answer = await handler(event, CONTEXT)
      if (isWatched) peak = Math.max(peak, process.memoryUsage.rss())
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const { user, system } = process.cpuUsage(before)
  return { processorMs: (user + system) / 1000, answer }
}

answering(
  Promise.resolve({
    run,
    idle: () => sleep(300),
    /** Megabytes. */
    peak: () => peak / 1e6,
  }),
)
