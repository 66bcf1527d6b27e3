import type { Secrets } from '../../ports/secrets.ts'
import type { FoundText, LookUp, OutgoingText, SendOutcome, Texting } from '../../ports/texting.ts'
import { type Instant, instant, SECOND } from '../../time/instant.ts'
import { deletionOfError, isCredentialRefusal, outcomeOfError } from './send-outcome.ts'
import {
  alertCallbackUrl,
  answerCallbackUrl,
  callbackNews,
  callbackUrl,
  deliveryNews,
} from './status-callback.ts'
import { isAccountActive, type Message, type Messages, messagesOf } from './wire.ts'

export interface TwilioTextingOptions {
  readonly secrets: Secrets
  /** Base of our webhook addresses as configured at Twilio, without a trailing slash. */
  readonly publicUrl: string
  /** Where Twilio answers, without a trailing slash. */
  readonly baseUrl?: string
}

/** Time allowed for one request outside a claim. */
const READ_TIMEOUT = 8 * SECOND
/** Twilio's largest page. */
const PAGE_SIZE = 1000

/** Texts by Twilio's Messages API. No error escapes: what Twilio and the network throw may quote number and body. */
export function twilioTexting(options: TwilioTextingOptions): Texting {
  const { secrets, publicUrl, baseUrl = 'https://api.twilio.com' } = options
  const messages = async (newSignal: () => AbortSignal): Promise<Messages> => {
    const { twilioAccountSid: accountSid, twilioAuthToken: authToken } = await secrets.current()
    return messagesOf({ accountSid, authToken }, baseUrl, newSignal)
  }
  const reading = (): Promise<Messages> => messages(() => AbortSignal.timeout(READ_TIMEOUT))
  return {
    async send(text, timeoutMs) {
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        return await post(await messages(() => signal), text, publicUrl)
      } catch (error) {
        if (isCredentialRefusal(error)) await refreshed(secrets)
        return outcomeOfError(error)
      }
    },
    async tell(text, owner) {
      const signal = AbortSignal.timeout(READ_TIMEOUT)
      try {
        const report = owner && { statusCallback: alertCallbackUrl(publicUrl, owner) }
        const { sid } = await (await messages(() => signal)).create({ ...text, ...report })
        return isFilled(sid) ? { kind: 'accepted', sid } : { kind: 'unknown' }
      } catch (error) {
        return outcomeOfError(error)
      }
    },
    async sentTo(mobile) {
      try {
        return lookUp(await (await reading()).list({ to: mobile, pageSize: PAGE_SIZE }))
      } catch {
        return { kind: 'incomplete' }
      }
    },
    async accountActive() {
      try {
        const { twilioAccountSid: accountSid, twilioAuthToken: authToken } = await secrets.refreshed()
        return await isAccountActive({ accountSid, authToken }, baseUrl, () =>
          AbortSignal.timeout(READ_TIMEOUT),
        )
      } catch {
        return undefined
      }
    },
    async news(sid) {
      try {
        return newsOf(await (await reading()).get(sid).fetch())
      } catch {
        return undefined
      }
    },
    async deleteRecord(sid) {
      try {
        await (await reading()).get(sid).remove()
        return 'gone'
      } catch (error) {
        return deletionOfError(error)
      }
    },
    answerCallback: (owner) => answerCallbackUrl(publicUrl, owner),
    callbackNews,
  }
}

async function post(messages: Messages, text: OutgoingText, publicUrl: string): Promise<SendOutcome> {
  const { sid } = await messages.create({
    from: text.from,
    to: text.to,
    body: text.body,
    validityPeriod: text.validitySeconds,
    statusCallback: callbackUrl(publicUrl, text),
  })
  return isFilled(sid) ? { kind: 'accepted', sid } : { kind: 'unknown' }
}

/** The next send finds the new token; this one is answered by the refusal it got. */
const refreshed = (secrets: Secrets): Promise<unknown> => secrets.refreshed().catch(() => undefined)

function lookUp(messages: readonly Message[]): LookUp {
  const texts: FoundText[] = []
  for (const message of messages) {
    const { sid, body } = message
    const createdAt = endOfSecond(message.dateCreated)
    if (!isFilled(sid) || !isText(body) || createdAt === undefined) return { kind: 'incomplete' }
    texts.push({ sid, body, createdAt, news: newsOf(message) })
  }
  return { kind: 'complete', texts }
}

/**
 * Twilio gives whole seconds, rounded down. The last moment of that second is the answer, so that a message is never
 * taken for older than the claim that led to it.
 */
function endOfSecond(date: unknown): Instant | undefined {
  return date instanceof Date ? instant(date.getTime() + SECOND - 1) : undefined
}

function newsOf({ status, errorCode }: Message) {
  const code: unknown = errorCode
  return deliveryNews(status, typeof code === 'number' ? code : undefined)
}

// The package types what Twilio promises; these look at what came.
const isText = (value: unknown): value is string => typeof value === 'string'
const isFilled = (value: unknown): value is string => isText(value) && value !== ''
