import type { IncomingMessage, Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { TABLE_DEFINITION } from '../../lib/adapters/dynamodb/table.ts'

export interface DynamoDbStandIn {
  readonly url: string
  readonly tableName: string
  /** Calls on the wire since the start or the last reset, repeats included. */
  requests(): number
  /** The same by operation, `{ PutItem: 2 }`. */
  counts(): Readonly<Record<string, number>>
  resetCounts(): void
  close(): Promise<void>
}

/** Any key does: the stand-in checks no signature, but the SDK will not call without one. */
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

/**
 * DynamoDB on this machine, spoken over its own wire protocol, with the service's table in it.
 * Listens on 127.0.0.1, on a free port unless `port` is given. With `dir` the data outlives the process.
 * @throws Error when the port is taken or the table does not become active
 */
export async function startDynamoDb(
  options: { readonly dir?: string; readonly port?: number; readonly tableName?: string } = {},
): Promise<DynamoDbStandIn> {
  const { dir, port = 0, tableName = 'sij-texts-local' } = options
  const server = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
    ...(dir !== undefined && { path: dir }),
  })
  const wire = countOperations(server)
  const url = `http://127.0.0.1:${await listen(server, port)}`
  await ensureTable(url, tableName)
  wire.resetCounts()
  return {
    url,
    tableName,
    ...wire,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  }
}

function countOperations(server: Server) {
  const seen = new Map<string, number>()
  server.on('request', (request: IncomingMessage) => {
    // `DynamoDB_20120810.PutItem`
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    seen.set(operation, (seen.get(operation) ?? 0) + 1)
  })
  return {
    requests: () => [...seen.values()].reduce((sum, count) => sum + count, 0),
    counts: () => Object.fromEntries(seen),
    resetCounts: () => seen.clear(),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

async function ensureTable(url: string, tableName: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint: url, region: 'local', credentials: CREDENTIALS })
  try {
    if ((await tableStatus(client, tableName)) === undefined)
      await client.send(new CreateTableCommand({ TableName: tableName, ...TABLE_DEFINITION }))
    for (let look = 0; look < 200; look += 1) {
      if ((await tableStatus(client, tableName)) === 'ACTIVE') return
      await sleep(10)
    }
    throw new Error(`table "${tableName}" on ${url}: not ACTIVE after 2 s`)
  } finally {
    client.destroy()
  }
}

async function tableStatus(client: DynamoDBClient, tableName: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }))
    return Table?.TableStatus
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}
