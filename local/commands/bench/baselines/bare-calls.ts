import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient, PutRuleCommand } from '@aws-sdk/client-eventbridge'
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

// What a send is measured against: the same seven calls with nothing between them. It decides nothing, and what it
// writes is what it read.

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const rules = new EventBridgeClient({})

interface Bare {
  readonly table: string
  readonly patientId: string
  /** Of the partition key of the document that is read and written: as a map of attributes, or packed as ours is. */
  readonly kind: 'BARE' | 'PATIENT'
  readonly clinicId: string
  readonly twilio: string
}

export const handler = async ({ table, patientId, kind, clinicId, twilio }: Bare): Promise<void> => {
  const keys = [
    { pk: `${kind}#${patientId}`, sk: 'PATIENT' },
    { pk: `CLINIC#${clinicId}`, sk: 'CLINIC' },
    { pk: `BREAKER#${clinicId}`, sk: 'BREAKER' },
  ]
  const { Responses } = await documents.send(
    new BatchGetCommand({ RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }),
  )
  const item = Responses?.[table]?.find(({ sk }) => sk === 'PATIENT')
  await rules.send(
    new PutRuleCommand({
      Name: `bare-${patientId}`,
      ScheduleExpression: 'cron(0 10 1 1 ? 2030)',
      State: 'ENABLED',
    }),
  )
  await put(table, { ...item, lookAt: item?.lookAt + 1000 })
  await documents.send(
    new GetCommand({
      TableName: table,
      Key: { pk: `PHONE#${patientId}`, sk: 'OPTOUT' },
      ConsistentRead: true,
    }),
  )
  await post(twilio)
  await put(table, {
    pk: item?.pk,
    sk: `SENT#bare#${patientId}`,
    document: { body: BODY, to: BODY, sid: BODY },
  })
  await put(table, { ...item, lookAt: item?.lookAt + 2000 })
}

const BODY = 'a hundred and sixty characters, as long as a text may be, '.repeat(3).slice(0, 160)

const put = (TableName: string, Item: Record<string, unknown>) =>
  documents.send(
    new PutCommand({
      TableName,
      Item,
      ConditionExpression: 'attribute_not_exists(pk) OR sk <> :none',
      ExpressionAttributeValues: { ':none': '-' },
    }),
  )

/** As the service posts: a connection of its own. */
function post(url: string): Promise<string> {
  const body = new URLSearchParams({ From: '+61491570110', To: '+61491570156', Body: BODY }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: AUTHORIZATION }
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers, agent: false }, (answer) => {
      text(answer).then(resolve, reject)
    })
    call.on('error', reject)
    call.end(body)
  })
}

const AUTHORIZATION = `Basic ${Buffer.from(`AC${'0'.repeat(31)}1:local-auth-token`).toString('base64')}`
