import type { Clinic } from '../patient/clinic.ts'
import type { PhoneNumber } from '../patient/identifiers.ts'
import type { Intent, Patient } from '../patient/patient.ts'
import { answerBody } from '../protocol/say.ts'
import type { Finding } from '../triage/finding.ts'
import type { Response } from './answer.ts'
import { isAnsweredByTwilio } from './keyword-answers.ts'
import { startTexts, stopTexts } from './opt-out.ts'
import type { Services } from './services.ts'

/** Meanings that concern the number and not one patient, in the order in which they count. */
const OF_THE_NUMBER = ['stop', 'wrong_number', 'start', 'help'] as const
type NumberIntent = (typeof OF_THE_NUMBER)[number]

/** Opting out counts wherever it stands in a reply; START and HELP only as its main point. */
function numberIntent({ intent, also = [] }: Finding): NumberIntent | undefined {
  const meant = new Set<Intent>([intent, ...also.filter((one) => one === 'stop' || one === 'wrong_number')])
  return OF_THE_NUMBER.find((one) => meant.has(one))
}

export const concernsNumber = (finding: Finding): boolean => numberIntent(finding) !== undefined

/** Opts out, as it does at the carrier; she may have meant her visit. */
const CANCEL = /^\W*cancel\W*$/i

/** Carries out STOP, WRONG or START for every patient of the number. */
export async function actOnNumber(
  services: Services,
  { from, body }: { readonly from: PhoneNumber; readonly body: string },
  finding: Finding,
  everyone: readonly Patient[],
): Promise<void> {
  const intent = numberIntent(finding)
  const alsoCannotAttend = CANCEL.test(body) || (finding.also?.includes('cannot_attend') ?? false)
  if (intent === 'stop') await stopTexts(services, from, 'stop', everyone, { alsoCannotAttend })
  if (intent === 'wrong_number')
    await stopTexts(services, from, 'wrong', everyone, { alsoCannotAttend: false })
  if (intent === 'start') await startTexts(services, from, everyone)
}

/** Our words for it; none where Twilio answers itself. */
export function wordsForNumber(clinic: Clinic, body: string, finding: Finding): Response['answer'] {
  if (isAnsweredByTwilio(clinic, body)) return undefined
  const intent = numberIntent(finding) ?? 'help'
  const key = intent === 'wrong_number' ? 'wrong' : intent
  return { key, body: answerBody(key, { clinic, zone: clinic.zone }) }
}
