import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { snsStaffAlerts } from '../../../lib/adapters/sns/staff-alerts.ts'
import { clinicId } from '../../../lib/patient/identifiers.ts'
import type { LogFields } from '../../../lib/ports/log.ts'
import { type SnsStandIn, startSns } from '../../../local/stand-ins/sns.ts'
import { awsClient } from '../../contracts/aws-client.ts'
import { answering } from '../answering.ts'

const CLINIC_TOPIC = 'arn:aws:sns:ap-southeast-2:123456789012:clinics'
const PAGE_TOPIC = 'arn:aws:sns:ap-southeast-2:123456789012:pages'
const BODY = 'Ann & Bea + Zoë: "fever" <39.5>\nlook = now'

let sns: SnsStandIn
let errors: unknown[]

function alertsTo(endpoint: string) {
  errors = []
  const log = {
    info: () => {},
    warn: () => {},
    error: (code: string, fields?: LogFields) => void errors.push([code, fields]),
  }
  const patience = { maxAttempts: 1, requestHandler: {} }
  const topics = { clinicTopicArn: CLINIC_TOPIC, pageTopicArn: PAGE_TOPIC }
  return snsStaffAlerts({ ...awsClient(endpoint), ...patience, ...topics, log })
}

beforeEach(async () => {
  sns = await startSns({ now: () => 0, topics: [CLINIC_TOPIC, PAGE_TOPIC] })
})
afterEach(() => sns.close())

it('e-mails a clinic by the attribute that its subscription filters on, letter for letter', async () => {
  const taken = await alertsTo(sns.url).emailClinic(clinicId('harbour'), 'alert 4', BODY)

  expect(taken).toBe(true)
  expect(sns.published()).toEqual([
    {
      at: 0,
      topicArn: CLINIC_TOPIC,
      subject: 'alert 4',
      message: BODY,
      attributes: { clinicId: 'harbour' },
    },
  ])
})

it('pages the operators', async () => {
  expect(await alertsTo(sns.url).pageOperators('sending stopped', BODY)).toBe(true)

  expect(sns.published()).toMatchObject([{ topicArn: PAGE_TOPIC, message: BODY, attributes: {} }])
})

describe('an alert that nobody took', () => {
  it('says so and logs AWS’s code, without the alert’s words', async () => {
    sns.down(true)

    expect(await alertsTo(sns.url).pageOperators('sending stopped', BODY)).toBe(false)
    expect(errors).toEqual([['ALERT_NOT_TAKEN', { error: 'ServiceUnavailable' }]])
  })

  it('says so when SNS is not there', async () => {
    const alerts = alertsTo(sns.url)
    await sns.close()

    expect(await alerts.pageOperators('sending stopped', BODY)).toBe(false)
  })
})

it('says what the SDK’s own client says', async () => {
  const { url, calls, close } = await answering(() => ({
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
  }))

  await alertsTo(url).emailClinic(clinicId('harbour'), 'alert 4', BODY)
  await new SNSClient(awsClient(url)).send(
    new PublishCommand({
      TopicArn: CLINIC_TOPIC,
      Subject: 'alert 4',
      Message: BODY,
      MessageAttributes: { clinicId: { DataType: 'String', StringValue: 'harbour' } },
    }),
  )
  await close()

  const [ours, theirs] = calls.map(({ method, path, headers, body }) => ({
    ...{ method, path, type: headers['content-type'], host: headers.host },
    ...Object.fromEntries(new URLSearchParams(body)),
  }))
  expect(ours).toEqual(theirs)
})
