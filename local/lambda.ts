import { randomUUID } from 'node:crypto'
import type { Context } from 'aws-lambda'
import { z } from 'zod'
import type { MovableClock } from './movable-clock.ts'
import { AWS_ACCOUNT, AWS_REGION } from './stand-ins/aws-server.ts'

/** Waits before the two retries of an asynchronous call: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const RETRY_WAITS_MS = [60_000, 120_000]

/** A function as Lambda sees it: the event is JSON text. */
export type LocalFunction = (json: string, context: Context) => Promise<unknown>

/** An asynchronous call that failed for the last time, as an on-failure destination would be told. */
export interface FailedCall {
  readonly at: number
  readonly functionName: string
  readonly attempts: number
  readonly error: string
}

/** Functions by name, each with its timeout. */
export type Deployed = Readonly<
  Record<string, { readonly run: LocalFunction; readonly timeoutSeconds: number }>
>

const call = z.object({
  functionName: z.string(),
  json: z.string(),
  attempt: z.number(),
  /** Epoch ms before which it is not tried again. */
  at: z.number(),
})
type Call = z.infer<typeof call>
const failed = z.object({
  at: z.number(),
  functionName: z.string(),
  attempts: z.number(),
  error: z.string(),
})
const state = z.object({ waiting: z.array(call), failures: z.array(failed) })

export interface Lambda {
  /** Takes the place of all functions. Whoever calls them may exist before them. */
  deploy(functions: Deployed): void
  /** Calls and waits for the answer; a throw is the caller's, as for an HTTP integration. */
  invoke(functionName: string, event: unknown): Promise<unknown>
  /** Calls without an answer; settles, never rejects, when this first attempt is over. */
  invokeAsync(functionName: string, json: string): Promise<void>
  failures(): readonly FailedCall[]
  nextEventAt(): number | undefined
  /** Retries what is due. */
  runDue(): Promise<void>
  snapshot(): unknown
  restore(state: unknown): void
}

/** A typed handler as Lambda sees it. */
export const localFunction =
  <E>(handler: (event: E, context: Context) => Promise<unknown>): LocalFunction =>
  (json, context) =>
    handler(JSON.parse(json), context)

/** Runs functions in this process, with AWS's rules for calls that wait and calls that do not. */
export function startLambda(clock: Pick<MovableClock, 'now' | 'track'>): Lambda {
  let functions: Deployed = {}
  let waiting: readonly Call[] = []
  let failures: readonly FailedCall[] = []

  async function run(functionName: string, json: string): Promise<unknown> {
    const called = functions[functionName]
    if (called === undefined)
      throw new Error(`function "${functionName}": expected one of ${Object.keys(functions).join(', ')}`)
    return clock.track(called.run(json, contextOf(functionName, called.timeoutSeconds)))
  }

  async function attempt({ functionName, json, attempt: attempts }: Call): Promise<void> {
    try {
      await run(functionName, json)
    } catch (error) {
      const wait = RETRY_WAITS_MS[attempts - 1]
      const now = clock.now()
      if (wait === undefined)
        failures = [...failures, { at: now, functionName, attempts, error: String(error) }]
      else waiting = [...waiting, { functionName, json, attempt: attempts + 1, at: now + wait }]
    }
  }

  return {
    deploy: (deployed) => {
      functions = deployed
    },
    // Through JSON, as on the wire: a handler must not see what JSON cannot say.
    invoke: (functionName, event) => run(functionName, JSON.stringify(event)),
    invokeAsync: (functionName, json) => attempt({ functionName, json, attempt: 1, at: clock.now() }),
    failures: () => failures,
    nextEventAt: () => (waiting.length === 0 ? undefined : Math.min(...waiting.map(({ at }) => at))),
    runDue: async () => {
      const due = waiting.filter(({ at }) => at <= clock.now())
      waiting = waiting.filter((one) => !due.includes(one))
      for (const one of due) await attempt(one)
    },
    snapshot: () => ({ waiting, failures }),
    restore: (kept) => {
      ;({ waiting, failures } = state.parse(kept))
    },
  }
}

export const functionArn = (functionName: string): string =>
  `arn:aws:lambda:${AWS_REGION}:${AWS_ACCOUNT}:function:${functionName}`

export const functionOfArn = (arn: string): string => arn.split(':').at(-1) ?? arn

/** The context of one run that begins now. */
export function contextOf(functionName: string, timeoutSeconds: number): Context {
  // The real clock on purpose: a deadline is about how long this run takes, not about the patients' time.
  const endsAt = performance.now() + timeoutSeconds * 1000
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn(functionName),
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  }
}
