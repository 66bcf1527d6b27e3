import { describe, expect, it } from 'vitest'
import { TIMEOUT_SECONDS } from '../../lib/settings.ts'
import { refersTo, synthesised } from './synthesised.ts'

const stack = synthesised()
const FUNCTIONS = [
  'clinic-api',
  'import-patients',
  'receive-reply',
  'record-delivery',
  'send-due-texts',
  'sweep',
  'console-pages',
  'remove-alarms',
] as const

it('has the functions of the service and nothing else that runs', () => {
  const names = stack
    .of('AWS::Lambda::Function')
    .map(({ Properties }) => Properties.Description.split(': ')[1])

  expect(names.sort()).toEqual([...FUNCTIONS].sort())
})

/** An alarm costs; that these had to wait hurts no patient. */
const isWaitedFor = (name: string) => !['remove-alarms', 'console-pages', 'import-patients'].includes(name)

describe.each(FUNCTIONS)('%s', (name) => {
  const lambda = stack.lambda(name)

  it('runs on Node 24 and arm64', () => {
    expect(lambda.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
  })

  it.each(
    isWaitedFor(name) ? ['Errors', 'Throttles'] : ['Errors'],
  )('has an alarm on its %s that says what it means and where to read on', (metric) => {
    const alarms = stack
      .of('AWS::CloudWatch::Alarm')
      .filter(
        ({ Properties }) =>
          Properties.MetricName === metric && refersTo(Properties.Dimensions[0].Value) === lambda.id,
      )

    expect(alarms).toHaveLength(1)
    expect(alarms[0]?.Properties.AlarmDescription).toMatch(/\. .+\. What to do: docs\/runbook\.md#[a-z-]+$/)
    expect(alarms[0]?.Properties.AlarmActions).toHaveLength(1)
  })

  it('loses no failed run', () => {
    const [config] = stack
      .of('AWS::Lambda::EventInvokeConfig')
      .filter(({ Properties }) => refersTo(Properties.FunctionName) === lambda.id)

    const queue = refersTo(config?.Properties.DestinationConfig.OnFailure.Destination)

    expect(stack.byId(queue ?? '').Type).toBe('AWS::SQS::Queue')
  })

  it('keeps its log three months, encrypted, in a group of its own', () => {
    const group = stack.byId(refersTo(lambda.Properties.LoggingConfig.LogGroup) ?? '')

    expect(group.Properties.RetentionInDays).toBe(90)
    expect(stack.byId(refersTo(group.Properties.KmsKeyId) ?? '').Type).toBe('AWS::KMS::Key')
  })
})

describe('every function stops before its caller does', () => {
  it.each([
    'clinic-api',
    'import-patients',
    'receive-reply',
    'record-delivery',
  ])('%s before the API', (name) => {
    const lambda = stack.lambda(name)

    const [integration] = stack
      .of('AWS::ApiGatewayV2::Integration')
      .filter(({ Properties }) => refersTo(Properties.IntegrationUri) === lambda.id)

    expect(lambda.Properties.Timeout * 1000).toBeLessThan(integration?.Properties.TimeoutInMillis)
  })

  it.each([
    'receive-reply',
    'record-delivery',
  ] as const)('%s before Twilio, which waits 15 seconds', (name) => {
    expect(stack.lambda(name).Properties.Timeout).toBe(TIMEOUT_SECONDS[name])
    expect(TIMEOUT_SECONDS[name]).toBeLessThan(15)
  })

  it('the sweep before the next one', () => {
    expect(stack.lambda('sweep').Properties.Timeout).toBeLessThan(60)
  })

  it('the clean-up before CloudFormation', () => {
    const [resource] = stack.of('AWS::CloudFormation::CustomResource')

    expect(stack.lambda('remove-alarms').Properties.Timeout).toBeLessThan(
      Number(resource?.Properties.ServiceTimeout),
    )
  })
})

describe('how much runs at once', () => {
  it('is one sweep and ten wakes', () => {
    expect(stack.lambda('sweep').Properties.ReservedConcurrentExecutions).toBe(1)
    expect(stack.lambda('send-due-texts').Properties.ReservedConcurrentExecutions).toBe(10)
  })

  it('is a choice, and an account of ten in all can reserve nothing', () => {
    const many = synthesised({ textsConcurrency: '40' })
    const none = synthesised({ textsConcurrency: '0' })

    expect(many.lambda('send-due-texts').Properties.ReservedConcurrentExecutions).toBe(40)
    expect(none.lambda('send-due-texts').Properties.ReservedConcurrentExecutions).toBeUndefined()
    expect(none.lambda('sweep').Properties.ReservedConcurrentExecutions).toBeUndefined()
  })
})

describe('the address that Twilio knows', () => {
  it('is the API’s own', () => {
    const { Environment } = stack.lambda('receive-reply').Properties

    expect(stack.byId(refersTo(Environment.Variables.PUBLIC_URL) ?? '').Type).toBe('AWS::ApiGatewayV2::Api')
  })

  it('is the one chosen', () => {
    const { Environment } = synthesised({ publicUrl: 'https://t.example.org' }).lambda(
      'receive-reply',
    ).Properties

    expect(Environment.Variables.PUBLIC_URL).toBe('https://t.example.org')
  })
})
