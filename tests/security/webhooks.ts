import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { makeReceiveReply } from '../../functions/handlers/receive-reply.ts'
import { makeRecordDelivery } from '../../functions/handlers/record-delivery.ts'
import { twilioSignatures } from '../../lib/adapters/twilio/signatures.ts'
import { callbackNews, callbackUrl } from '../../lib/adapters/twilio/status-callback.ts'
import { attemptId, textId } from '../../lib/patient/identifiers.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { CONTEXT, webhookEvent } from '../functions/events.ts'
import type { World } from '../functions/fakes.ts'
import { worldWithZara } from './calls.ts'
import { ZARA } from './zara.ts'

export const PUBLIC_URL = 'https://texts.example.org'
export const TOKEN = 'twilio-token-Kp93'
export const sid = (number: number): string => `SM${String(number).padStart(32, '0')}`

/** An answer as XML: nothing but entities escaped, one message at most, and no attribute but where Twilio reports to. */
export const TWIML =
  /^<Response(?:\/>|><Message(?: statusCallback="(?:[^<>&"]|&\w+;)*")?>(?:[^<>&"']|&\w+;)*<\/Message><\/Response>)$/

export interface Post {
  readonly path: string
  readonly query?: string
  /** The body, form-encoded. */
  readonly form: string
}

type Fields = Readonly<Record<string, string | readonly string[]>>

const form = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  ).toString()

export interface Webhook {
  readonly path: string
  readonly query: string
  readonly fields: Fields
}

export const INBOUND: Webhook = {
  path: '/webhooks/twilio/inbound',
  query: '',
  fields: { MessageSid: sid(1), From: ZARA.mobile, To: HARBOUR.sender, Body: 'STOP', FromCity: '' },
}

export const OWNER = { patientId: ZARA.id, textId: textId('W0@1.1.1'), attemptId: attemptId('try-Vw3') }

/** The query under which Twilio reports on an attempt. */
export const queryOf = (owner: Parameters<typeof callbackUrl>[1]): string =>
  callbackUrl('', owner).split('?').at(-1)?.split('#')[0] ?? ''

export const STATUS: Webhook = {
  path: '/webhooks/twilio/status',
  query: queryOf(OWNER),
  fields: { MessageSid: 'SMzara1', MessageStatus: 'delivered', To: ZARA.mobile },
}

export const postOf = ({ path, query, fields }: Webhook): Post => ({ path, query, form: form(fields) })

export const urlOf = ({ path, query = '' }: Pick<Webhook, 'path' | 'query'>): string =>
  `${PUBLIC_URL}${path}${query === '' ? '' : `?${query}`}`

/** As Twilio signs: over the address it was given and every field. */
export const signatureOf = ({ fields, ...address }: Webhook, token = TOKEN, url = urlOf(address)): string =>
  getExpectedTwilioSignature(token, url, { ...fields })

/** A genuine call, with parts of it replaced after it was signed. */
export const eventOf = (webhook: Webhook, tampered: Partial<Post> & { signature?: string } = {}) =>
  webhookEvent({ ...postOf(webhook), signature: signatureOf(webhook), ...tampered })

/** Zara's world, guarded by real signatures under `TOKEN`, with a carrier that reads its callbacks. */
export async function guardedWorld(): Promise<World> {
  const values = { twilioAccountSid: 'AC1', twilioAuthToken: TOKEN, phoneHashKey: 'k' }
  const secrets = { current: async () => values, refreshed: async () => values }
  const here = await worldWithZara({ signatures: twilioSignatures({ secrets, publicUrl: PUBLIC_URL }) })
  const services = { ...here.services, texting: { ...here.services.texting, callbackNews } }
  here.touched.length = 0
  return { ...here, services }
}

/** Both webhooks, each by its path. */
export const post = ({ services }: World, event: APIGatewayProxyEventV2) =>
  (event.rawPath === STATUS.path ? makeRecordDelivery : makeReceiveReply)(services)(event, CONTEXT)
