import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { Key } from './table.ts'

/** What every adapter of this folder is made with. */
export interface Table {
  readonly documents: DynamoDBDocumentClient
  readonly tableName: string
}

/** An item as it comes from the table: nothing about its attributes is known yet. */
export type Item = Readonly<Record<string, unknown>>

type Write = Pick<
  PutCommandInput,
  'Item' | 'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>

/**
 * The document client as the adapters expect it: absent optional fields are left out of the item.
 * A call is given up after 2 s and tried 3 times, so that even the slowest leaves room inside a claim of 10 s.
 */
export function dynamoDocuments(
  config: Pick<DynamoDBClientConfig, 'region' | 'endpoint' | 'credentials'>,
): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    ...config,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  })
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/** A consistent read of one item. */
export async function readItem(table: Table, key: Key): Promise<Item | undefined> {
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.tableName, Key: key, ConsistentRead: true }),
  )
  return Item
}

/**
 * Puts a whole item; false when its condition does not hold.
 *
 * A put whose answer was lost is repeated by the SDK, and the repeat can meet the item of the first: such a "false"
 * is not true. Callers therefore never conclude that they lost; they read again and find their own write.
 */
export async function putItem(table: Table, write: Write): Promise<boolean> {
  try {
    await table.documents.send(new PutCommand({ TableName: table.tableName, ...write }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Puts the item unless its key is taken; false when it was. */
export const putIfAbsent = (table: Table, item: Item): Promise<boolean> =>
  putItem(table, { Item: item, ConditionExpression: 'attribute_not_exists(pk)' })

/** Removes an item; no error when there is none. */
export async function deleteItem(table: Table, key: Key): Promise<void> {
  await table.documents.send(new DeleteCommand({ TableName: table.tableName, Key: key }))
}

/** Removes an item of which a condition holds; false when it does not, or when there is no item. */
export async function deleteItemIf(
  table: Table,
  key: Key,
  condition: Pick<
    DeleteCommandInput,
    'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >,
): Promise<boolean> {
  try {
    await table.documents.send(new DeleteCommand({ TableName: table.tableName, Key: key, ...condition }))
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** The first `most` items of a query, read page by page; all of them by default. */
export async function queryItems(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly Item[]> {
  const pages = paginateQuery({ client: table.documents }, { TableName: table.tableName, ...query })
  const found: Item[] = []
  for await (const page of pages) {
    found.push(...(page.Items ?? []))
    if (found.length >= most) break
  }
  return found.slice(0, most)
}
