import { type ApiAnswer, refusal } from './twilio-resources.ts'
import { pairOf, type TwilioState } from './twilio-state.ts'

const PARAMETERS = ['To', 'From', 'Body', 'StatusCallback', 'ValidityPeriod']
const E164 = /^\+[1-9]\d{6,14}$/
const AU_LANDLINE = /^\+61[2378]/
const HOST_WITH_UNDERSCORE = /^https?:\/\/[^/]*_/

/** Numbers of Twilio's test credentials and the error each gives. */
const MAGIC_TO: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}
const MAGIC_FROM: Readonly<Record<string, number>> = {
  '+15005550001': 21212,
  '+15005550007': 21606,
  '+15005550008': 21611,
}

/** Why Twilio refuses to send this form; undefined when it sends. Texts name the number, as Twilio's do. */
export function refusalOfSend(form: URLSearchParams, state: TwilioState): ApiAnswer | undefined {
  const stranger = [...form.keys()].find((name) => !PARAMETERS.includes(name))
  if (stranger !== undefined)
    return refusal(400, 20001, `Unknown parameter ${stranger}: expected ${PARAMETERS.join(', ')}`)
  const to = form.get('To') ?? ''
  const from = form.get('From') ?? ''
  return (
    refusalOfNumbers(from, to) ??
    (state.blocked.includes(pairOf(from, to))
      ? refusal(400, 21610, 'Attempt to send to unsubscribed recipient')
      : refusalOfContent(form))
  )
}

function refusalOfNumbers(from: string, to: string): ApiAnswer | undefined {
  if (to === '') return refusal(400, 21604, "A 'To' phone number is required.")
  if (from === '') return refusal(400, 21603, "A 'From' phone number is required.")
  const magic = MAGIC_TO[to] ?? MAGIC_FROM[from]
  if (magic !== undefined) return refusal(400, magic, `Test number for error ${magic}: ${from} to ${to}.`)
  if (!E164.test(to)) return refusal(400, 21211, `Invalid 'To' Phone Number: ${to}`)
  if (!E164.test(from)) return refusal(400, 21212, `Invalid 'From' Phone Number: ${from}`)
  if (from === to) return refusal(400, 21266, "'To' and 'From' number cannot be the same")
  return AU_LANDLINE.test(to)
    ? refusal(400, 21614, `'To' number is not a valid mobile number: ${to}`)
    : undefined
}

function refusalOfContent(form: URLSearchParams): ApiAnswer | undefined {
  const body = form.get('Body') ?? ''
  if (body === '') return refusal(400, 21602, 'Message body is required.')
  if (body.length > 1600) return refusal(400, 21617, 'The message body exceeds the 1600 character limit.')
  const callback = form.get('StatusCallback')
  if (callback !== null && (!URL.canParse(callback) || HOST_WITH_UNDERSCORE.test(callback)))
    return refusal(400, 21609, `The 'StatusCallback' URL ${callback} is not a valid URL.`)
  const validity = Number(form.get('ValidityPeriod') ?? '36000')
  return Number.isInteger(validity) && validity >= 1 && validity <= 36_000
    ? undefined
    : refusal(400, 21624, 'Validity period: expected a whole number of seconds from 1 to 36000')
}
