import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { TABLE_DEFINITION } from '../../lib/adapters/dynamodb/table.ts'
import { SETTING } from '../../lib/settings.ts'
import { acknowledge } from './acknowledge.ts'
import type { DataKey } from './data-key.ts'
import type { HouseFunction } from './house-function.ts'

export interface DataTableProps {
  readonly key: DataKey
  readonly keep: boolean
}

/** All the service remembers. Keys and indexes are those the adapter asks for. */
export class DataTable extends Construct {
  readonly table: Table
  readonly #key: DataKey

  constructor(scope: Construct, id: string, { key, keep }: DataTableProps) {
    super(scope, id)
    this.#key = key
    this.table = new Table(this, 'Table', {
      ...keysOf(TABLE_DEFINITION.KeySchema),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    for (const { IndexName, KeySchema, Projection } of TABLE_DEFINITION.GlobalSecondaryIndexes)
      this.table.addGlobalSecondaryIndex({
        indexName: IndexName,
        ...keysOf(KeySchema),
        projectionType: ProjectionType[Projection.ProjectionType],
        nonKeyAttributes: [...Projection.NonKeyAttributes],
      })
    acknowledge(this, {
      'HIPAA.Security-DynamoDBAutoScalingEnabled': 'On-demand capacity: there is nothing to scale.',
      'HIPAA.Security-DynamoDBInBackupPlan':
        'Point-in-time recovery covers 35 days. A backup kept longer would outlive what the service promises of erasure.',
    })
  }

  bind(fn: HouseFunction): void {
    fn.setting(SETTING.tableName, this.table.tableName)
    const items = ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem', 'Query']
    const indexes = TABLE_DEFINITION.GlobalSecondaryIndexes.map(
      ({ IndexName }) => `${this.table.tableArn}/index/${IndexName}`,
    )
    fn.allow(
      items.map((action) => `dynamodb:${action}`),
      [this.table.tableArn],
    )
    fn.allow(['dynamodb:Query'], indexes)
    this.#key.allowThrough(fn.lambda, 'dynamodb')
  }
}

interface KeyPart {
  readonly AttributeName: string
  readonly KeyType: 'HASH' | 'RANGE'
}

function keysOf(schema: readonly KeyPart[]) {
  return { partitionKey: keyPart(schema, 'HASH'), sortKey: keyPart(schema, 'RANGE') }
}

const TYPES = { S: AttributeType.STRING, N: AttributeType.NUMBER } as const

function keyPart(schema: readonly KeyPart[], type: KeyPart['KeyType']) {
  const name = schema.find(({ KeyType }) => KeyType === type)?.AttributeName
  const attribute = TABLE_DEFINITION.AttributeDefinitions.find(({ AttributeName }) => AttributeName === name)
  if (attribute === undefined) throw new Error(`table: ${type} key "${name}" has no attribute definition`)
  return { name: attribute.AttributeName, type: TYPES[attribute.AttributeType] }
}
