import type { Clinic } from '../patient/clinic.ts'
import { TWILIO_HELP, TWILIO_START, TWILIO_STOP } from '../triage/keywords.ts'

const TWILIO_WORDS: ReadonlySet<string> = new Set([...TWILIO_STOP, ...TWILIO_START, ...TWILIO_HELP])

/**
 * Whether Twilio itself answers this message. It does so only for its own keywords as the whole message; a second
 * answer of ours after its STOP would be refused (error 21610). "Stop please" is ours to answer.
 */
export const isAnsweredByTwilio = (clinic: Clinic, body: string): boolean =>
  clinic.keywordAnswers === 'twilio' && TWILIO_WORDS.has(body.trim().toLowerCase())
