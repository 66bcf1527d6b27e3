import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attemptId, patientId, phoneNumber, textId } from '../../../lib/patient/identifiers.ts'
import { after, MINUTE } from '../../../lib/time/instant.ts'
import { fullPatient, MOBILE, REFERENCE } from '../../contracts/stored-patients.ts'
import { startStorage } from './start-storage.ts'

let storage: Awaited<ReturnType<typeof startStorage>>
beforeEach(async () => {
  storage = await startStorage()
})
afterEach(() => storage.close())

const nora = patientId('p1')
const sent = (n: number, body: string) => ({
  text: textId('R1@1.1.1'),
  attempt: attemptId(`attempt-${n}`),
  body,
  to: MOBILE,
  clinic: { name: 'Northside', phone: '02 5550 1234', sender: phoneNumber('+61480000000') },
  sid: `SM${n}`,
  protocol: 'sij-prolotherapy-v1',
  signedBy: 'Dr A. Example',
  sentAt: after(REFERENCE, n * MINUTE),
})

test('evidence stands in the patient partition under the keys that name it; the first change stays', async () => {
  const { documents, tableName, evidence } = storage
  const change = { version: 2, at: REFERENCE, actor: 'reception', what: 'moved injection 2' }
  const [reply] = fullPatient('p1').replies
  if (reply === undefined) throw new Error('the full patient has no reply')
  await evidence.putSent(nora, sent(1, 'body'))
  const report = { reply: reply.sid, state: 'delivered', at: REFERENCE } as const
  await evidence.putReply(nora, reply)
  await evidence.putAnswerReport(nora, report)
  await evidence.putChange(nora, change)
  await evidence.putChange(nora, { ...change, what: 'something else' })

  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'PATIENT#p1' },
    }),
  )

  expect(Items).toEqual([
    { pk: 'PATIENT#p1', sk: `ANSWER#${reply.sid}#delivered`, document: report },
    { pk: 'PATIENT#p1', sk: 'CHANGE#2', document: change },
    { pk: 'PATIENT#p1', sk: `REPLY#${reply.sid}`, document: reply },
    { pk: 'PATIENT#p1', sk: 'SENT#R1@1.1.1#attempt-1', document: sent(1, 'body') },
  ])
})

test('more evidence than one answer of DynamoDB can carry, 1 MB, is read to its end', async () => {
  const { evidence, standIn } = storage
  const texts = Array.from({ length: 12 }, (_, n) => sent(n, 'x'.repeat(100_000)))
  await Promise.all(texts.map((text) => evidence.putSent(nora, text)))
  standIn.resetCounts()

  const read = await evidence.sent(nora)

  expect(read.map(({ sid }) => sid)).toEqual(texts.map(({ sid }) => sid))
  expect(standIn.counts()).toEqual({ Query: 2 })
})
