import type { StandIn, VendorCall, VirtualNow } from './stand-in.ts'
import { answerApi } from './twilio-api.ts'
import { Carrier } from './twilio-carrier.ts'
import { controlsOf, type FaultControls, noFaults } from './twilio-faults.ts'
import { handleKeyword } from './twilio-keywords.ts'
import type { OwnedNumber } from './twilio-numbers.ts'
import { segmentsOf } from './twilio-resources.ts'
import { listenFaulty } from './twilio-server.ts'
import {
  isTwilioState,
  type Message,
  type MessageStatus,
  newState,
  type TwilioState,
} from './twilio-state.ts'
import { messagesInAnswer } from './twilio-twiml.ts'
import { postWebhook, type WebhookFields } from './twilio-webhook.ts'

export interface TwilioOptions {
  readonly now: VirtualNow
  readonly accountSid: string
  readonly authToken: string
  /** Where messages from phones are reported, with its fragment of connection overrides. */
  readonly inboundUrl?: string
  /** 0, the default, for any free one. */
  readonly port?: number
  /** Virtual milliseconds from each status of a message to the next, 1000 by default. */
  readonly callbackDelayMs?: number
  /** Real milliseconds from a request to its answer, 0 by default. What it asks for happens at once. */
  readonly answerAfterMs?: number
  /** Largest page of a list, 1000 by default as at Twilio. */
  readonly pageCap?: number
  /** Numbers the account owns, as a list of them shows; sending asks nothing of them. */
  readonly numbers?: readonly OwnedNumber[]
}

/** One message as a phone shows it. */
export interface PhoneEntry {
  /** Epoch milliseconds. */
  readonly at: number
  readonly direction: 'to-phone' | 'from-phone'
  readonly body: string
  /** The number at the other end. */
  readonly other: string
  readonly status: MessageStatus
}

/** Twilio on this machine: its Messages API, signed webhooks, keyword handling, and phones to look at. */
export interface TwilioStandIn extends StandIn, FaultControls {
  /** A text from a phone. @returns the bodies of the answers the phone shows, Twilio's own first */
  receive(from: string, to: string, body: string): Promise<readonly string[]>
  setInboundUrl(url: string): void
  /** Everything that phone has seen, oldest first: what failed or still waits is not on it. */
  phone(number: string): readonly PhoneEntry[]
  /** Every message of the account, oldest first. */
  messages(): readonly Message[]
  /** API requests received so far by method, `{ POST: 2 }`: round trips at the wire, faults and refusals included. */
  calls(): Readonly<Record<string, number>>
}

/** Starts the stand-in on 127.0.0.1. Nothing in it waits for real time: `runDue` follows the clock `now`. */
export async function startTwilio(options: TwilioOptions): Promise<TwilioStandIn> {
  const {
    now,
    accountSid,
    authToken,
    port = 0,
    callbackDelayMs = 1000,
    answerAfterMs = 0,
    pageCap = 1000,
    numbers = [],
  } = options
  const faults = noFaults()
  let held = newState(now())
  let inboundUrl = options.inboundUrl
  const state = (): TwilioState => held
  const account = { state, faults, now, accountSid, authToken, callbackDelayMs, pageCap, numbers }
  const carrier = new Carrier(account)
  const calls: Record<string, number> = {}
  const answer = (call: VendorCall) => {
    calls[call.method] = (calls[call.method] ?? 0) + 1
    return answerApi({ ...account, carrier }, call)
  }
  const server = await listenFaulty(answer, { port, answerAfterMs })
  return {
    url: server.url,
    close: server.close,
    nextEventAt: () =>
      held.due.length === 0 ? undefined : held.due.reduce((first, { at }) => Math.min(first, at), Infinity),
    runDue: () => carrier.runDue(),
    snapshot: () => structuredClone(held),
    restore(saved) {
      if (!isTwilioState(saved))
        throw new Error('twilio stand-in: expected the state of a snapshot of its own')
      held = structuredClone(saved)
    },
    async receive(from, to, body) {
      const inbound = carrier.receive({ from, to, body })
      const own = handleKeyword(held, to, from, body)
      const ownAnswers = own === undefined ? [] : [carrier.replyAnyway({ from: to, to: from, body: own })]
      const fields = inboundFields(inbound, accountSid)
      const answer = inboundUrl === undefined ? undefined : await postWebhook(inboundUrl, fields, authToken)
      const ourAnswers = messagesInAnswer(answer).map((reply) =>
        carrier.reply({ ...reply, from: to, to: from }),
      )
      return [...ownAnswers, ...ourAnswers]
        .filter(({ status }) => status === 'sent')
        .map((shown) => shown.body)
    },
    setInboundUrl: (url) => {
      inboundUrl = url
    },
    phone: (number) => phoneOf(held.messages, number),
    messages: () => structuredClone(held.messages),
    calls: () => ({ ...calls }),
    ...controlsOf(faults, () => carrier.resume()),
  }
}

const SEEN: readonly MessageStatus[] = ['sent', 'delivered']

function phoneOf(messages: readonly Message[], number: string): readonly PhoneEntry[] {
  return messages
    .flatMap(({ direction, from, to, body, status, createdAt, sentAt }): readonly PhoneEntry[] => {
      if (direction === 'inbound')
        return from === number ? [{ at: createdAt, direction: 'from-phone', body, other: to, status }] : []
      if (to !== number || !SEEN.includes(status)) return []
      return [{ at: sentAt ?? createdAt, direction: 'to-phone', body, other: from, status }]
    })
    .sort((a, b) => a.at - b.at)
}

/** Blank fields are part of what is signed, so they are sent as Twilio sends them. */
function inboundFields({ sid, from, to, body }: Message, accountSid: string): WebhookFields {
  return {
    ToCountry: '',
    ToState: '',
    ToCity: '',
    ToZip: '',
    FromCountry: '',
    FromState: '',
    FromCity: '',
    FromZip: '',
    SmsMessageSid: sid,
    SmsSid: sid,
    MessageSid: sid,
    AccountSid: accountSid,
    SmsStatus: 'received',
    ApiVersion: '2010-04-01',
    From: from,
    To: to,
    Body: body,
    NumMedia: '0',
    NumSegments: segmentsOf(body),
  }
}
