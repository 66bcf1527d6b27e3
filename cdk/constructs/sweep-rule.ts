import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { HouseFunction } from './house-function.ts'

export interface SweepRuleProps {
  readonly sweep: HouseFunction
  readonly deadLetters: Queue
}

/** Starts the sweep every minute. A start that is a minute late is not made up for: the next one does its work. */
export class SweepRule extends Construct {
  constructor(scope: Construct, id: string, { sweep, deadLetters }: SweepRuleProps) {
    super(scope, id)
    new Rule(this, 'Rule', {
      description: 'The sweep: finds what patients’ alarms missed',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(sweep.lambda, {
          deadLetterQueue: deadLetters,
          retryAttempts: 0,
          maxEventAge: Duration.minutes(1),
        }),
      ],
    })
  }
}
