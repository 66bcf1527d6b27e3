/** Opaque, random, safe in a URL, a rule name and a log line. */
export type PatientId = string & { readonly unit: 'PatientId' }
export type ClinicId = string & { readonly unit: 'ClinicId' }
/** One try at handing a text to the carrier; random, travels in the status callback's URL. */
export type AttemptId = string & { readonly unit: 'AttemptId' }
/** `step@course.injection.visit`, for example `F1@1.2.1`; a welcome's last part counts welcomes. */
export type TextId = string & { readonly unit: 'TextId' }
/** A mobile number in E.164, `+61491570006`. Never logged, never part of a name or URL of ours. */
export type PhoneNumber = string & { readonly unit: 'PhoneNumber' }

const OPAQUE = /^[A-Za-z0-9_-]{1,40}$/
const TEXT_ID = /^([A-Z][0-9][a-z]?)@(\d+)\.(\d+)\.(\d+)$/
const E164 = /^\+[1-9]\d{6,14}$/

export const isPatientId = (text: string): text is PatientId => OPAQUE.test(text)
export const isClinicId = (text: string): text is ClinicId => OPAQUE.test(text)
export const isAttemptId = (text: string): text is AttemptId => OPAQUE.test(text)
export const isTextId = (text: string): text is TextId => TEXT_ID.test(text)
export const isPhoneNumber = (text: string): text is PhoneNumber => E164.test(text)

/** The value is left out of the message on purpose: it may be a phone number. */
function parse<T extends string>(is: (text: string) => text is T, what: string, form: string) {
  return (text: string): T => {
    if (!is(text)) throw new RangeError(`${what}: expected ${form}`)
    return text
  }
}

const opaque = '1 to 40 letters, digits, "-" or "_"'
export const patientId = parse(isPatientId, 'patient id', opaque)
export const clinicId = parse(isClinicId, 'clinic id', opaque)
export const attemptId = parse(isAttemptId, 'attempt id', opaque)
export const phoneNumber = parse(isPhoneNumber, 'phone number', 'E.164 like +61491570006')
export const textId = parse(isTextId, 'text id', 'step@course.injection.visit')

export interface TextIdParts {
  readonly step: string
  readonly course: number
  readonly injection: number
  readonly visit: number
}

export function textIdParts(id: TextId): TextIdParts {
  const [, step = '', course, injection, visit] = TEXT_ID.exec(id) ?? []
  return { step, course: Number(course), injection: Number(injection), visit: Number(visit) }
}
