import { z } from 'zod'
import { type Line, next, ok, wrong } from '../report.ts'

export interface TwilioAccount {
  readonly accountSid: string
  readonly authToken: string
  /** Where Twilio answers, without a trailing slash. */
  readonly baseUrl: string
}

export interface Wanted {
  /** The number texts come from; absent while there is no clinic. */
  readonly sender?: string
  /** Base of our webhook addresses; absent before the deployment. */
  readonly url?: string
}

/** With Twilio's test credentials this number sends nothing and fails nothing. */
export const MAGIC_SENDER = '+15005550006'
/** Makes Twilio repeat what got no answer or a 5xx; without it such a text from a patient is lost. */
const RETRIES = '#rc=3&rp=ct,rt,5xx'

const account = z.object({ status: z.string() })
const numbers = z.object({
  incoming_phone_numbers: z.array(
    z.object({
      phone_number: z.string(),
      capabilities: z.object({ sms: z.boolean() }),
      sms_url: z.string().nullable(),
      sms_method: z.string().nullable(),
      sms_fallback_url: z.string().nullable(),
      sms_application_sid: z.string().nullable(),
    }),
  ),
})
type OwnedNumber = z.infer<typeof numbers>['incoming_phone_numbers'][number]

/** Reads the account and the sender's settings, and says what is not as it should be. Sends and changes nothing. */
export async function checkTwilio(twilio: TwilioAccount, wanted: Wanted): Promise<readonly Line[]> {
  const answer = await get(twilio, '.json')
  if (answer.status === 401)
    return [wrong('Twilio: refuses this SID and token', 'copy both anew from Twilio’s console')]
  const found = account.safeParse(answer.body)
  if (!found.success)
    return [wrong(`Twilio: answered ${answer.status} to a look at the account`, 'try again later')]
  const { status } = found.data
  if (status !== 'active')
    return [
      wrong(`Twilio: the account is ${status}`, 'see Twilio’s console: balance, compliance, suspension'),
    ]
  return [ok('Twilio: the account is active'), ...(await checkSender(twilio, wanted))]
}

async function checkSender(twilio: TwilioAccount, wanted: Wanted): Promise<readonly Line[]> {
  const { sender } = wanted
  if (sender === undefined)
    return [next('sender: not checked', 'it comes with the clinic; run this again then')]
  if (sender === MAGIC_SENDER)
    return [ok(`sender ${sender}: Twilio’s magic number, nothing will really be sent`)]
  const answer = await get(twilio, `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(sender)}`)
  const owned = numbers.safeParse(answer.body)
  if (!owned.success)
    return [wrong(`Twilio: answered ${answer.status} to a look at its numbers`, 'try again later')]
  const number = owned.data.incoming_phone_numbers.find(({ phone_number }) => phone_number === sender)
  if (number === undefined)
    return [
      wrong(`sender ${sender}: not a number of this account`, 'buy it at Twilio, or give another sender'),
    ]
  const capable = number.capabilities.sms
    ? ok(`sender ${sender}: can send and receive texts`)
    : wrong(`sender ${sender}: cannot text`, 'buy a number with the capability SMS')
  return [capable, ...checkWebhooks(number, wanted.url)]
}

function checkWebhooks(number: OwnedNumber, url: string | undefined): readonly Line[] {
  if (url === undefined)
    return [next('webhooks: not checked', 'deploy, then run this again with --url and --table')]
  const inbound = `${url}/webhooks/twilio/inbound${RETRIES}`
  if (number.sms_application_sid)
    return [
      wrong(
        'webhooks: a TwiML app takes the number’s texts',
        'set the number to "Webhook" in Twilio’s console',
      ),
    ]
  const isRight = number.sms_url === inbound && number.sms_method === 'POST'
  return [
    isRight
      ? ok(`webhook "a message comes in": ${inbound}`)
      : wrong(
          `webhook "a message comes in": ${number.sms_method ?? ''} ${number.sms_url || 'nothing'}`,
          `set it to HTTP POST ${inbound}`,
        ),
    checkFallback(number.sms_fallback_url || undefined, url),
  ]
}

/** It answers when ours does not, so it must stand somewhere else. */
function checkFallback(fallback: string | undefined, url: string): Line {
  if (fallback !== undefined && !fallback.startsWith(url))
    return ok(`fallback "primary handler fails": ${fallback}`)
  return wrong(
    `fallback "primary handler fails": ${fallback ?? 'nothing'}`,
    'set it to the static answer of docs/deploy.md, hosted outside this service',
  )
}

async function get({ accountSid, authToken, baseUrl }: TwilioAccount, path: string) {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const response = await fetch(`${baseUrl}/2010-04-01/Accounts/${accountSid}${path}`, {
    headers: { authorization },
    signal: AbortSignal.timeout(10_000),
  })
  return { status: response.status, body: await response.json().catch(() => undefined) }
}
