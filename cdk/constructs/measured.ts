import type { Duration } from 'aws-cdk-lib'
import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch'
import { METRIC_NAMESPACE } from '../../lib/ops/metric-namespace.ts'
import type { AwsSubject, ShownMetric } from '../../lib/ops/shown-metric.ts'
import { INBOUND } from '../../lib/routes.ts'
import type { ClinicHttpApi } from './clinic-http-api.ts'
import type { DataTable } from './data-table.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { HouseFunction } from './house-function.ts'

export interface MeasuredParts {
  readonly stage: string
  readonly functions: readonly HouseFunction[]
  readonly api: ClinicHttpApi
  readonly table: DataTable
  readonly deadLetters: DeadLetters
}

/** One thing that is measured: a name to tell it from its like, and the dimensions CloudWatch knows it by. */
interface Subject {
  readonly label: string
  readonly dimensionsMap: Readonly<Record<string, string>>
}

const NAMESPACES = {
  functions: 'AWS/Lambda',
  api: 'AWS/ApiGateway',
  inbound: 'AWS/ApiGateway',
  table: 'AWS/DynamoDB',
  'dead-letters': 'AWS/SQS',
} as const satisfies Record<AwsSubject, string>

/** DynamoDB counts these for each operation only. */
const BY_OPERATION = 'SystemErrors'
const OPERATIONS = ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query'] as const

/** From metrics as lib/ops names them to metrics as CloudWatch finds them. */
export class Measured {
  readonly #parts: MeasuredParts

  constructor(parts: MeasuredParts) {
    this.#parts = parts
  }

  /** For the dashboard: a line for each thing that is measured. */
  lines(shown: ShownMetric, period: Duration): readonly Metric[] {
    return this.#subjects(shown).map((subject) => {
      const label = [subject.label, shown.name].filter((part) => part !== '').join(' ')
      return metricOf(shown, subject, { period, label })
    })
  }

  /** For alarms: one for each thing, told apart by its label. A label inside would make CloudWatch take it for math. */
  watched(
    shown: ShownMetric,
    period: Duration,
  ): readonly { readonly label: string; readonly metric: Metric }[] {
    return this.#subjects(shown).map((subject) => ({
      label: subject.label,
      metric: metricOf(shown, subject, { period }),
    }))
  }

  #subjects(shown: ShownMetric): readonly Subject[] {
    if (shown.from === 'aws') return this.#subjectsOfAws(shown.of, shown.name)
    const { kind } = shown
    const dimensionsMap = { service: this.#parts.stage, ...(kind !== undefined && { kind }) }
    return [{ label: kind ?? '', dimensionsMap }]
  }

  #subjectsOfAws(of: AwsSubject, name: string): readonly Subject[] {
    const { functions, api, table, deadLetters } = this.#parts
    const ApiId = api.api.apiId
    const TableName = table.table.tableName
    switch (of) {
      case 'functions':
        return functions.map(({ name: label, lambda }) => ({
          label,
          dimensionsMap: { FunctionName: lambda.functionName },
        }))
      case 'api':
        return [{ label: '', dimensionsMap: { ApiId } }]
      case 'inbound': {
        const { method: Method, path: Resource } = INBOUND
        return [{ label: 'inbound', dimensionsMap: { ApiId, Stage: '$default', Method, Resource } }]
      }
      case 'table':
        return name === BY_OPERATION
          ? OPERATIONS.map((Operation) => ({ label: Operation, dimensionsMap: { TableName, Operation } }))
          : [{ label: '', dimensionsMap: { TableName } }]
      case 'dead-letters':
        return [
          { label: 'not handed over', dimensionsMap: { QueueName: deadLetters.undelivered.queueName } },
          { label: 'runs failed', dimensionsMap: { QueueName: deadLetters.failedRuns.queueName } },
        ]
    }
  }
}

const metricOf = (shown: ShownMetric, { dimensionsMap }: Subject, more: MetricOptions): Metric =>
  new Metric({
    namespace: shown.from === 'aws' ? NAMESPACES[shown.of] : METRIC_NAMESPACE,
    metricName: shown.name,
    statistic: shown.statistic,
    dimensionsMap,
    ...more,
  })
