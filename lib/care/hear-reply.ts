import type { Clinic } from '../patient/clinic.ts'
import { isPhoneNumber, type PhoneNumber } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import type { Finding } from '../triage/finding.ts'
import { triage } from '../triage/triage.ts'
import { addressee } from './addressee.ts'
import { type Response, say } from './answer.ts'
import { climbLadders } from './climb-ladder.ts'
import { questionsAsked } from './conversation.ts'
import { answeredBefore, type Heard, heard, type Inbound, keepReply } from './keep-reply.ts'
import { answerToNumber, concernsNumber } from './number-reply.ts'
import { patientsOn } from './opt-out.ts'
import { inLightOfOpenFlag, isRedFlag } from './red-flag.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'
import { hearStaff } from './staff-reply.ts'
import { strangerOn } from './stranger.ts'

/**
 * Hears one text from a phone: finds the clinic by the number written to, its patients by the number it came from, and
 * answers in the webhook's own response. A repeat of the same message gets the same answer and changes nothing.
 */
export async function hearReply(services: Services, inbound: Inbound): Promise<Heard> {
  const { from, to } = inbound
  const clinicId = isPhoneNumber(to) ? await services.clinics.clinicOfSender(to) : undefined
  const clinic = clinicId && (await services.clinics.clinic(clinicId))
  if (clinic === undefined || !isPhoneNumber(from)) {
    services.log.warn('REPLY_TO_NOBODY', { sid: inbound.sid })
    return {}
  }
  if (await hearStaff(services, clinic, from, inbound.body)) return {}
  const everyone = await patientsOn(services, from)
  const ours = everyone.filter((patient) => patient.clinicId === clinic.id)
  const repeated = await answeredBefore(services, ours, inbound.sid)
  if (repeated !== undefined) return heard(repeated.answer?.body)
  const spoken = addressee(ours, inbound.body)
  const read = triage(spoken.body, contextOf(clinic, spoken.patient))
  const finding = inLightOfOpenFlag(read, spoken.patient === undefined ? ours : [spoken.patient])
  services.metrics.add('Replies', 1, finding.intent)
  const { intent } = finding
  services.log.info('REPLY_HEARD', { clinicId: clinic.id, sid: inbound.sid, intent, count: ours.length })
  return answer(services, { clinic, from, inbound, finding, everyone, ours, spoken: spoken.patient })
}

interface Conversation {
  readonly clinic: Clinic
  readonly from: PhoneNumber
  readonly inbound: Inbound
  readonly finding: Finding
  /** Patients of any clinic on the phone; of this clinic; the one who speaks, if that can be told. */
  readonly everyone: readonly Patient[]
  readonly ours: readonly Patient[]
  readonly spoken: Patient | undefined
}

function contextOf({ country }: Clinic, patient: Patient | undefined) {
  const asked = patient && questionsAsked(patient).at(-1)?.question
  return { country, ...(asked && { asked }) }
}

async function answer(services: Services, conversation: Conversation): Promise<Heard> {
  const { clinic, from, inbound, finding, everyone, ours, spoken } = conversation
  const words = concernsNumber(finding)
    ? await answerToNumber(services, clinic, from, inbound.body, finding, everyone)
    : undefined
  if (isRedFlag(finding)) {
    // Nobody can say which of them it is about: every patient on the phone is looked after.
    const patients = ours.length > 0 ? ours : [await strangerOn(services, clinic, from)]
    return answerPatients(services, conversation, patients)
  }
  if (words !== undefined) {
    return keepReply(services, ours, inbound, finding, (patient) => ({
      patient,
      ...(words.said && { answer: words.said }),
    }))
  }
  if (ours.length === 0)
    return answerPatients(services, conversation, [await strangerOn(services, clinic, from)])
  if (spoken !== undefined) return answerPatients(services, conversation, [spoken])
  const label = ours.find((patient) => patient.label !== undefined)?.label ?? ''
  return keepReply(services, ours, inbound, finding, (patient) => say(patient, clinic, 'who', { label }))
}

/** Answers as the finding asks for, and begins to alert staff where it raised an escalation. */
async function answerPatients(
  services: Services,
  { clinic, inbound, finding }: Conversation,
  patients: readonly Patient[],
): Promise<Heard> {
  const respondTo = (patient: Patient, now: ReturnType<Services['clock']['now']>): Response =>
    respond({ patient, clinic }, finding, { sid: inbound.sid, words: inbound.body }, now)
  const answered = await keepReply(services, patients, inbound, finding, respondTo)
  for (const { id: patientId, clinicId } of patients) {
    if (isRedFlag(finding)) await climbAtOnce(services, { patientId, clinicId })
  }
  return answered
}

/** The first alert goes within the webhook. Should it fail, the sweep climbs within a minute; her answer must not wait. */
async function climbAtOnce(services: Services, whose: Parameters<typeof climbLadders>[1]): Promise<void> {
  try {
    await climbLadders(services, whose)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    services.log.error('FIRST_ALERT_FAILED', { patientId: whose.patientId, error: name })
  }
}
