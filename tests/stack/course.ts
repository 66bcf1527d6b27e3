import type { TwilioStandIn } from '../../local/stand-ins/twilio.ts'
import { type Api, caller, type Text, textOf } from './api.ts'
import { alarmOf, alarmsLeft, startNextDay } from './aws-view.ts'
import { type Morning, morning } from './morning.ts'
import { type Place, SENDER, setUp, switched } from './place.ts'

const ANN = '+61491570006'
/** The sweep comes for a text 2 minutes after it was due, if an alarm was believed armed for it. */
const BEFORE_THE_SWEEP_MS = 115_000
/** More than the 2 minutes within which the service arms no alarm, and room for setup and enrolment in between. */
const MINUTES_AHEAD = 3
/** The same, and room for a deployment and a daily pass. */
const MINUTES_AHEAD_OF_A_SWITCH = 6
/** Sweeps come every minute; two may be needed. */
const SWEEP_PATIENCE_MS = 150_000

/** Ann's first texts, over the deployed API and her phone. */
export async function course(place: Place): Promise<Place> {
  await closedToStrangers(place)
  const dawn = morning(Date.now(), MINUTES_AHEAD)
  const api = caller(place, await setUp(place, dawn))
  const { id, plan } = await enrolled(place, api, dawn)
  await armed(place, dawn, id)
  await fired(place, dawn, textOf(plan, 'W0'))
  await swept(place, textOf(plan, 'F2'))
  await noted(place, api, id)
  await heard(place)
  return place
}

/** Ann is enrolled and armed by a rule; then her stage moves to Scheduler, before her text is due. */
export async function movedCourse(place: Place): Promise<Place> {
  const dawn = morning(Date.now(), MINUTES_AHEAD_OF_A_SWITCH)
  const api = caller(place, await setUp(place, dawn))
  const { id, plan } = await enrolled(place, api, dawn)
  await armed(place, dawn, id)
  const later = await switched(place)
  await startNextDay(later)
  const isMoved = async () => (await alarmsLeft(later)).join() === `schedule alarm-${later.stage.stage}-${id}`
  await until(isMoved, SWEEP_PATIENCE_MS)
  place.story.holds(
    'the daily pass moved her: one schedule, no rule',
    await isMoved(),
    await alarmsLeft(later),
  )
  await armed(later, dawn, id)
  await fired(later, dawn, textOf(plan, 'W0'))
  await swept(later, textOf(plan, 'F2'))
  const texts = onPhone(later.twilio)
  place.story.holds('no text was lost or doubled on the way', texts.length === 2, texts)
  return later
}

interface Enrolled {
  readonly id: string
  readonly plan: readonly Text[]
}

async function enrolled({ story, kind }: Place, api: Api, { visit }: Morning): Promise<Enrolled> {
  const answer = await api('POST', '/v1/patients', {
    reference: `ann-${kind}`,
    mobile: ANN,
    givenName: 'Ann',
    injections: [{ at: visit, state: 'given' }],
    consent: { given: visit.slice(0, 10), method: 'written' },
  })
  story.holds('the deployed API enrols a patient', answer.status === 201, answer)
  const { patient, plan } = answer.body
  return { id: patient.id, plan }
}

async function armed(place: Place, { due }: Morning, id: string): Promise<void> {
  const alarm = await alarmOf(place, id)
  const what = place.kind === 'rules' ? 'rule' : 'schedule'
  place.story.holds(`her ${what} points at her first text: ${alarm}`, pointsAt(alarm, due), new Date(due))
}

/** From her alarm to her phone. */
async function fired({ story, twilio }: Place, { due }: Morning, welcome: Text): Promise<void> {
  story.holds(`it is due at ${new Date(due).toISOString()}`, Date.parse(welcome.utc) === due, welcome)
  await until(() => onPhone(twilio).length > 0, due - Date.now() + BEFORE_THE_SWEEP_MS)
  const [arrived] = onPhone(twilio)
  const lateness = (arrived?.at ?? Infinity) - due
  story.holds(
    `it fired into the deployed function, and the text came ${Math.round(lateness / 1000)} s after it was due`,
    lateness >= 0 && lateness < BEFORE_THE_SWEEP_MS,
    onPhone(twilio),
  )
  story.holds('word for word as the preview said', arrived?.body === welcome.body, arrived)
}

/** Due at the same minute as the one before, too soon for an alarm: the deployed sweep's own rule brings it. */
async function swept({ story, twilio }: Place, warning: Text): Promise<void> {
  await until(() => onPhone(twilio).length > 1, SWEEP_PATIENCE_MS)
  const [, arrived] = onPhone(twilio)
  story.holds(
    'the sweep’s rule fired too and brought the text after it',
    arrived?.body === warning.body,
    arrived,
  )
}

/** Delivery callbacks, signed by Twilio. */
async function noted({ story }: Place, api: Api, id: string): Promise<void> {
  const states = async () => {
    const { body } = await api('GET', `/v1/patients/${id}/plan`)
    const of = (step: string) => textOf(body.items, step).state
    return { W0: of('W0'), F2: of('F2') }
  }
  const bothDelivered = async () => Object.values(await states()).every((state) => state === 'delivered')
  await until(bothDelivered, 20_000)
  story.holds('Twilio’s signed callbacks mark both delivered', await bothDelivered(), await states())
}

async function heard({ story, twilio, door }: Place): Promise<void> {
  const answers = await twilio.receive(ANN, SENDER, 'can I take nurofen?')
  story.holds(
    'a signed reply about Nurofen is answered in the webhook',
    answers.length === 1 && /avoid/i.test(answers[0] ?? ''),
    answers,
  )
  const forged = await fetch(`${door.url}/webhooks/twilio/inbound`, {
    method: 'POST',
    headers: { 'x-twilio-signature': 'forged' },
    body: new URLSearchParams({ MessageSid: 'SM1', From: ANN, To: SENDER, Body: 'hello' }),
  })
  story.holds('a forged one is refused', forged.status === 403, forged.status)
}

async function closedToStrangers({ story, door }: Place): Promise<void> {
  const health = await (await fetch(`${door.url}/health`)).json()
  story.holds(
    '/health names the secrets that are missing',
    JSON.stringify(health).includes('twilio-auth-token'),
    health,
  )
  const stranger = await fetch(`${door.url}/v1/patients`)
  story.holds('nobody gets in without a key', stranger.status === 401, stranger.status)
}

const onPhone = (twilio: TwilioStandIn) =>
  twilio.phone(ANN).filter(({ direction }) => direction === 'to-phone')

/** `cron(2 9 1 12 ? 2026)` or `at(2026-12-01T09:02:00)`. */
function pointsAt(expression: string, due: number): boolean {
  const [date = '', time = ''] = new Date(due).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  return (
    expression === `cron(${minute} ${hour} ${day} ${month} ? ${year})` ||
    expression === `at(${new Date(due).toISOString().slice(0, 19)})`
  )
}

async function until(happened: () => boolean | Promise<boolean>, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs
  while (!(await happened()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 500))
}
