import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ANN, endJourneys, type Journey, journeyFrom, type Person } from './journey.ts'
import { answering } from './phone.ts'
import { keepWrittenLines } from './written-lines.ts'

const WILHELMINA = { ...ANN, reference: 'Krantz-Wilhelmina', givenName: 'Wilhelmina' }
const SHARED = '0491 570 156'
const ODD_REPLIES = [
  'my rheumatologist put me on mobic "15 mg"',
  'hi its Wilhelmina Krantz, ring me on 0491 570 006 pls 🙏',
  "i'm not sure about tuesday\nsorry",
  'josefine: 4',
  'Mirabella 7',
  'r',
]
/** Nine digits of each number, however it is written around them, and everything that names a person or says a word. */
const INDISCREET = [
  '491570006',
  '491 570 006',
  '491570156',
  '491 570 156',
  '491570159',
  'Wilhelmina',
  'Krantz',
  'Josefine',
  'Mirabella',
  'Harbour Sports Med',
  'rheumatologist',
  'tuesday',
]

let written: string[]

beforeEach(() => {
  written = keepWrittenLines()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await endJourneys()
})

it('writes no number, name or message into any log line of a whole journey', async () => {
  const here = await journeyFrom('2026-11-23T14:00', { observe: {} })
  const ann = await here.enrol(WILHELMINA)
  await sharedPhone(here)
  await badCalls(here)
  await forgedWebhook(here)
  await answering(here.cloud, ann, '2026-12-05T12:00')
  await oddReplies(here, ann)
  await troubles(here, ann)
  await answering(here.cloud, ann, '2027-05-18T22:00')
  await ann.writes('fever since tuesday and the spot is weeping')
  await here.until('2027-05-19T10:00')
  const lines = written.join('').trim().split('\n')
  vi.restoreAllMocks()

  const bodies = here.cloud.twilio.messages().map(({ body }) => JSON.stringify(body).slice(1, -1))
  const secret = [...INDISCREET, ...bodies.filter((body) => body.length > 11)].map((text) =>
    text.toLowerCase(),
  )
  const leaks = lines.filter((line) => secret.some((text) => line.toLowerCase().includes(text)))
  const codes = new Set(lines.map((line) => JSON.parse(line).message))
  expect(leaks).toEqual([])
  // The lines are there, of every kind that a journey leads to: without them the test would prove nothing.
  expect([...codes]).toEqual(
    expect.arrayContaining(
      [
        'STARTED',
        'COMPLETED',
        'PATIENT_ENROLLED',
        'TEXT_SENT',
        'TEXT_REFUSED',
        'TEXT_UNKNOWN',
        'TEXT_SKIPPED',
      ]
        .concat(['REPLY_HEARD', 'REPLY_TO_NOBODY', 'DELIVERY_NOTED', 'UNKNOWN_LOOKED_UP', 'SWEEP_DONE'])
        .concat(['REQUEST_FAILED', 'FAILED']),
    ),
  )
  expect(lines.length).toBeGreaterThan(500)
})

async function sharedPhone({ call }: Journey): Promise<void> {
  for (const [reference, label] of [
    ['jo', 'Josefine'],
    ['mia', 'Mirabella'],
  ])
    await call('POST', '/v1/patients', { ...ANN, reference, mobile: SHARED, givenName: label, label })
}

async function badCalls({ call, cloud }: Journey): Promise<void> {
  await call('POST', '/v1/patients', { ...WILHELMINA, mobile: '0491 570 006 ext 5' })
  await call('POST', '/v1/patients', { ...WILHELMINA, givenName: 'Krantz' })
  await call('POST', '/v1/patients', { ...WILHELMINA, patientName: 'Wilhelmina Krantz' })
  await call('POST', '/v1/patients', '{"mobile": "0491 570 006", "givenName": "Wilhelmina"')
  await call('POST', '/v1/patients/Wilhelmina/courses', { mobile: '0491 570 006' })
  const { patients } = cloud.services
  const write = () => Promise.reject(new Error('cannot store Wilhelmina Krantz, +61491570159'))
  Object.assign(cloud.services, { patients: { ...patients, write } })
  await call('POST', '/v1/patients', { ...WILHELMINA, reference: 'bea', mobile: '0491 570 159' })
  Object.assign(cloud.services, { patients })
}

async function forgedWebhook({ cloud }: Journey): Promise<void> {
  await fetch(`${cloud.url}/webhooks/twilio/inbound?from=%2B61491570006`, {
    method: 'POST',
    headers: { 'x-twilio-signature': 'none' },
    body: new URLSearchParams({ From: '+61491570006', Body: 'hi its Wilhelmina' }),
  })
}

async function oddReplies({ cloud }: Journey, ann: Person): Promise<void> {
  for (const reply of ODD_REPLIES) {
    await ann.writes(reply)
    await cloud.twilio.receive('+61491570156', cloud.clinic.sender, reply)
  }
  await cloud.twilio.receive('+61491570006', '+61480000099', 'hi its Wilhelmina')
}

async function troubles({ cloud, until }: Journey, ann: Person): Promise<void> {
  await ann.injection(2, { at: '2027-01-13T11:30', actor: 'Wilhelmina Krantz' })
  cloud.twilio.nextSend('reset-before', { code: 21614, status: 400 }, '429', { code: 30022, status: 400 })
  await until('2026-12-08T12:00')
  const { evidence } = cloud.services
  const putSent = () => Promise.reject(new Error('no room for +61491570006 Wilhelmina'))
  Object.assign(cloud.services, { evidence: { ...evidence, putSent } })
  await until('2026-12-11T19:00')
  Object.assign(cloud.services, { evidence })
  await ann.patch({ mobile: '0491 570 159' })
  await ann.writes('STOP')
  await until('2026-12-16T12:00')
  await ann.writes('START')
}
