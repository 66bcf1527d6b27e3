import type { Clinic } from '../patient/clinic.ts'
import { isPhoneNumber, type PhoneNumber } from '../patient/identifiers.ts'
import type { Patient, Reply } from '../patient/patient.ts'
import { answerBody } from '../protocol/say.ts'
import { type Finding, triage } from '../triage/triage.ts'
import { addressee } from './addressee.ts'
import type { Response } from './answer.ts'
import { say } from './answer.ts'
import { change } from './change.ts'
import { questionsAsked } from './conversation.ts'
import { isAnsweredByTwilio } from './keyword-answers.ts'
import { patientsOn, startTexts, stopTexts } from './opt-out.ts'
import { forStaff, respond } from './respond.ts'
import type { Services } from './services.ts'

export interface Inbound {
  /** Twilio's message id: a repeat of it gets the same answer and changes nothing. */
  readonly sid: string
  readonly from: string
  readonly to: string
  readonly body: string
}

/** What goes back in the webhook's own response; nothing when there is nothing to say. */
export interface Heard {
  readonly answer?: string
}

/** Longest part of a reply kept in the patient's document; all of it is kept as evidence. */
const KEPT_CHARACTERS = 320

/** Hears one text from a phone: finds the clinic by the number written to, its patients by the number it came from. */
export async function hearReply(services: Services, inbound: Inbound): Promise<Heard> {
  const { from, to } = inbound
  const clinicId = isPhoneNumber(to) ? await services.clinics.clinicOfSender(to) : undefined
  const clinic = clinicId && (await services.clinics.clinic(clinicId))
  if (clinic === undefined || !isPhoneNumber(from)) {
    services.log.warn('REPLY_TO_NOBODY', { sid: inbound.sid })
    return {}
  }
  const everyone = await patientsOn(services, from)
  const ours = everyone.filter((patient) => patient.clinicId === clinic.id)
  const repeated = await answeredBefore(services, ours, inbound.sid)
  if (repeated !== undefined) return bodyOf(repeated.answer?.body)
  const spoken = addressee(ours, inbound.body)
  const finding = triage(spoken.body, spoken.patient && questionsAsked(spoken.patient).at(-1)?.question)
  services.metrics.add('Replies', 1, finding.intent)
  services.log.info('REPLY_HEARD', {
    clinicId: clinic.id,
    sid: inbound.sid,
    intent: finding.intent,
    count: ours.length,
  })
  return answer(services, clinic, from, inbound, finding, { everyone, ours, spoken: spoken.patient })
}

interface OnThePhone {
  readonly everyone: readonly Patient[]
  readonly ours: readonly Patient[]
  readonly spoken: Patient | undefined
}

async function answer(
  services: Services,
  clinic: Clinic,
  from: PhoneNumber,
  inbound: Inbound,
  finding: Finding,
  { everyone, ours, spoken }: OnThePhone,
): Promise<Heard> {
  const words = (key: 'stop' | 'start' | 'wrong') =>
    isAnsweredByTwilio(clinic, inbound.body)
      ? undefined
      : { key, body: answerBody(key, { clinic, zone: clinic.zone }) }
  switch (finding.intent) {
    case 'stop':
    case 'wrong_number': {
      const reason = finding.intent === 'stop' ? 'stop' : 'wrong'
      const said = words(reason)
      await stopTexts(services, from, reason, everyone, {
        alsoCannotAttend: finding.also?.includes('cannot_attend') ?? false,
      })
      return keep(services, ours, inbound, finding, (patient) => ({ patient, ...(said && { answer: said }) }))
    }
    case 'start': {
      const said = words('start')
      await startTexts(services, from, everyone)
      return keep(services, ours, inbound, finding, (patient) => ({ patient, ...(said && { answer: said }) }))
    }
    case 'help':
      if (isAnsweredByTwilio(clinic, inbound.body))
        return keep(services, ours, inbound, finding, (patient) => ({ patient }))
  }
  if (ours.length === 0) return bodyOf(answerBody('unknown', { clinic, zone: clinic.zone }))
  if (spoken === undefined) {
    const label = ours.find((patient) => patient.label !== undefined)?.label ?? ''
    return keep(services, ours, inbound, finding, (patient) => say(patient, clinic, 'who', { label }))
  }
  return keep(services, [spoken], inbound, finding, (patient, now) =>
    silentIfStopped(patient, clinic, finding, now),
  )
}

/** A number that opted out gets no more texts, not even answers; what it says still reaches staff. */
function silentIfStopped(patient: Patient, clinic: Clinic, finding: Finding, now: Reply['at']): Response {
  if (patient.optedOut === undefined) return respond({ patient, clinic }, finding, now)
  return { patient: forStaff({ patient, clinic }, now).patient }
}

/** Stores the reply with its answer in the same write as everything it changes, then as evidence. */
async function keep(
  services: Services,
  patients: readonly Patient[],
  { sid, body }: Inbound,
  finding: Finding,
  respondTo: (patient: Patient, now: Reply['at']) => Response,
): Promise<Heard> {
  const answers = []
  for (const { id, clinicId } of patients) {
    const kept = await change(services, { patientId: id, clinicId }, ({ patient }, now) => {
      const known = patient.replies.find((reply) => reply.sid === sid)
      if (known !== undefined) return { value: known }
      const response = respondTo(patient, now)
      const reply = describe(patient, sid, body, finding, response, now)
      const stored = { ...reply, text: body.slice(0, KEPT_CHARACTERS) }
      return {
        value: reply,
        patient: { ...response.patient, replies: [...response.patient.replies, stored] },
      }
    })
    if (kept === undefined) continue
    await services.evidence.putReply(id, kept.value)
    answers.push(kept.value.answer?.body)
  }
  return bodyOf(answers.find((text) => text !== undefined))
}

function describe(
  patient: Patient,
  sid: string,
  text: string,
  finding: Finding,
  { answer: said }: Response,
  at: Reply['at'],
): Reply {
  const asked = questionsAsked(patient).at(-1)
  return {
    sid,
    at,
    text,
    intent: finding.intent,
    ...(finding.value !== undefined && { value: finding.value }),
    ...(asked && { asked: asked.id }),
    ...(said && { answer: said }),
  }
}

async function answeredBefore(
  services: Services,
  ours: readonly Patient[],
  sid: string,
): Promise<Reply | undefined> {
  const [first] = ours
  const inDocument = ours.flatMap(({ replies }) => replies).find((reply) => reply.sid === sid)
  return inDocument ?? (first && (await services.evidence.reply(first.id, sid)))
}

const bodyOf = (answer: string | undefined): Heard => (answer === undefined ? {} : { answer })
