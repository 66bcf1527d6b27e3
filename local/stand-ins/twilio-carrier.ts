import { createHash } from 'node:crypto'
import type { VirtualNow } from './stand-in.ts'
import type { TwilioFaults } from './twilio-faults.ts'
import type { TwilioState } from './twilio-state.ts'
import { type Due, type DueKind, type Message, type MessageStatus, pairOf } from './twilio-state.ts'
import { postWebhook } from './twilio-webhook.ts'

export interface CarrierOptions {
  readonly state: () => TwilioState
  readonly faults: TwilioFaults
  readonly now: VirtualNow
  readonly accountSid: string
  readonly authToken: string
  /** Virtual milliseconds from each status to the next. */
  readonly callbackDelayMs: number
}

export interface NewMessage {
  readonly from: string
  readonly to: string
  readonly body: string
  readonly statusCallback?: string
}

/** Moves messages along and reports each status, except the first, to the message's callback address. */
export class Carrier {
  readonly #options: CarrierOptions
  #running: Promise<void> = Promise.resolve()

  constructor(options: CarrierOptions) {
    this.#options = options
  }

  get #state(): TwilioState {
    return this.#options.state()
  }

  /** Queues a message of the API; it expires when it has not left the queue after `validitySeconds`. */
  queue(message: NewMessage, validitySeconds: number): Message {
    const added = this.#add(message, 'outbound-api', 'queued')
    this.#schedule('expiry', added.createdAt + validitySeconds * 1000, added.sid)
    this.#schedule('hand-over', added.createdAt + this.#options.callbackDelayMs, added.sid)
    return added
  }

  /** Sends our answer at once; to a blocked pair it fails, as at Twilio, with 21610. */
  reply(message: NewMessage): Message {
    if (!this.#state.blocked.includes(pairOf(message.from, message.to))) return this.replyAnyway(message)
    const added = this.#add(message, 'outbound-reply', 'queued')
    return this.#become(added, 'failed', added.createdAt, 21610)
  }

  /** What Twilio itself answers to STOP goes out although the pair is blocked from then on. */
  replyAnyway(message: NewMessage): Message {
    const added = this.#add(message, 'outbound-reply', 'sent')
    this.#schedule('receipt', added.createdAt + this.#options.callbackDelayMs, added.sid)
    return added
  }

  receive(message: NewMessage): Message {
    return this.#add(message, 'inbound', 'received')
  }

  /** Lets what a stall held back leave the queue. */
  resume(): void {
    const { now, callbackDelayMs } = this.#options
    for (const { status, sid } of this.#state.messages)
      if (status === 'queued') this.#schedule('hand-over', now() + callbackDelayMs, sid)
  }

  /** One caller at a time, so that two never report the same news twice. */
  runDue(): Promise<void> {
    this.#running = this.#running.then(() => this.#runDue())
    return this.#running
  }

  async #runDue(): Promise<void> {
    const next = () => takeDue(this.#state, this.#options.now())
    for (let due = next(); due !== undefined; due = next()) await this.#happen(due)
  }

  #add(message: NewMessage, direction: Message['direction'], status: MessageStatus): Message {
    const state = this.#state
    const at = this.#options.now()
    state.messagesMade += 1
    const sid = sidOf(`${this.#options.accountSid} ${state.startedAt} ${state.messagesMade}`)
    const sentAt = status === 'sent' ? { sentAt: at } : {}
    const added = { ...message, sid, direction, status, createdAt: at, updatedAt: at, ...sentAt }
    state.messages.push(added)
    return added
  }

  #schedule(kind: DueKind, at: number, sid: string): void {
    this.#state.due.push({ kind, at, sid })
  }

  #become(message: Message, status: MessageStatus, at: number, errorCode?: number): Message {
    const { faults, callbackDelayMs } = this.#options
    const code = errorCode === undefined ? {} : { errorCode }
    const sentAt = status === 'sent' ? { sentAt: at } : {}
    const changed = { ...message, status, updatedAt: at, ...sentAt, ...code }
    const state = this.#state
    state.messages[state.messages.findIndex(({ sid }) => sid === message.sid)] = changed
    if (message.statusCallback !== undefined) {
      const late = faults.callbacks === 'reordered' && status === 'sent' ? 2 * callbackDelayMs : 0
      state.due.push({ kind: 'callback', at: at + late, sid: message.sid, status, ...code })
    }
    return changed
  }

  async #happen(due: Due): Promise<void> {
    const message = this.#state.messages.find(({ sid }) => sid === due.sid)
    if (message === undefined) return
    if (due.kind === 'callback') return this.#call(message, due)
    if (due.kind === 'receipt') this.#receipt(message, due.at)
    else if (message.status === 'queued') this.#leaveQueue(message, due)
  }

  #leaveQueue(message: Message, due: Due): void {
    if (due.kind === 'expiry') this.#become(message, 'failed', due.at, 30036)
    else if (!this.#options.faults.stalled) {
      const state = this.#state
      state.due = state.due.filter(({ kind, sid }) => kind !== 'expiry' || sid !== message.sid)
      this.#become(message, 'sent', due.at)
      this.#schedule('receipt', due.at + this.#options.callbackDelayMs, message.sid)
    }
  }

  #receipt(message: Message, at: number): void {
    const code = this.#options.faults.unreachable.get(message.to)
    this.#become(message, code === undefined ? 'delivered' : 'undelivered', at, code)
  }

  async #call(message: Message, news: CallbackDue): Promise<void> {
    const { faults, accountSid, authToken } = this.#options
    if (faults.callbacks === 'lost' || message.statusCallback === undefined) return
    const fields = callbackFields(message, news, accountSid)
    for (let copies = faults.callbacks === 'doubled' ? 2 : 1; copies > 0; copies -= 1)
      await postWebhook(message.statusCallback, fields, authToken)
  }
}

type CallbackDue = Due & { readonly kind: 'callback' }

const sidOf = (seed: string): string => `SM${createHash('sha256').update(seed).digest('hex').slice(0, 32)}`

/** Takes out the oldest event whose time has come; of two at one instant the one planned first. */
function takeDue(state: TwilioState, now: number): Due | undefined {
  const [first] = state.due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at)
  if (first !== undefined) state.due.splice(state.due.indexOf(first), 1)
  return first
}

function callbackFields(message: Message, due: CallbackDue, accountSid: string) {
  const final = due.status === 'delivered' || due.status === 'undelivered'
  const doneAt = new Date(due.at).toISOString().replaceAll(/\D/g, '').slice(2, 12)
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    From: message.from,
    MessageSid: message.sid,
    MessageStatus: due.status,
    SmsSid: message.sid,
    SmsStatus: due.status,
    To: message.to,
    ...(due.errorCode === undefined ? {} : { ErrorCode: String(due.errorCode) }),
    ...(final ? { RawDlrDoneDate: doneAt } : {}),
  }
}
