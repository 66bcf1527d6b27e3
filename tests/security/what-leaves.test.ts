import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { HARBOUR } from '../fixtures/harbour.ts'
import { endJourneys, type Journey, journeyFrom } from '../journeys/journey.ts'
import { keepWrittenLines } from '../journeys/written-lines.ts'
import { shownOf } from './zara.ts'

const ZOE = {
  reference: 'chart-7781',
  mobile: '0491 570 006',
  givenName: 'Zoraida',
  label: 'Zoraida',
  injections: [{ at: '2026-12-01T10:00' }, { at: '2027-01-12T10:00' }],
  consent: { given: '2026-11-23', method: 'written' },
}

/** Her numbers, the first and the later, her name and her words: for nobody but her, her clinic and the carrier. */
const HERS = ['491570006', '491570156', '491570110', 'Zoraida', 'xylophone', 'oozing']
/** Secrets of the service and the clinic's key; they are for no address, name, line or message at all. */
const SECRETS = ['local-auth-token', 'local-phone-hash-key', 'demo-key-local-only']

const asked = z.object({ request: z.object({ origin: z.unknown(), method: z.string(), path: z.string() }) })
const sent = z.object({ request: z.instanceof(ClientRequest) })

let written: string[]
let urls: string[]

const onFetch = (message: unknown): void => {
  const { request } = asked.parse(message)
  urls.push(`${request.method} ${request.origin}${request.path}`)
}
const onRequest = (message: unknown): void => {
  const { request } = sent.parse(message)
  urls.push(`${request.method} http://${request.getHeader('host')}${request.path}`)
}

beforeEach(() => {
  urls = []
  written = keepWrittenLines()
  subscribe('undici:request:create', onFetch)
  subscribe('http.client.request.start', onRequest)
})

afterEach(async () => {
  unsubscribe('undici:request:create', onFetch)
  unsubscribe('http.client.request.start', onRequest)
  vi.restoreAllMocks()
  await endJourneys()
})

/** A day in which everything happens that makes the service speak to somebody. */
async function dayOfTrouble(here: Journey): Promise<void> {
  const { cloud, until } = here
  const zoe = await here.enrol(ZOE)
  await here.enrol({ ...ZOE, reference: 'chart-7782', label: 'Xanthippe' })
  await until('2026-11-29T14:00')
  await zoe.writes('zoraida fever since today and the spot is oozing xylophone')
  await until('2026-11-29T15:00')
  cloud.twilio.callbacks('lost')
  cloud.twilio.nextSend('reset-after-accept', { code: 21614, status: 400 })
  await zoe.injection(1, { at: '2026-12-02T10:00', actor: 'Kim' })
  await until('2026-11-29T17:00')
  await zoe.patch({ mobile: '0491 570 156' })
  await until('2026-11-30T09:59')
  await failingStore(here, () => until('2026-11-30T10:08'))
  cloud.twilio.account('suspended')
  await until('2026-11-30T10:20')
  cloud.twilio.account('active')
  await cloud.twilio.receive('+61491570110', cloud.clinic.sender, 'xylophone is this the clinic')
  await zoe.writes('STOP')
  await until('2026-11-30T12:00')
}

/** Every write is refused with what was to be written, so that alarms fail until nobody repeats them. */
async function failingStore({ cloud }: Journey, during: () => Promise<void>): Promise<void> {
  const { patients } = cloud.services
  const write = (patient: object) => Promise.reject(new Error(`not written: ${JSON.stringify(patient)}`))
  Object.assign(cloud.services, { patients: { ...patients, write } })
  await during()
  Object.assign(cloud.services, { patients })
}

/** Every key by which something is stored, and every attribute that an index sorts by. */
async function storedKeys({ cloud }: Journey): Promise<string> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: cloud.dynamodb.url, region: 'local', credentials })
  const { Items = [] } = await client.send(new ScanCommand({ TableName: cloud.dynamodb.tableName }))
  client.destroy()
  return JSON.stringify(Items.map(({ document: _, summary: __, ...keys }) => keys))
}

const LOOK_UP = /^GET http:\/\/[^/]+\/2010-04-01\/Accounts\/\w+\/Messages\.json\?To=/

it('sends nothing of her, and no secret, to anybody whom it is not for', async () => {
  const here = await journeyFrom('2026-11-29T13:00', { observe: {} })
  await dayOfTrouble(here)
  const { cloud } = here
  const messages = cloud.twilio.messages()
  const { A, B } = HARBOUR.onCall
  const toStaff = messages.filter(({ to }) => to === A || to === B)
  const places = {
    'log lines and metrics': written,
    // Twilio has no other way to be asked what went to a number.
    addresses: urls.filter((url) => !LOOK_UP.test(url)),
    'rules with their targets and inputs': [JSON.stringify(cloud.eventbridge.snapshot())],
    'pages and e-mails': cloud.sns.published().map((one) => JSON.stringify(one)),
    'texts to staff': toStaff.map(({ body }) => body),
    'callback addresses': messages.flatMap(({ statusCallback = '' }) => statusCallback || []),
    'calls that failed for good': cloud.failures().map((call) => JSON.stringify(call)),
    keys: [await storedKeys(here)],
  }
  vi.restoreAllMocks()

  const leaks = Object.entries(places).flatMap(([place, texts]) =>
    texts.flatMap((text) =>
      shownOf(text, [...HERS, ...SECRETS]).map((secret) => `${place}: ${secret} in ${text}`),
    ),
  )

  expect(leaks).toEqual([])
  expect(shownOf(JSON.stringify(messages), SECRETS)).toEqual([])
  // Each place has been spoken to: without that the test would prove nothing.
  expect(Object.entries(places).filter(([, texts]) => texts.length === 0)).toEqual([])
  expect(urls.some((url) => LOOK_UP.test(url))).toBe(true)
  expect(new Set(urls.map((url) => url.split(' ')[1]?.split('/')[2])).size).toBeGreaterThan(4)
})
