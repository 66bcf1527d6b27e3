import { describe, expect, it } from 'vitest'
import { TABLE_DEFINITION } from '../../lib/adapters/dynamodb/table.ts'
import { ALARMS } from '../../lib/ops/alarms.ts'
import { DASHBOARD } from '../../lib/ops/dashboard.ts'
import { ROUTES, type Route } from '../../lib/routes.ts'
import { refersTo, synthesised, textOf } from './synthesised.ts'

const stack = synthesised({ operatorEmail: 'ops@example.org' })
const nobodyToTell = synthesised()

describe('ways in', () => {
  const keyOf = ({ method, path }: Route) => `${method} ${path}`

  it('are those of the route table, and one for all the rest that clinic-api refuses', () => {
    const routes = stack.of('AWS::ApiGatewayV2::Route')

    const rest = routes.find(({ Properties }) => Properties.RouteKey === '$default')
    const integration = stack.byId(textOf(rest?.Properties.Target).match(/<(.+)>/)?.[1] ?? '')

    expect(routes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
      [...ROUTES.map(keyOf), '$default'].sort(),
    )
    expect(refersTo(integration.Properties.IntegrationUri)).toBe(stack.lambda('clinic-api').id)
  })

  it('without a key are only the webhooks, /health, /docs, /v1/openapi.json and the console’s files', () => {
    const routes: readonly Route[] = ROUTES

    const open = routes.filter(({ who }) => who === 'anyone' || who === 'twilio').map(keyOf)

    expect(open).toContain('GET /health')
    expect(
      open.filter(
        (key) =>
          !/^(POST \/webhooks\/twilio\/(inbound|status)|GET \/(health|docs|v1\/openapi\.json|console(\/.*)?)?)$/.test(
            key,
          ),
      ),
    ).toEqual([])
  })

  it('without a signature is no webhook', () => {
    const routes: readonly Route[] = ROUTES

    const webhooks = routes.filter(({ path }) => path.startsWith('/webhooks/'))

    expect(webhooks.map(({ who }) => who)).toEqual(['twilio', 'twilio'])
  })

  it('lead to the function of the table', () => {
    const inbound = stack
      .of('AWS::ApiGatewayV2::Route')
      .find(({ Properties }) => Properties.RouteKey === 'POST /webhooks/twilio/inbound')

    const integration = stack.byId(textOf(inbound?.Properties.Target).match(/<(.+)>/)?.[1] ?? '')

    expect(refersTo(integration.Properties.IntegrationUri)).toBe(stack.lambda('receive-reply').id)
  })

  it('are throttled, and logged without path, query or address', () => {
    const [stage] = stack.of('AWS::ApiGatewayV2::Stage')

    expect(stage?.Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    })
    expect(stage?.Properties.AccessLogSettings.Format).toContain('$context.routeKey')
    expect(stage?.Properties.AccessLogSettings.Format).not.toMatch(
      /path|query|sourceIp|identity|authorizer|Agent/i,
    )
  })

  it('let in the news of a sender of 100 texts a second, two for each, where others would be turned away', () => {
    const [stage] = stack.of('AWS::ApiGatewayV2::Stage')

    const settings = stage?.Properties.RouteSettings['POST /webhooks/twilio/status']

    expect(settings.ThrottlingRateLimit).toBeGreaterThanOrEqual(2 * 100)
    expect(settings.ThrottlingBurstLimit).toBeGreaterThanOrEqual(settings.ThrottlingRateLimit)
  })

  it('share one permission for each function, however many routes there are', () => {
    const ofApi = stack
      .of('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com')

    expect(ofApi).toHaveLength(new Set(ROUTES.map((route) => route.function)).size)
  })
})

describe('the table', () => {
  const [table] = stack.of('AWS::DynamoDB::Table')

  it('has the keys and indexes that the adapter asks for', () => {
    expect(table?.Properties.KeySchema).toEqual(TABLE_DEFINITION.KeySchema)
    expect(table?.Properties.GlobalSecondaryIndexes).toMatchObject(TABLE_DEFINITION.GlobalSecondaryIndexes)
    expect(table?.Properties.AttributeDefinitions).toEqual(
      expect.arrayContaining(TABLE_DEFINITION.AttributeDefinitions),
    )
  })

  it('is encrypted with our key, goes back 35 days and is kept with its key when the stack goes', () => {
    expect(table?.Properties).toMatchObject({
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    })
    expect(table?.DeletionPolicy).toBe('Retain')
    expect(stack.of('AWS::KMS::Key')[0]?.DeletionPolicy).toBe('Retain')
  })

  it('goes with the stack where that was chosen', () => {
    const [thrownAway] = synthesised({ data: 'delete' }).of('AWS::DynamoDB::Table')

    expect(thrownAway?.DeletionPolicy).toBe('Delete')
    expect(thrownAway?.Properties.DeletionProtectionEnabled).toBe(false)
  })
})

describe('the sweep', () => {
  it('starts every minute, and a start that got lost is kept', () => {
    const [rule] = stack.of('AWS::Events::Rule')
    const [target] = rule?.Properties.Targets ?? []

    expect(rule?.Properties.ScheduleExpression).toBe('rate(1 minute)')
    expect(refersTo(target.Arn)).toBe(stack.lambda('sweep').id)
    expect(stack.byId(refersTo(target.DeadLetterConfig.Arn) ?? '').Type).toBe('AWS::SQS::Queue')
  })
})

describe('operators', () => {
  const alarms = stack.of('AWS::CloudWatch::Alarm')
  const named = (name: string) =>
    alarms.filter(({ Properties }) => Properties.AlarmName.startsWith(`sij-texts-prod-${name}`))

  it.each(ALARMS)('hear of $name in words', ({ name, meaning, runbook, page }) => {
    const found = named(name)

    expect(found).toHaveLength(name === 'dead-letters' ? 2 : 1)
    for (const { Properties } of found) {
      expect(Properties.AlarmDescription).toBe(`${meaning} What to do: docs/runbook.md#${runbook}`)
      expect(Properties.AlarmActions.map(refersTo)).toEqual([
        expect.stringContaining(page ? 'Pages' : 'Tickets'),
      ])
    }
  })

  it('watch plain metrics, one each', () => {
    expect(alarms.filter(({ Properties }) => Properties.Metrics !== undefined)).toEqual([])
  })

  it('are reached: CloudWatch may publish to both topics for our alarms, and use the key they are encrypted with', () => {
    const publishes = stack
      .of('AWS::SNS::TopicPolicy')
      .filter(({ id }) => id.startsWith('Operators'))
      .map(({ Properties }) =>
        Properties.PolicyDocument.Statement.filter(
          ({ Effect, Principal }: { Effect: string; Principal: { Service?: string } }) =>
            Effect === 'Allow' && Principal.Service === 'cloudwatch.amazonaws.com',
        ),
      )
    const keyUsers = stack
      .of('AWS::KMS::Key')[0]
      ?.Properties.KeyPolicy.Statement.map(
        ({ Principal }: { Principal: { Service?: unknown } }) => Principal.Service,
      )

    expect(publishes.map((allowed) => allowed.length)).toEqual([1, 1])
    expect(textOf(publishes[0][0].Condition.ArnLike['aws:SourceArn'])).toMatch(/:alarm:sij-texts-prod-\*$/)
    expect(alarms.every(({ Properties }) => Properties.AlarmName.startsWith('sij-texts-prod-'))).toBe(true)
    expect(keyUsers).toContain('cloudwatch.amazonaws.com')
  })

  it('are paged for nothing but what a patient cannot wait for', () => {
    const paging = alarms.filter(({ Properties }) => refersTo(Properties.AlarmActions[0])?.includes('Pages'))

    expect(paging.map(({ Properties }) => Properties.AlarmName).sort()).toEqual([
      'sij-texts-prod-breaker-opened',
      'sij-texts-prod-escalation-unanswered',
      'sij-texts-prod-heartbeat-missing',
      'sij-texts-prod-inbound-failing',
      'sij-texts-prod-text-overdue',
    ])
  })

  it('are alarmed by a sweep that falls silent', () => {
    expect(named('heartbeat-missing')[0]?.Properties.TreatMissingData).toBe('breaching')
  })

  it('are told by e-mail, and a deployment that tells nobody says so', () => {
    expect(stack.of('AWS::SNS::Subscription').map(({ Properties }) => Properties.Endpoint)).toEqual([
      'ops@example.org',
      'ops@example.org',
    ])
    expect(JSON.stringify(nobodyToTell.warnings)).toContain('no operator is told')
    expect(JSON.stringify(stack.warnings)).not.toContain('no operator is told')
  })

  it('see every row of the dashboards, all alarms above what is about patients', () => {
    const [patients = '', machines = ''] = stack
      .of('AWS::CloudWatch::Dashboard')
      .map(({ Properties }) => textOf(Properties.DashboardBody))

    for (const { title, about, parts } of DASHBOARD) {
      const body = about === 'patients' ? patients : machines
      expect(body).toContain(`## ${title}`)
      for (const part of parts) expect(body).toContain(JSON.stringify(part.title))
    }
    expect(patients.indexOf('"alarms":[')).toBeLessThan(patients.indexOf(`## ${DASHBOARD[0].title}`))
  })

  it('pay for no dashboard: each shows at most the 50 metrics that are free', () => {
    const shown = stack.of('AWS::CloudWatch::Dashboard').map(({ Properties }) => {
      const { widgets } = JSON.parse(textOf(Properties.DashboardBody))
      return widgets.flatMap((widget: { properties: { metrics?: [] } }) => widget.properties.metrics ?? [])
    })

    expect(shown.length).toBeLessThanOrEqual(3)
    for (const metrics of shown) expect(metrics.length).toBeLessThanOrEqual(50)
  })

  it('measure the inbound route by itself, as its alarm needs', () => {
    const [stage] = stack.of('AWS::ApiGatewayV2::Stage')

    expect(stage?.Properties.RouteSettings['POST /webhooks/twilio/inbound']).toEqual({
      DetailedMetricsEnabled: true,
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    })
  })
})

describe('what goes to staff', () => {
  it('is encrypted with our key and sent by the sweep and the reply alone', () => {
    const publishers = stack
      .of('AWS::IAM::Policy')
      .filter(({ Properties }) => JSON.stringify(Properties.PolicyDocument).includes('sns:Publish'))

    expect(stack.of('AWS::SNS::Topic').every(({ Properties }) => refersTo(Properties.KmsMasterKeyId))).toBe(
      true,
    )
    expect(publishers.map(({ id }) => id.replace(/RoleDefaultPolicy.*/, '')).sort()).toEqual([
      'ReceiveReply',
      'Sweep',
    ])
  })
})

describe('no grant', () => {
  const EXPLAINED = [/:rule\/alarm-prod-\*$/, /:schedule\/sij-texts-prod-alarms\/alarm-prod-\*$/]

  it.each(['rules', 'scheduler'])('reaches further than it must, with alarms by %s', (alarms) => {
    const each = synthesised({ alarms })

    const wide = each
      .of('AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .flatMap(({ Action, Resource }) =>
        [Resource]
          .flat()
          .map(textOf)
          .filter(
            (resource) => resource.includes('*') && !EXPLAINED.some((pattern) => pattern.test(resource)),
          )
          .flatMap((resource) => [Action].flat().map((action: string) => `${action} ${resource}`)),
      )

    expect([...new Set(wide)].sort()).toEqual(
      ['events:ListRules *', ...(alarms === 'scheduler' ? ['scheduler:ListSchedules *'] : [])].sort(),
    )
  })

  it('is by a wildcard of actions', () => {
    const actions = stack
      .of('AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => [Action].flat())

    expect(actions.filter((action) => action.includes('*'))).toEqual([])
  })
})

it('is this template', async () => {
  const template = JSON.stringify(nobodyToTell.template.toJSON(), null, 2).replaceAll(
    /"[0-9a-f]{64}\.zip"/g,
    '"<code>.zip"',
  )

  await expect(`${template}\n`).toMatchFileSnapshot('reminder-stack.snapshot.txt')
})
