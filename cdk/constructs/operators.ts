import { ArnFormat, Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { type Alarm as OpsAlarm, runbookAddress } from '../../lib/ops/alarms.ts'
import { acknowledge } from './acknowledge.ts'
import type { Measured } from './measured.ts'

export interface OperatorsProps {
  /** What every alarm's name begins with. */
  readonly service: string
  readonly key: IKey
  /** Gets pages and tickets; AWS asks it once to confirm each. */
  readonly email?: string
}

/** An alarm as lib/ops says it, with the metric as CloudWatch knows it; the period is the metric's. */
export type Watch = Omit<OpsAlarm, 'metric' | 'periodMinutes'> & { readonly metric: IMetric }

const COMPARISONS = {
  above: ComparisonOperator.GREATER_THAN_THRESHOLD,
  'at-least': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  below: ComparisonOperator.LESS_THAN_THRESHOLD,
} as const

const MISSING = {
  breaching: TreatMissingData.BREACHING,
  notBreaching: TreatMissingData.NOT_BREACHING,
} as const

/** The people who run the service: a topic that gets them out of bed and one they read in the morning. */
export class Operators extends Construct {
  readonly pages: Topic
  readonly #tickets: Topic
  readonly #service: string
  readonly #alarms: Alarm[] = []

  constructor(scope: Construct, id: string, { service, key, email }: OperatorsProps) {
    super(scope, id)
    this.#service = service
    this.pages = this.#topic('Pages', key)
    this.#tickets = this.#topic('Tickets', key)
    if (email === undefined) return
    for (const each of [this.pages, this.#tickets])
      acknowledge(each.addSubscription(new EmailSubscription(email)), {
        'Serverless-SNSRedrivePolicy':
          'E-mail to a person: SNS retries, the alarm stays red on the dashboard, and a queue nobody reads adds nothing.',
      })
  }

  get alarms(): readonly Alarm[] {
    return this.#alarms
  }

  /** An alarm of lib/ops; where it is of several things, such as queues, one for each. */
  watchAll({ name, metric, periodMinutes, ...alarm }: OpsAlarm, measured: Measured): void {
    const watched = measured.watched(metric, Duration.minutes(periodMinutes))
    for (const each of watched) {
      const suffix = watched.length === 1 ? '' : `-${each.label.replaceAll(' ', '-')}`
      this.watch({ ...alarm, name: `${name}${suffix}`, metric: each.metric })
    }
  }

  /** What pages also says when it is over. */
  watch(watch: Watch): void {
    const alarm = new Alarm(this, watch.name, {
      alarmName: `${this.#service}-${watch.name}`,
      alarmDescription: `${watch.meaning} What to do: ${runbookAddress(watch.runbook)}`,
      metric: watch.metric,
      threshold: watch.threshold,
      evaluationPeriods: watch.evaluations,
      comparisonOperator: COMPARISONS[watch.comparison],
      treatMissingData: MISSING[watch.missing],
    })
    const action = new SnsAction(watch.page ? this.pages : this.#tickets)
    alarm.addAlarmAction(action)
    if (watch.page) alarm.addOkAction(action)
    this.#alarms.push(alarm)
  }

  /** A topic with a policy of its own has lost the one that lets the account's alarms publish. */
  #topic(name: string, masterKey: IKey): Topic {
    const topic = new Topic(this, name, {
      masterKey,
      enforceSSL: true,
      displayName: `${this.#service} ${name}`,
    })
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `${this.#service}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { ArnLike: { 'aws:SourceArn': alarms } },
      }),
    )
    return topic
  }
}
