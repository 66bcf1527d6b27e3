import { createHash } from 'node:crypto'
import { type ApiAnswer, accountPath, refusal } from './twilio-resources.ts'

/** A number that the account owns, as its owner set it up in Twilio's console. */
export interface OwnedNumber {
  readonly phoneNumber: string
  /** Whether it can send and receive texts; true by default. */
  readonly sms?: boolean
  readonly smsUrl?: string
  readonly smsFallbackUrl?: string
  readonly smsMethod?: 'GET' | 'POST'
}

const PARAMETERS = ['PhoneNumber', 'PageSize']

/** The account's numbers, all on one page. */
export function listNumbers(
  numbers: readonly OwnedNumber[],
  query: URLSearchParams,
  accountSid: string,
): ApiAnswer {
  const stranger = [...query.keys()].find((name) => !PARAMETERS.includes(name))
  if (stranger !== undefined)
    return refusal(400, 20001, `Unknown parameter ${stranger}: expected ${PARAMETERS.join(', ')}`)
  const wanted = query.get('PhoneNumber')
  const found = numbers.filter(({ phoneNumber }) => wanted === null || phoneNumber === wanted)
  const uri = `${accountPath(accountSid)}/IncomingPhoneNumbers.json?${query}`
  return {
    status: 200,
    body: {
      first_page_uri: uri,
      end: Math.max(found.length - 1, 0),
      previous_page_uri: null,
      incoming_phone_numbers: found.map((number) => numberResource(accountSid, number)),
      uri,
      page_size: 50,
      start: 0,
      next_page_uri: null,
      page: 0,
    },
  }
}

function numberResource(accountSid: string, number: OwnedNumber): object {
  const { phoneNumber, sms = true, smsUrl = '', smsFallbackUrl = '', smsMethod = 'POST' } = number
  const sid = `PN${createHash('sha256').update(phoneNumber).digest('hex').slice(0, 32)}`
  return {
    sid,
    account_sid: accountSid,
    friendly_name: phoneNumber,
    phone_number: phoneNumber,
    capabilities: { voice: true, sms, mms: false, fax: false },
    sms_url: smsUrl,
    sms_method: smsMethod,
    sms_fallback_url: smsFallbackUrl,
    sms_fallback_method: 'POST',
    sms_application_sid: '',
    status_callback: '',
    status_callback_method: 'POST',
    api_version: '2010-04-01',
    beta: false,
    origin: 'twilio',
    status: 'in-use',
    uri: `${accountPath(accountSid)}/IncomingPhoneNumbers/${sid}.json`,
  }
}
