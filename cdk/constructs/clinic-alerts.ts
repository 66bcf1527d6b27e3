import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { SETTING } from '../../lib/settings.ts'
import type { DataKey } from './data-key.ts'
import type { HouseFunction } from './house-function.ts'
import type { Operators } from './operators.ts'

export interface ClinicAlertsProps {
  readonly service: string
  readonly key: DataKey
  readonly operators: Operators
}

/** E-mail to clinics' staff, each subscription filtered by its clinic, and from there to the operators' pages. */
export class ClinicAlerts extends Construct {
  readonly topic: Topic
  readonly #key: DataKey
  readonly #operators: Operators

  constructor(scope: Construct, id: string, { service, key, operators }: ClinicAlertsProps) {
    super(scope, id)
    this.#key = key
    this.#operators = operators
    this.topic = new Topic(this, 'Topic', {
      masterKey: key.key,
      enforceSSL: true,
      displayName: `${service} clinic alerts`,
    })
  }

  /** For functions that read all settings but alert nobody. */
  name(fn: HouseFunction): void {
    fn.setting(SETTING.clinicAlertsTopicArn, this.topic.topicArn)
    fn.setting(SETTING.operatorPageTopicArn, this.#operators.pages.topicArn)
  }

  bind(fn: HouseFunction): void {
    this.name(fn)
    fn.allow(['sns:Publish'], [this.topic.topicArn, this.#operators.pages.topicArn])
    this.#key.allowThrough(fn.lambda, 'sns')
  }
}
