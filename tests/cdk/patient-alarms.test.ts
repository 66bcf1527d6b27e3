import { describe, expect, it } from 'vitest'
import { alarmName } from '../../lib/patient/alarm-name.ts'
import { patientId } from '../../lib/patient/identifiers.ts'
import { refersTo, synthesised, textOf } from './synthesised.ts'

const rules = synthesised()
const scheduler = synthesised({ alarms: 'scheduler' })

const eventPermissions = (stack: typeof rules) =>
  stack
    .of('AWS::Lambda::Permission')
    .filter(({ Properties }) => Properties.Principal === 'events.amazonaws.com')
    .map(({ Properties }) => Properties)

/** Actions that the function's policy allows, each with its resources as text. */
const allowed = (stack: typeof rules, name: string): ReadonlyMap<string, string> => {
  const role = refersTo(stack.lambda(name).Properties.Role)
  const statements = stack
    .of('AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles.some((each: unknown) => refersTo(each) === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
  return new Map(
    statements.flatMap(({ Action, Resource }) =>
      [Action].flat().map((action: string) => [action, [Resource].flat().map(textOf).join(' ')] as const),
    ),
  )
}

describe.each([
  ['rules', rules],
  ['scheduler', scheduler],
])('with alarms by %s', (_, stack) => {
  it('one permission lets all patients’ rules wake the function, and another the sweep’s rule the sweep', () => {
    const permissions = eventPermissions(stack)

    const sources = permissions.map(({ SourceArn }) => textOf(SourceArn))

    expect(sources).toHaveLength(2)
    expect(sources.filter((source) => source.endsWith(':rule/alarm-prod-*'))).toHaveLength(1)
  })

  it('rules that an operator or another stage made are out of reach', () => {
    const pattern = [...allowed(stack, 'sweep')].find(([action]) => action === 'events:DeleteRule')?.[1] ?? ''

    expect(pattern).toMatch(/:rule\/alarm-prod-\*$/)
    expect(alarmName('prod', patientId('p-1'))).toMatch(/^alarm-prod-/)
  })

  it('rules of before can be removed by the sweep and when the stack goes', () => {
    for (const name of ['sweep', 'remove-alarms']) {
      const actions = [...allowed(stack, name).keys()]
      expect(actions).toEqual(
        expect.arrayContaining(['events:ListRules', 'events:RemoveTargets', 'events:DeleteRule']),
      )
    }
  })

  it('what arms patients is deleted before their rules are, so that it makes no new ones', () => {
    const [removal] = stack.of('AWS::CloudFormation::CustomResource')

    for (const name of [
      ...['clinic-api', 'import-patients', 'receive-reply', 'record-delivery'],
      ...['send-due-texts', 'sweep'],
    ])
      expect(stack.lambda(name).DependsOn).toContain(removal?.id)
  })

  it('a wake that could not be handed over is kept', () => {
    const queue = refersTo(stack.lambda('sweep').Properties.Environment.Variables.ALARM_DEAD_LETTER_ARN)

    const senders = stack
      .of('AWS::SQS::QueuePolicy')
      .filter(({ Properties }) => Properties.Queues.some((each: unknown) => refersTo(each) === queue))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Condition }) => textOf(Object.values(Object.values(Condition)[0] ?? {})[0]))

    expect(senders).toContainEqual(expect.stringMatching(/:rule\/alarm-prod-\*$/))
  })

  it('the function that alarms wake has a name that never changes, because rules remember it', () => {
    const target = textOf(stack.lambda('sweep').Properties.Environment.Variables.ALARM_TARGET_ARN)

    expect(stack.lambda('send-due-texts').Properties.FunctionName).toBe('sij-texts-prod-send-due-texts')
    expect(target).toMatch(/:function:sij-texts-prod-send-due-texts$/)
  })
})

describe('with rules', () => {
  it('functions arm by rules alone', () => {
    const actions = [...allowed(rules, 'send-due-texts').keys()]

    expect(actions).toEqual(expect.arrayContaining(['events:PutRule', 'events:PutTargets']))
    expect(actions.filter((action) => /^scheduler:|PassRole/.test(action))).toEqual([])
    expect(rules.of('AWS::Scheduler::ScheduleGroup')).toEqual([])
  })
})

describe('with Scheduler', () => {
  it('functions arm by schedules of their own group alone', () => {
    const grants = allowed(scheduler, 'send-due-texts')

    expect([...grants.keys()].filter((action) => action.startsWith('events:'))).toEqual([])
    expect(grants.get('scheduler:CreateSchedule')).toMatch(/:schedule\/sij-texts-prod-alarms\/alarm-prod-\*$/)
  })

  it('schedules are removed before their group is', () => {
    const [removal] = scheduler.of('AWS::CloudFormation::CustomResource')
    const [group] = scheduler.of('AWS::Scheduler::ScheduleGroup')

    expect(removal?.Properties.group).toBe('sij-texts-prod-alarms')
    expect(removal?.DependsOn).toContain(group?.id)
  })

  it('one role is passed, to Scheduler only, and may wake one function', () => {
    const pass = scheduler
      .of('AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => [Action].flat().includes('iam:PassRole'))
    const role = scheduler.byId(refersTo(pass[0].Resource) ?? '')
    const [wake] = role.Properties.Policies[0].PolicyDocument.Statement

    expect(new Set(pass.map(({ Resource }) => textOf(Resource))).size).toBe(1)
    expect(pass[0].Condition.StringEquals['iam:PassedToService']).toBe('scheduler.amazonaws.com')
    expect(wake.Action).toBe('lambda:InvokeFunction')
    expect(textOf(wake.Resource)).toMatch(/:function:sij-texts-prod-send-due-texts$/)
  })
})
