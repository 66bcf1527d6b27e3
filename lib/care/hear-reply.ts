import type { Clinic } from '../patient/clinic.ts'
import { isPhoneNumber, type PhoneNumber } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { daysSinceInjection } from '../plan/patient-state.ts'
import type { Instant } from '../time/instant.ts'
import type { Finding, TriageContext } from '../triage/finding.ts'
import { triage } from '../triage/triage.ts'
import { addressee } from './addressee.ts'
import { type Response, say } from './answer.ts'
import type { Snapshot, Whose } from './change.ts'
import { climbLadders } from './climb-ladder.ts'
import { questionsAsked } from './conversation.ts'
import { type Heard, type HeardBefore, heardBefore, type Inbound, keepReply } from './keep-reply.ts'
import { actOnNumber, concernsNumber, wordsForNumber } from './number-reply.ts'
import { patientsOn } from './opt-out.ts'
import { type InLight, inLightOfOpenFlag, isRedFlag } from './red-flag.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'
import { hearStaff } from './staff-reply.ts'
import { strangerOn } from './stranger.ts'
import { withTask } from './tasks.ts'

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
  const staff = await hearStaff(services, clinic, from, inbound)
  if (staff !== undefined) return staff
  const known = await patientsOn(services, from)
  const strangers = known.some((patient) => patient.clinicId === clinic.id)
    ? []
    : [await strangerOn(services, clinic, from)]
  const everyone = [...known, ...strangers]
  const ours = everyone.filter((patient) => patient.clinicId === clinic.id)
  const before = await heardBefore(services, ours, inbound.sid)
  const present = ours.filter(({ standing }) => standing !== 'withdrawn')
  const listeners = present.length > 0 ? present : ours
  const spoken = addressee(listeners, inbound.body)
  const read = triage(spoken.body, contextOf(clinic, spoken.patient, services.clock.now()))
  const finding = inLightOfOpenFlag(read, spoken.patient === undefined ? ours : [spoken.patient])
  const { intent } = finding
  if (before.size === 0) services.metrics.add('Replies', 1, intent)
  services.log.info('REPLY_HEARD', { clinicId: clinic.id, sid: inbound.sid, intent, count: ours.length })
  const who = { everyone, ours, listeners, spoken: spoken.patient }
  return answer(services, { clinic, from, inbound, before, finding, ...who })
}

interface Conversation {
  readonly clinic: Clinic
  readonly from: PhoneNumber
  readonly inbound: Inbound
  readonly before: HeardBefore
  readonly finding: InLight
  /** Patients of any clinic on the phone. */
  readonly everyone: readonly Patient[]
  /** Those of this clinic, or the stranger; and those of them who have not withdrawn. */
  readonly ours: readonly Patient[]
  readonly listeners: readonly Patient[]
  /** The one who speaks, if that can be told. */
  readonly spoken: Patient | undefined
}

function contextOf(clinic: Clinic, patient: Patient | undefined, now: Instant): TriageContext {
  const asked = patient && questionsAsked(patient).at(-1)?.question
  const dayInPhase = patient && daysSinceInjection(patient, clinic, now)
  const { country } = clinic
  return { country, ...(asked && { asked }), ...(dayInPhase !== undefined && { dayInPhase }) }
}

async function answer(services: Services, conversation: Conversation): Promise<Heard> {
  const { clinic, from, inbound, before, finding, everyone, ours, listeners, spoken } = conversation
  const isOfNumber = concernsNumber(finding)
  // A repeat of START must not undo a STOP that came after it.
  if (isOfNumber && before.size === 0)
    await actOnNumber(services, { from, body: inbound.body }, finding, everyone)
  // Nobody can say which of them a red flag is about: every patient on the phone is looked after.
  if (isRedFlag(finding)) return answerPatients(services, conversation, ours)
  if (isOfNumber) {
    const said = wordsForNumber(clinic, inbound.body, finding)
    const respondTo = (patient: Patient) => ({ patient, ...(said && { answer: said }) })
    return keepReply(services, ours, inbound, before, finding, respondTo)
  }
  if (spoken !== undefined) return answerPatients(services, conversation, [spoken])
  return keepReply(services, listeners, inbound, before, finding, (patient, now) =>
    whoIsIt({ patient, clinic }, finding, listeners, now),
  )
}

/** Asks which of those on a phone speaks. Should nobody answer that, a person has still read what was not understood. */
function whoIsIt(
  { patient, clinic }: Snapshot,
  { intent }: Finding,
  listeners: readonly Patient[],
  now: Instant,
): Response {
  const [label] = listeners.flatMap((one) => one.label ?? []).sort()
  if (label === undefined || patient.optedOut !== undefined)
    return { patient: withTask(patient, clinic, 'unknown', now) }
  const tasked = intent === 'unknown' ? withTask(patient, clinic, 'unknown', now) : patient
  return say(tasked, clinic, 'who', { label })
}

/** Answers as the finding asks for, and begins to alert staff where it raised an escalation. */
async function answerPatients(
  services: Services,
  { clinic, inbound, before, finding }: Conversation,
  patients: readonly Patient[],
): Promise<Heard> {
  const respondTo = (patient: Patient, now: Instant): Response =>
    respond({ patient, clinic }, finding, { sid: inbound.sid, words: inbound.body }, now)
  const answered = await keepReply(services, patients, inbound, before, finding, respondTo)
  for (const { id: patientId, clinicId } of patients) {
    if (isRedFlag(finding)) await climbAtOnce(services, { patientId, clinicId })
  }
  return answered
}

/** The first alert goes within the webhook. Should it fail, the sweep climbs within a minute; her answer must not wait. */
async function climbAtOnce(services: Services, whose: Whose): Promise<void> {
  try {
    await climbLadders(services, whose)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    services.log.error('FIRST_ALERT_FAILED', { patientId: whose.patientId, error: name })
  }
}
