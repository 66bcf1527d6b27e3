import { ArnFormat, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { alarmPrefix } from '../../lib/patient/alarm-name.ts'
import { SETTING } from '../../lib/settings.ts'
import { acknowledge, acknowledgePattern } from './acknowledge.ts'
import type { HouseFunction } from './house-function.ts'
import { PatientSchedules } from './patient-schedules.ts'

export interface PatientAlarmsProps {
  readonly stage: string
  readonly kind: 'rules' | 'scheduler'
  readonly ruleLimit: number
  /** Name of the function that alarms wake. Rules made at run time remember it, so it must never change. */
  readonly targetName: string
  readonly deadLetters: Queue
}

/**
 * What a patient's alarm needs beyond the stack. Rules may fire and be tidied away in both kinds, so that patients who
 * were armed by rules are not lost when a stage moves to Scheduler.
 */
export class PatientAlarms extends Construct {
  readonly #props: PatientAlarmsProps
  readonly #schedules: PatientSchedules | undefined
  readonly #targetArn: string
  readonly #rulePattern: string
  /** All rules of this stage, and no other. */
  readonly rules: string

  constructor(scope: Construct, id: string, props: PatientAlarmsProps) {
    super(scope, id)
    const { stage, kind, targetName, deadLetters } = props
    const stack = Stack.of(this)
    this.#props = props
    this.#rulePattern = `${alarmPrefix(stage)}*`
    this.#targetArn = stack.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: targetName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    this.rules = stack.formatArn({
      service: 'events',
      resource: 'rule',
      resourceName: `${alarmPrefix(stage)}*`,
    })
    deadLetters.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [deadLetters.queueArn],
        conditions: { ArnLike: { 'aws:SourceArn': this.rules } },
      }),
    )
    if (kind === 'scheduler')
      this.#schedules = new PatientSchedules(this, 'Schedules', {
        stage,
        targetArn: this.#targetArn,
        deadLetters,
      })
  }

  /**
   * One permission for every rule of the stage: one for each would pass the 20 KB a function's policy may have at about
   * 55 patients. https://github.com/aws/aws-cdk/issues/18369
   */
  wakes(fn: HouseFunction): void {
    fn.lambda.addPermission('PatientRules', {
      principal: new ServicePrincipal('events.amazonaws.com'),
      sourceArn: this.rules,
    })
  }

  bindArming(fn: HouseFunction): void {
    const { stage, kind, ruleLimit, deadLetters } = this.#props
    fn.setting(SETTING.stage, stage)
    fn.setting(SETTING.alarms, kind)
    fn.setting(SETTING.alarmTargetArn, this.#targetArn)
    fn.setting(SETTING.alarmDeadLetterArn, deadLetters.queueArn)
    fn.setting(SETTING.alarmLimit, String(ruleLimit))
    if (this.#schedules !== undefined) this.#schedules.bindArming(fn)
    else this.#allowOnRules(fn, ['events:PutRule', 'events:PutTargets'])
  }

  /** For counting what is there and removing what nobody needs. */
  bindTidying(fn: HouseFunction): void {
    this.bindRemoval(fn)
    this.#schedules?.bindLooking(fn)
  }

  /** Schedules' group, where there is one. */
  get group(): string | undefined {
    return this.#schedules?.group
  }

  /** For removing all alarms of this stage; both kinds may have rules, from before. */
  bindRemoval(fn: HouseFunction): void {
    this.#allowOnRules(fn, ['events:ListTargetsByRule', 'events:RemoveTargets', 'events:DeleteRule'])
    fn.allow(['events:ListRules'], ['*'])
    this.#schedules?.bindRemoval(fn)
    acknowledge(fn, {
      'AwsSolutions-IAM5[Resource::*]':
        'Lists of rules and schedules cannot be limited to some. They show names, expressions and opaque ids.',
    })
  }

  #allowOnRules(fn: HouseFunction, actions: readonly string[]): void {
    fn.allow(actions, [this.rules])
    acknowledgePattern(
      fn,
      'events',
      `rule/${this.#rulePattern}`,
      'Patients’ rules are made at run time. The pattern covers those of this stage and no other rule.',
    )
  }
}
