import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, describe, expect, it } from 'vitest'
import type { Cloud } from '../../local/cloud.ts'
import { endJourneys, journeyFrom } from './journey.ts'

afterEach(endJourneys)

/** Every item of the table, as text to search in. */
async function tableOf({ dynamodb: { url, tableName } }: Cloud): Promise<string> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: url, region: 'local', credentials })
  const { Items } = await client.send(new ScanCommand({ TableName: tableName }))
  client.destroy()
  return JSON.stringify(Items)
}

describe('DELETE /v1/patients/{id}', () => {
  it('takes a patient out of the table, the alarms and Twilio, and leaves her STOP', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const { cloud } = here
    const ann = await here.enrol()
    await here.until('2026-11-24T10:05')
    await ann.writes('fever and the spot is weeping')
    await ann.writes('STOP')
    await here.until('2026-11-24T10:10')
    const before = await tableOf(cloud)

    const answered = await here.call('DELETE', `/v1/patients/${ann.id}`, { actor: 'Kim' })
    const meanwhile = await here.call('GET', `/v1/patients/${ann.id}`)
    await here.until('2026-11-24T10:13')

    expect(answered).toMatchObject({
      status: 202,
      body: {
        state: 'erasing',
        remains: expect.arrayContaining([expect.stringContaining('35 more days')]),
        warnings: [expect.stringContaining('1 of her escalations')],
      },
    })
    expect(meanwhile.body).toMatchObject({ state: 'erasing' })
    expect((await here.call('GET', `/v1/patients/${ann.id}`)).status).toBe(404)
    expect((await here.call('DELETE', `/v1/patients/${ann.id}`)).status).toBe(404)
    expect(before).toContain(ann.id)
    const after = await tableOf(cloud)
    expect(after).not.toContain(ann.id)
    expect(after).not.toContain('61491570006')
    expect(after).not.toContain('ann-001')
    expect(after).toContain('OPTOUT')
    expect(JSON.stringify(cloud.eventbridge.snapshot())).not.toContain(ann.id)
    // What Twilio itself answered to STOP is its own.
    expect(
      cloud.twilio
        .messages()
        .filter(({ to, from, body }) => [to, from].includes(ann.mobile) && !body.includes('unsubscribed')),
    ).toEqual([])
  })

  it('waits out a Twilio that is down and finishes when it is back', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-11-23T14:05')
    here.cloud.twilio.down(true)
    await here.call('DELETE', `/v1/patients/${ann.id}`)
    await here.until('2026-11-23T14:30')
    const waiting = await here.call('GET', `/v1/patients/${ann.id}`)
    here.cloud.twilio.down(false)
    await here.until('2026-11-23T14:40')

    expect(waiting.body).toMatchObject({ state: 'erasing' })
    expect((await here.call('GET', `/v1/patients/${ann.id}`)).status).toBe(404)
    expect(here.cloud.twilio.messages()).toEqual([])
    expect(here.counted('SweepFailures')).toBe(0)
  })
})
