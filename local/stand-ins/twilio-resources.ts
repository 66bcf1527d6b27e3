import { SegmentedMessage } from 'sms-segments-calculator'
import type { Message } from './twilio-state.ts'

/** An answer in Twilio's own shapes. */
export interface ApiAnswer {
  readonly status: number
  /** None with a 204. */
  readonly body?: object
}

export const refusal = (status: number, code: number, message: string): ApiAnswer => ({
  status,
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

/** `Sun, 22 Nov 2026 10:00:00 +0000`: RFC 2822 in whole seconds. */
const dateText = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** Counting takes a millisecond, and the same words go to many. */
const counted = new Map<string, string>()

export function segmentsOf(body: string): string {
  const known = counted.get(body)
  if (known !== undefined) return known
  const segments = String(new SegmentedMessage(body).segmentsCount)
  counted.set(body, segments)
  return segments
}

export const accountPath = (accountSid: string): string => `/2010-04-01/Accounts/${accountSid}`

export function messageResource(accountSid: string, message: Message): object {
  const uri = `${accountPath(accountSid)}/Messages/${message.sid}`
  return {
    body: message.body,
    num_segments: segmentsOf(message.body),
    direction: message.direction,
    from: message.from,
    to: message.to,
    date_updated: dateText(message.updatedAt),
    price: null,
    error_message: null,
    uri: `${uri}.json`,
    account_sid: accountSid,
    num_media: '0',
    status: message.status,
    messaging_service_sid: null,
    sid: message.sid,
    date_sent: message.sentAt === undefined ? null : dateText(message.sentAt),
    date_created: dateText(message.createdAt),
    error_code: message.errorCode ?? null,
    price_unit: 'USD',
    api_version: '2010-04-01',
    subresource_uris: { media: `${uri}/Media.json` },
  }
}

export function accountResource(accountSid: string, status: 'active' | 'suspended', since: number): object {
  return {
    sid: accountSid,
    owner_account_sid: accountSid,
    friendly_name: 'Clinic texts (stand-in)',
    status,
    type: 'Full',
    date_created: dateText(since),
    date_updated: dateText(since),
    uri: `${accountPath(accountSid)}.json`,
    subresource_uris: { messages: `${accountPath(accountSid)}/Messages.json` },
  }
}
