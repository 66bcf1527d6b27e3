import { describe, expect, it } from 'vitest'
import { instant, MINUTE } from '../../lib/time/instant.ts'
import { type LocalFunction, startLambda } from '../../local/lambda.ts'
import { movableClock } from '../../local/movable-clock.ts'

const START = Date.parse('2026-11-23T10:00:00+11:00')

function lambdaWith(run: LocalFunction) {
  const clock = movableClock(START)
  const lambda = startLambda(clock)
  lambda.deploy({ 'send-due-texts': { run, timeoutSeconds: 30 } })
  const passMinutes = async (minutes: number) => {
    clock.set(instant(clock.now() + minutes * MINUTE))
    await lambda.runDue()
  }
  return { lambda, passMinutes }
}

/** Fails on the first `failures` calls and counts them all. */
function failing(failures: number) {
  const events: string[] = []
  const run: LocalFunction = async (json) => {
    events.push(json)
    if (events.length <= failures) throw new Error('out of order')
  }
  return { events, run }
}

describe('an asynchronous call', () => {
  it('is tried again one minute and then two minutes after a failure, with the same event', async () => {
    const { events, run } = failing(2)
    const { lambda, passMinutes } = lambdaWith(run)

    await lambda.invokeAsync('send-due-texts', '{"patientId":"p1"}')
    const next = lambda.nextEventAt()
    await passMinutes(1)
    const nextButOne = lambda.nextEventAt()
    await passMinutes(2)

    expect(next).toBe(START + MINUTE)
    expect(nextButOne).toBe(START + 3 * MINUTE)
    expect(events).toEqual(Array(3).fill('{"patientId":"p1"}'))
    expect(lambda.failures()).toEqual([])
    expect(lambda.nextEventAt()).toBeUndefined()
  })

  it('is recorded as failed after its third failure, and not tried again', async () => {
    const { events, run } = failing(99)
    const { lambda, passMinutes } = lambdaWith(run)

    await lambda.invokeAsync('send-due-texts', '{}')
    await passMinutes(1)
    await passMinutes(2)
    await passMinutes(60)

    expect(events).toHaveLength(3)
    expect(lambda.failures()).toEqual([
      {
        at: START + 3 * MINUTE,
        functionName: 'send-due-texts',
        attempts: 3,
        error: 'Error: out of order',
      },
    ])
  })

  it('is tried once when it succeeds', async () => {
    const { events, run } = failing(0)
    const { lambda, passMinutes } = lambdaWith(run)

    await lambda.invokeAsync('send-due-texts', '{}')
    await passMinutes(60)

    expect(events).toHaveLength(1)
  })

  it('survives a restart with its retry', async () => {
    const { run: broken } = failing(99)
    const before = lambdaWith(broken)
    await before.lambda.invokeAsync('send-due-texts', '{"patientId":"p1"}')
    const { events, run } = failing(0)
    const after = lambdaWith(run)

    after.lambda.restore(JSON.parse(JSON.stringify(before.lambda.snapshot())))
    await after.passMinutes(1)

    expect(events).toEqual(['{"patientId":"p1"}'])
  })
})

describe('a call that waits', () => {
  it('hands the failure to the caller and does not try again', async () => {
    const { events, run } = failing(1)
    const { lambda } = lambdaWith(run)

    const call = lambda.invoke('send-due-texts', { patientId: 'p1' })

    await expect(call).rejects.toThrow('out of order')
    expect(events).toEqual(['{"patientId":"p1"}'])
    expect(lambda.nextEventAt()).toBeUndefined()
  })

  it('gives the function its name, a request id and its remaining time', async () => {
    const { lambda } = lambdaWith(async (_json, context) => ({
      name: context.functionName,
      id: context.awsRequestId,
      left: context.getRemainingTimeInMillis(),
    }))

    const answer = await lambda.invoke('send-due-texts', {})

    expect(answer).toEqual({
      name: 'send-due-texts',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      left: expect.toSatisfy((left: number) => left > 0 && left <= 30_000),
    })
  })

  it('names the functions there are when asked for another', async () => {
    const { lambda } = lambdaWith(async () => undefined)

    const call = lambda.invoke('send-texts', {})

    await expect(call).rejects.toThrow('function "send-texts": expected one of send-due-texts')
  })
})
