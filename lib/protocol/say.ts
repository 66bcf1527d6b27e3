import type { Clinic } from '../patient/clinic.ts'
import type { LocalDateTime } from '../time/local-date.ts'
import type { ZoneId } from '../time/zone.ts'
import type { AnswerKey } from './answers.ts'
import { answerTemplate, textTemplate } from './catalogue.ts'
import { septets } from './gsm7.ts'
import { fill, SLOTS, type SlotValues } from './slots.ts'
import { dateWords, timeWords } from './speech.ts'
import type { StepKey } from './wording.ts'

/** Who speaks, to whom, and about which visit. */
export interface Occasion {
  readonly clinic: Clinic
  /** The patient's zone. Where it is not the clinic's, a visit's time names the clinic's city. */
  readonly zone: ZoneId
  /** The visit's date and time, clinic wall clock; needed by texts that name them. */
  readonly visitAt?: LocalDateTime | undefined
}

/** What an answer may say beyond the clinic's settings and the visit. */
export type AnswerDetails = Pick<SlotValues, 'drug' | 'x' | 'label' | 'n' | 'tier'> & {
  readonly reference?: string
}

/**
 * The body of a planned text, as previewed and as sent.
 * @throws Error naming step and slot when a text that names the visit gets none
 */
export const textBody = (step: StepKey, occasion: Occasion): string =>
  fill(textTemplate(step, inOneZone(occasion)), occasionValues(occasion))

/**
 * The body of an answer or staff alert.
 * @throws Error naming answer and slot when a detail it says is missing
 */
export function answerBody(key: AnswerKey, answer: Occasion & AnswerDetails): string {
  const { drug, x, label, n, reference, tier } = answer
  const shown = reference === undefined ? undefined : fitted(reference)
  const values = { ...occasionValues(answer), drug, x, label, n, reference: shown, tier }
  return fill(answerTemplate(key, inOneZone(answer)), values)
}

/**
 * A reference is the clinic's own and may be long, or hold a sign that takes two septets or turns the whole text into
 * another alphabet: staff read the start of it, with `?` for such a sign.
 */
const fitted = (reference: string): string =>
  [...reference.slice(0, SLOTS.reference)].map((sign) => (septets(sign) === 1 ? sign : '?')).join('')

const inOneZone = ({ clinic, zone }: Occasion): boolean => zone === clinic.zone

const occasionValues = ({ clinic, visitAt }: Occasion): SlotValues => ({
  clinic: clinic.name,
  phone: clinic.phone,
  line: clinic.afterHoursLine,
  em: clinic.emergencyNumber,
  crisis: clinic.crisisLine,
  poison: clinic.poisonsLine,
  city: clinic.city,
  date: visitAt && dateWords(visitAt),
  time: visitAt && timeWords(visitAt),
})
