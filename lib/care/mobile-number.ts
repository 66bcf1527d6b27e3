import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core/es6'
import plans from 'libphonenumber-js/metadata.max.json'
import { isPhoneNumber, type PhoneNumber } from '../patient/identifiers.ts'

/** What may stand in a written number besides digits. Letters and extensions are refused before parsing guesses. */
const WRITTEN_NUMBER = /^\+?[\d\s().\-/]+$/
const MOBILE_TYPES = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE'])

export type MobileReading =
  | { readonly kind: 'mobile'; readonly number: PhoneNumber }
  | { readonly kind: 'refused'; readonly message: string }

const isCountry = (code: string): code is CountryCode => Object.hasOwn(plans.countries, code)

const refused = (message: string): MobileReading => ({ kind: 'refused', message })

/**
 * A mobile number as people write it, in E.164. National numbers are read with the clinic's country; landlines and
 * numbers that cannot exist are refused in words (the number itself is never repeated in them).
 */
export function readMobile(written: string, country: string): MobileReading {
  const text = written.trim()
  if (text === '')
    return refused('is empty: expected a mobile number such as 0491 570 006 or +61 491 570 006')
  if (!WRITTEN_NUMBER.test(text))
    return refused('has letters or signs in it: expected digits only, such as 0491 570 006')
  const parsed = parsePhoneNumberFromString(text, isCountry(country) ? country : {}, plans)
  if (parsed === undefined || !parsed.isValid()) {
    return refused('is not a number that exists: expected a mobile such as 0491 570 006 or +61 491 570 006')
  }
  const type = parsed.getType()
  if (type === 'FIXED_LINE') return refused('is a landline, which cannot get texts: give a mobile number')
  if (type === undefined || !MOBILE_TYPES.has(type) || !isPhoneNumber(parsed.number)) {
    return refused('is not a mobile number: a number that can get texts is needed')
  }
  return { kind: 'mobile', number: parsed.number }
}
