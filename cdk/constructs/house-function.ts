import { dirname, join } from 'node:path'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { FUNCTION_RUNBOOK } from '../../lib/ops/alarms.ts'
import { acknowledge } from './acknowledge.ts'
import { BUNDLING, type Files, SUPPORTED } from './bundling.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Operators } from './operators.ts'
import { PROCESS_ENVIRONMENT } from './process-environment.ts'

/** What every function of the stack stands in. */
export interface Surroundings {
  readonly operators: Operators
  readonly deadLetters: DeadLetters
  readonly key: IKey
}

export interface HouseFunctionProps extends Surroundings {
  /** The function is `functions/<name>.ts`, and its alarms are named after it. */
  readonly name: string
  /** What its failure means for a patient; the text of its alarms. */
  readonly failureMeans: string
  readonly timeoutSeconds: number
  /** A name that never changes, where something outside the stack remembers it. */
  readonly functionName?: string
  /** How many may run at once; unlimited but for the account's limit if absent. */
  readonly reserved?: number
  /** Tries of an asynchronous event after the first, 2 by default, and how old it may grow, 1 hour by default. */
  readonly retries?: number
  readonly maxEventAge?: Duration
  /** No patient waits for it: that it was called more than may run is nothing to wake up for, or to pay an alarm for. */
  readonly mayBeThrottled?: true
  /** Data that goes along with the bundle. */
  readonly files?: Files | undefined
}

const PROJECT = join(import.meta.dirname, '../..')

/** A function as this service runs all of them: bundled, logged, watched, and nothing it was given can vanish. */
export class HouseFunction extends Construct {
  readonly name: string
  readonly lambda: NodejsFunction

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id)
    const { name, deadLetters, key } = props
    this.name = name
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    // A role of its own instead of AWS's managed policy, which may write to every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    this.lambda = new NodejsFunction(this, 'Function', {
      description: `${Stack.of(this).stackName}: ${name}`,
      ...(props.functionName !== undefined && { functionName: props.functionName }),
      entry: join(PROJECT, `functions/${name}.ts`),
      projectRoot: PROJECT,
      depsLockFilePath: join(PROJECT, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      ...(props.reserved !== undefined && { reservedConcurrentExecutions: props.reserved }),
      role,
      logGroup,
      awsSdkConnectionReuse: false,
      environment: PROCESS_ENVIRONMENT,
      bundling: {
        ...BUNDLING,
        esbuildArgs: { '--supported:dynamic-import': String(SUPPORTED['dynamic-import']) },
        format: OutputFormat.CJS,
        ...(props.files !== undefined && { commandHooks: copying(props.files) }),
      },
      onFailure: new SqsDestination(deadLetters.failedRuns),
      retryAttempts: props.retries ?? 2,
      maxEventAge: props.maxEventAge ?? Duration.hours(1),
    })
    this.#watch(props)
    this.#acknowledge()
  }

  setting(name: string, value: string): void {
    this.lambda.addEnvironment(name, value)
  }

  allow(actions: readonly string[], resources: readonly string[], conditions?: Record<string, object>): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions !== undefined && { conditions }),
      }),
    )
  }

  #watch({ operators, failureMeans, name, mayBeThrottled }: HouseFunctionProps): void {
    const fiveMinutes = { period: Duration.minutes(5), statistic: 'Sum' } as const
    const watch = (what: string, metric: IMetric, says: string): void =>
      operators.watch({
        name: `${name}-${what}`,
        metric,
        comparison: 'at-least',
        threshold: 1,
        evaluations: 1,
        missing: 'notBreaching',
        page: false,
        meaning: `${says} ${failureMeans}`,
        runbook: FUNCTION_RUNBOOK,
      })
    watch('errors', this.lambda.metricErrors(fiveMinutes), `${name} fails.`)
    if (mayBeThrottled) return
    watch(
      'throttles',
      this.lambda.metricThrottles(fiveMinutes),
      `${name} is called more than may run at once.`,
    )
  }

  #acknowledge(): void {
    const ownDestination =
      'Failed asynchronous runs go to an on-failure destination, which also carries the error; a dead-letter queue beside it would hold the same event twice.'
    acknowledge(this, {
      'HIPAA.Security-LambdaDLQ': ownDestination,
      'Serverless-LambdaDLQ': ownDestination,
      'HIPAA.Security-LambdaInsideVPC':
        'Nothing it calls is in a VPC: DynamoDB, EventBridge, SSM and SNS by IAM over TLS, Twilio over the internet. A VPC would add a NAT gateway and no protection.',
      'HIPAA.Security-IAMNoInlinePolicy':
        'The policy belongs to the role of this one function and goes with it; a managed policy could be attached elsewhere.',
      'Serverless-LambdaTracing':
        'A trace would copy webhook addresses, which carry patient ids, into a second store; durations and errors are in the metrics.',
    })
  }
}

const copying = ({ from, as }: Files): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, output) => [
    `mkdir -p "${dirname(`${output}/${as}`)}"`,
    `cp -R "${project}/${from}" "${output}/${as}"`,
  ],
})
