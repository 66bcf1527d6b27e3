import { CustomResource, Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { HouseFunction, type Surroundings } from './house-function.ts'
import type { PatientAlarms } from './patient-alarms.ts'

export interface AlarmRemovalProps extends Surroundings {
  readonly stage: string
  readonly patientAlarms: PatientAlarms
}

const TIMEOUT_SECONDS = 300

/**
 * Removes patients' rules and schedules when the stack is deleted. What arms them must depend on this,
 * so that it is gone before the rules are, and makes no new ones.
 */
export class AlarmRemoval extends Construct {
  readonly fn: HouseFunction

  constructor(scope: Construct, id: string, { stage, patientAlarms, ...surroundings }: AlarmRemovalProps) {
    super(scope, id)
    this.fn = new HouseFunction(this, 'RemoveAlarms', {
      ...surroundings,
      name: 'remove-alarms',
      failureMeans:
        'No patient is affected: it only runs when the stack is deleted. Rules that stay behind count against the account’s quota.',
      timeoutSeconds: TIMEOUT_SECONDS,
      mayBeThrottled: true,
    })
    patientAlarms.bindRemoval(this.fn)
    const resource = new CustomResource(this, 'Resource', {
      serviceToken: this.fn.lambda.functionArn,
      serviceTimeout: Duration.seconds(2 * TIMEOUT_SECONDS),
      properties: { stage, ...(patientAlarms.group !== undefined && { group: patientAlarms.group }) },
    })
    // Its permissions must outlive the clean-up itself, and so must the group.
    resource.node.addDependency(this.fn, patientAlarms)
    acknowledge(resource, {
      'CloudFormation-Validate::W9003': 'CDK writes ServiceTimeout as text, which CloudFormation takes.',
    })
    acknowledge(this.fn, {
      'HIPAA.Security-LambdaConcurrency':
        'CloudFormation calls it once, when a stack is made or deleted; a reservation would take capacity from patients’ texts.',
    })
  }
}
