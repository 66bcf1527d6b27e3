import type { VendorCall } from './stand-in.ts'
import type { Carrier } from './twilio-carrier.ts'
import type { SendFault, TwilioFaults } from './twilio-faults.ts'
import { listMessages } from './twilio-list.ts'
import { listNumbers, type OwnedNumber } from './twilio-numbers.ts'
import { type ApiAnswer, accountPath, accountResource, messageResource, refusal } from './twilio-resources.ts'
import { refusalOfSend } from './twilio-send-rules.ts'
import type { Message, TwilioState } from './twilio-state.ts'

export interface ApiOptions {
  readonly state: () => TwilioState
  readonly faults: TwilioFaults
  readonly carrier: Carrier
  readonly accountSid: string
  readonly authToken: string
  readonly pageCap: number
  readonly numbers: readonly OwnedNumber[]
}

/** `hang`: no answer ever. `reset`: the connection breaks. */
export type ApiOutcome = ApiAnswer | 'hang' | 'reset'

/** The part of Twilio's REST API that the service uses; anything else is refused in Twilio's words. */
export function answerApi(options: ApiOptions, call: VendorCall): ApiOutcome {
  const { state, faults, accountSid, authToken, pageCap } = options
  if (faults.down) return refusal(503, 20503, 'Service is unavailable. Please try again.')
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  if (call.headers.authorization !== `Basic ${basic}`)
    return refusal(401, 20003, 'Authentication Error - invalid username')
  const account = accountPath(accountSid)
  const [, sid] = /\/Messages\/(\w+)\.json$/.exec(call.path) ?? []
  if (call.path === `${account}/Messages.json`) {
    if (call.method === 'POST') return send(options, new URLSearchParams(call.body))
    if (call.method !== 'GET') return notAllowed
    return listMessages(state().messages, call.query, accountSid, pageCap)
  }
  if (call.path === `${account}/IncomingPhoneNumbers.json`) {
    if (call.method !== 'GET') return notAllowed
    return listNumbers(options.numbers, call.query, accountSid)
  }
  if (call.path === `${account}.json`) {
    if (call.method !== 'GET') return notAllowed
    const status = faults.suspended ? 'suspended' : 'active'
    return { status: 200, body: accountResource(accountSid, status, state().startedAt) }
  }
  if (sid === undefined || call.path !== `${account}/Messages/${sid}.json`) return notFound(call.path)
  const message = state().messages.find((other) => other.sid === sid)
  if (message === undefined) return notFound(call.path)
  if (call.method === 'DELETE') return remove(state(), message)
  return call.method === 'GET' ? { status: 200, body: messageResource(accountSid, message) } : notAllowed
}

/** For good. A message without its last news is refused: https://www.twilio.com/docs/api/errors/20009 */
function remove(state: TwilioState, { sid, status }: Message): ApiAnswer {
  if (status === 'queued' || status === 'sent')
    return refusal(409, 20009, 'Cannot delete message because delivery has not been completed.')
  state.messages = state.messages.filter((other) => other.sid !== sid)
  return { status: 204 }
}

const notAllowed = refusal(405, 20004, 'Method not allowed')
const notFound = (path: string): ApiAnswer =>
  refusal(404, 20404, `The requested resource ${path} was not found`)

function send(options: ApiOptions, form: URLSearchParams): ApiOutcome {
  const { faults } = options
  const fault = faults.sends.shift()
  if (fault === undefined) return accept(options, form)
  return typeof fault === 'object'
    ? refusal(fault.status, fault.code, `Refused with ${fault.code} on request`)
    : faulty(fault, options, form)
}

function faulty(fault: Extract<SendFault, string>, options: ApiOptions, form: URLSearchParams): ApiOutcome {
  switch (fault) {
    case 'none':
      return accept(options, form)
    case '429':
      return refusal(429, 20429, 'Too Many Requests')
    case '500':
      return refusal(500, 20500, 'An internal server error has occurred')
    case 'reset-before':
      return 'reset'
    case 'reset-after-accept':
      accept(options, form)
      return 'reset'
    case 'hang-after-accept':
      accept(options, form)
      return 'hang'
  }
}

function accept({ state, faults, carrier, accountSid }: ApiOptions, form: URLSearchParams): ApiAnswer {
  if (faults.suspended) return refusal(403, 10001, 'Account is not active')
  const refused = refusalOfSend(form, state())
  if (refused !== undefined) return refused
  const statusCallback = form.get('StatusCallback')
  const message = carrier.queue(
    {
      from: form.get('From') ?? '',
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
      ...(statusCallback === null ? {} : { statusCallback }),
    },
    Number(form.get('ValidityPeriod') ?? '36000'),
  )
  return { status: 201, body: messageResource(accountSid, message) }
}
