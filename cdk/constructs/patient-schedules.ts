import { Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { alarmPrefix } from '../../lib/patient/alarm-name.ts'
import { SETTING } from '../../lib/settings.ts'
import { acknowledge, acknowledgePattern } from './acknowledge.ts'
import type { HouseFunction } from './house-function.ts'

export interface PatientSchedulesProps {
  readonly stage: string
  readonly targetArn: string
  readonly deadLetters: Queue
}

/** Patients' alarms as schedules: a group, whose deletion deletes them all, and the role by which they wake. */
export class PatientSchedules extends Construct {
  readonly #group: ScheduleGroup
  readonly #role: Role
  readonly #schedules: string
  readonly #pattern: string

  constructor(scope: Construct, id: string, { stage, targetArn, deadLetters }: PatientSchedulesProps) {
    super(scope, id)
    const stack = Stack.of(this)
    const group = `${stack.stackName}-alarms`
    this.#pattern = `${group}/${alarmPrefix(stage)}*`
    this.#group = new ScheduleGroup(this, 'Group', { scheduleGroupName: group })
    this.#schedules = stack.formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: this.#pattern,
    })
    this.#role = new Role(this, 'Role', {
      description: 'By which the schedules of patients wake the function that texts them',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      inlinePolicies: {
        Wake: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [targetArn] }),
            new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
          ],
        }),
      },
    })
    acknowledge(this.#role, {
      'HIPAA.Security-IAMNoInlinePolicy': 'It belongs to this one role and goes with it.',
    })
  }

  get group(): string {
    return this.#group.scheduleGroupName
  }

  bindArming(fn: HouseFunction): void {
    fn.setting(SETTING.alarmGroup, this.group)
    fn.setting(SETTING.alarmRoleArn, this.#role.roleArn)
    this.#allowOnSchedules(fn, ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'])
    fn.allow(['iam:PassRole'], [this.#role.roleArn], {
      StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' },
    })
  }

  bindLooking(fn: HouseFunction): void {
    this.#allowOnSchedules(fn, ['scheduler:GetSchedule'])
  }

  bindRemoval(fn: HouseFunction): void {
    this.#allowOnSchedules(fn, ['scheduler:DeleteSchedule'])
    fn.allow(['scheduler:ListSchedules'], ['*'])
  }

  #allowOnSchedules(fn: HouseFunction, actions: readonly string[]): void {
    fn.allow(actions, [this.#schedules])
    acknowledgePattern(
      fn,
      'scheduler',
      `schedule/${this.#pattern}`,
      'Patients’ schedules are made at run time. The pattern covers those of this stage’s group and no other.',
    )
  }
}
