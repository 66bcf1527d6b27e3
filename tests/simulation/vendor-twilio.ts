import { classOfFailedDelivery } from '../../lib/adapters/twilio/error-classes.ts'
import type { PhoneNumber } from '../../lib/patient/identifiers.ts'
import type {
  CallbackNews,
  DeliveryNews,
  OutgoingText,
  SendOutcome,
  Texting,
} from '../../lib/ports/texting.ts'
import { DAY, HOUR, type Instant, instant, MINUTE, SECOND } from '../../lib/time/instant.ts'
import type { Luck } from './luck.ts'
import type { Timeline } from './timeline.ts'

/** A text that Twilio took, and what became of it. */
export interface Message extends OutgoingText {
  readonly sid: string
  readonly acceptedAt: Instant
  /** When Twilio's list shows it. */
  readonly listedAt: Instant
  news: DeliveryNews
  endedAt?: Instant
}

export interface TwilioVendor {
  readonly texting: Texting
  readonly messages: readonly Message[]
  /** Numbers Twilio holds a STOP of, by sender. */
  readonly blocked: Set<string>
  /** Each request to send, whether it came to anything or not. */
  requests: number
  /** Sends that went wrong in any way, by text. */
  readonly troubled: Set<string>
}

export const blockOf = (sender: string, mobile: string): string => `${sender} ${mobile}`

/** What else than arriving may become of a text; a number that is bad for good is rare. */
const FATES = ['passing', 'phone off', 'no receipt', 'passing', 'phone off', 'no receipt', 'final'] as const
const PASSING = [30003, 30008, 30017] as const
const FINAL = [30005, 30006, 30007] as const

/**
 * Twilio and the carriers behind it. A request that arrives is taken or refused at once; its answer may be late or
 * lost, which the sender cannot tell from a request that never came. There is no idempotency key.
 */
export function twilioVendor(
  timeline: Timeline,
  luck: Luck,
  hooks: {
    readonly callBack: (news: CallbackNews) => void
    /** The text is on her phone. */
    readonly arrive: (message: Message) => void
  },
): TwilioVendor {
  const messages: Message[] = []
  const blocked = new Set<string>()
  const troubled = new Set<string>()
  const bad = new Set<PhoneNumber>()

  function take(text: OutgoingText): SendOutcome {
    if (luck.isAway('account', timeline.now()))
      return { kind: 'refused', failure: 'operators', code: 20003, account: true }
    if (blocked.has(blockOf(text.from, text.to))) return { kind: 'refused', failure: 'opt-out', code: 21610 }
    if (luck.strikes('carrier', 0.0005)) bad.add(text.to)
    if (bad.has(text.to)) return { kind: 'refused', failure: 'number', code: 21614 }
    const sid = `SM${messages.length + 1}`
    const lag = luck.strikes('list-lag', 0.3) ? luck.of('list-lag').between(5 * MINUTE, HOUR) : 0
    const message: Message = {
      ...text,
      sid,
      acceptedAt: timeline.now(),
      listedAt: instant(timeline.now() + lag),
      news: { state: 'pending' },
    }
    messages.push(message)
    deliver(message)
    return { kind: 'accepted', sid }
  }

  function deliver(message: Message): void {
    const carrier = luck.of('carrier')
    const tell = (delay: number, news: DeliveryNews) =>
      timeline.in(delay, () => {
        message.news = news
        if (news.state === 'delivered' || news.state === 'undelivered') message.endedAt = timeline.now()
        report(message, news)
        if (news.state === 'delivered') hooks.arrive(message)
      })
    tell(SECOND, { state: 'sent' })
    switch (luck.strikes('carrier', 0.06) ? carrier.pick(FATES) : 'arrives') {
      case 'arrives':
        tell(4 * SECOND, { state: 'delivered' })
        break
      case 'passing':
        tell(5 * SECOND, failed(carrier.pick(PASSING)))
        break
      case 'final':
        if (carrier.often(0.15)) tell(5 * SECOND, failed(carrier.pick(FINAL)))
        break
      case 'phone off': {
        // It arrives when the phone is on again, unless Twilio's patience ends before.
        const wait = carrier.between(HOUR, 12 * HOUR)
        const patience = message.validitySeconds * SECOND
        tell(Math.min(wait, patience), wait < patience ? { state: 'delivered' } : failed(30036))
      }
    }
  }

  function report({ patientId, textId, attemptId, sid, listedAt }: Message, news: DeliveryNews): void {
    const chance = luck.of('callbacks')
    const callback = { patientId, textId, attemptId, sid, news }
    if (luck.strikes('callbacks', 0.05)) return
    const late = luck.strikes('callbacks', 0.05) ? chance.between(MINUTE, 4 * DAY) : 0
    const jitter = luck.has('callbacks') ? chance.between(0, 6000) : 0
    // While Twilio's list lags, so does what it calls back.
    const backlog = Math.max(0, listedAt - timeline.now())
    timeline.in(backlog + late + jitter, () => hooks.callBack(callback))
    if (luck.strikes('callbacks', 0.08)) timeline.in(chance.between(0, HOUR), () => hooks.callBack(callback))
  }

  const vendor: TwilioVendor = {
    messages,
    blocked,
    troubled,
    requests: 0,
    texting: {
      async send(text, timeoutMs) {
        vendor.requests += 1
        const outcome = await exchange(timeline, luck, timeoutMs, () => take(text))
        if (outcome.kind !== 'accepted') troubled.add(`${text.patientId} ${text.textId}`)
        return outcome
      },
      tell: async () => ({ kind: 'accepted', sid: 'SMstaff' }),
      async sentTo(mobile) {
        const now = timeline.now()
        if (luck.isAway('twilio', now) || luck.strikes('twilio', 0.1)) return { kind: 'incomplete' }
        const texts = messages.filter(({ to, listedAt }) => to === mobile && listedAt <= now)
        return {
          kind: 'complete',
          // Whole seconds, as the adapter reads them.
          texts: texts.map(({ sid, body, acceptedAt, news }) => ({
            sid,
            body,
            createdAt: instant(Math.floor(acceptedAt / SECOND) * SECOND + 999),
            news,
          })),
        }
      },
      async news(sid) {
        if (luck.isAway('twilio', timeline.now()) || luck.strikes('twilio', 0.1)) return undefined
        return messages.find((message) => message.sid === sid)?.news
      },
      accountActive: async () =>
        luck.isAway('twilio', timeline.now()) ? undefined : !luck.isAway('account', timeline.now()),
      deleteRecord: async () => 'unanswered',
      answerCallback: () => 'https://texts.example.org/webhooks/twilio/status',
      callbackNews: () => undefined,
    },
  }
  return vendor
}

const failed = (code: number): DeliveryNews => ({
  state: 'undelivered',
  code,
  failure: classOfFailedDelivery(code),
})

/** One request over a network that may lose it, or its answer. The caller gives up after `timeoutMs`. */
async function exchange(
  timeline: Timeline,
  luck: Luck,
  timeoutMs: number,
  take: () => SendOutcome,
): Promise<SendOutcome> {
  const chance = luck.of('twilio')
  const nobody = async (): Promise<SendOutcome> => {
    await timeline.wait(timeoutMs)
    return { kind: 'unknown' }
  }
  if (luck.isAway('twilio', timeline.now()))
    return chance.often(0.5) ? { kind: 'refused', failure: 'retry' } : nobody()
  const travel = luck.has('twilio') && chance.often(0.05) ? chance.between(500, 9000) : 100
  // What has not arrived when the caller gives up is never sent.
  if (travel >= timeoutMs) return nobody()
  await timeline.wait(travel)
  if (!luck.strikes('twilio', 0.06)) return take()
  switch (chance.pick(['busy', 'full', 'cut', 'silent', '500 taken', '503', 'lost'])) {
    case 'busy':
      return { kind: 'refused', failure: 'retry', code: 20429 }
    case 'full':
      return { kind: 'refused', failure: 'retry', code: 21611 }
    case 'cut':
    case '500 taken':
      take()
      return { kind: 'unknown' }
    case 'silent':
      take()
      await timeline.wait(timeoutMs - travel)
      return { kind: 'unknown' }
    case '503':
      return { kind: 'unknown' }
    default:
      await timeline.wait(timeoutMs - travel)
      return { kind: 'unknown' }
  }
}
