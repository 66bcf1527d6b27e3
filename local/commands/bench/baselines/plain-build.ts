import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient, PutRuleCommand } from '@aws-sdk/client-eventbridge'
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm'
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import twilio from 'twilio'

// The function somebody writes from the vendors' own first pages: read, arm, claim, send, record.

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const rules = new EventBridgeClient({})
const parameters = new SSMClient({})

export const handler = async ({ id }: { readonly id: string }): Promise<void> => {
  const { Parameters: [sid, token] = [] } = await parameters.send(
    new GetParametersByPathCommand({ Path: '/' }),
  )
  const { Item } = await documents.send(new GetCommand({ TableName: 'texts', Key: { id } }))
  await rules.send(new PutRuleCommand({ Name: id, ScheduleExpression: 'rate(1 day)' }))
  await documents.send(new PutCommand({ TableName: 'texts', Item: { ...Item, state: 'sending' } }))
  await twilio(sid?.Value, token?.Value).messages.create({
    to: Item?.mobile,
    from: Item?.sender,
    body: Item?.body,
  })
  await documents.send(new PutCommand({ TableName: 'texts', Item: { ...Item, state: 'sent' } }))
}
