import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeRemoveAlarms } from '../../functions/handlers/remove-alarms.ts'
import { type Listening, listen, type VendorCall } from '../../local/stand-ins/stand-in.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const CONTEXT = { awsRequestId: 'r-1' } as Context

let cloudFormation: Listening
let answers: VendorCall[]
let status: number

beforeEach(async () => {
  answers = []
  status = 200
  cloudFormation = await listen((call) => {
    answers.push(call)
    return { status }
  })
})
afterEach(() => cloudFormation.close())

const event = (RequestType: string, more: object = {}) =>
  ({
    RequestType,
    ResponseURL: `${cloudFormation.url}/answer?signature=s`,
    StackId: 'stack-1',
    RequestId: 'request-1',
    LogicalResourceId: 'AlarmRemoval',
    ResourceProperties: { ServiceToken: 'arn', stage: 'prod', ...more },
  }) as unknown as CloudFormationCustomResourceEvent

/** The function, and what it asked to be removed. */
function removal(refuse = false) {
  const removed: string[] = []
  const remove = async (what: string) => {
    if (refuse) throw new Error('secret +61491570006')
    return removed.push(what)
  }
  const handler = makeRemoveAlarms({
    removeRules: (stage) => remove(`rules of ${stage}`),
    removeSchedules: (stage, group) => remove(`schedules of ${stage} in ${group}`),
    log: quiet,
  })
  return { removed, run: (of: CloudFormationCustomResourceEvent) => handler(of, CONTEXT) }
}

const outcome = () => JSON.parse(answers[0]?.body ?? '{}')

it('removes the stage’s rules when the stack is deleted, and says so', async () => {
  const { removed, run } = removal()

  await run(event('Delete'))

  expect(removed).toEqual(['rules of prod'])
  expect(answers[0]).toMatchObject({ method: 'PUT', path: '/answer' })
  expect(outcome()).toEqual({
    Status: 'SUCCESS',
    PhysicalResourceId: 'alarms-of-the-stage',
    StackId: 'stack-1',
    RequestId: 'request-1',
    LogicalResourceId: 'AlarmRemoval',
  })
})

it('removes schedules too where the stage has a group, and rules from before', async () => {
  const { removed, run } = removal()

  await run(event('Delete', { group: 'alarms' }))

  expect(removed).toEqual(['rules of prod', 'schedules of prod in alarms'])
})

it.each(['Create', 'Update'])('removes nothing on %s', async (type) => {
  const { removed, run } = removal()

  await run(event(type))

  expect(removed).toEqual([])
  expect(outcome().Status).toBe('SUCCESS')
})

it('tells CloudFormation at once when it could not, instead of letting it wait', async () => {
  await removal(true).run(event('Delete'))

  expect(outcome()).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringContaining('could not be removed'),
  })
  expect(answers[0]?.body).not.toContain('+61491570006')
})

it('fails when CloudFormation does not take the answer', async () => {
  status = 403

  await expect(removal().run(event('Create'))).rejects.toThrow('status 403')
})
