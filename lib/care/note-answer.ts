import { type Escalation, isOpen } from '../patient/escalation.ts'
import type { Intent, Patient, Reply } from '../patient/patient.ts'
import type { AnswerReport } from '../ports/evidence.ts'
import type { AnswerNews } from '../ports/texting.ts'
import { change } from './change.ts'
import { patientsOn } from './opt-out.ts'
import type { Services } from './services.ts'

/**
 * What became of an answer, at every patient whose message it answered. Where it did not arrive and the message had
 * raised an escalation, that says "not told, phone her"; news that it arrived after all takes nothing back.
 */
export async function noteAnswer(services: Services, { patientId, reply, news }: AnswerNews): Promise<void> {
  const { state, code } = news
  if (state !== 'delivered' && state !== 'undelivered') return
  const owner = await services.patients.read(patientId)
  if (owner === undefined) return
  const report = { reply, state, at: services.clock.now(), ...(code !== undefined && { code }) }
  for (const answered of await patientsAnswered(services, owner, reply))
    await keep(services, answered, report)
  if (state === 'undelivered')
    services.log.warn('ANSWER_NOT_DELIVERED', { patientId, ...(code !== undefined && { code }) })
}

interface Answered {
  readonly patient: Patient
  /** What was answered. */
  readonly heard: Reply
}

/** Those who share a phone share the answer. */
async function patientsAnswered(
  services: Services,
  owner: Patient,
  sid: string,
): Promise<readonly Answered[]> {
  const others = (await patientsOn(services, owner.mobile)).filter(
    ({ id, clinicId }) => id !== owner.id && clinicId === owner.clinicId,
  )
  const answered = await Promise.all(
    [owner, ...others].map(async (patient) => {
      const heard = await services.evidence.reply(patient.id, sid)
      return heard === undefined ? [] : [{ patient, heard }]
    }),
  )
  return answered.flat()
}

async function keep(
  services: Services,
  { patient: { id, clinicId, erasing }, heard }: Answered,
  report: AnswerReport,
): Promise<void> {
  if (report.state === 'undelivered') {
    await change(services, { patientId: id, clinicId }, ({ patient }) => {
      const isNews = patient.escalations.some((one) => one.untold === undefined && isAnsweredBy(one, heard))
      const escalations = patient.escalations.map((one) =>
        isAnsweredBy(one, heard) ? { ...one, untold: true as const } : one,
      )
      return { value: undefined, ...(isNews && { patient: { ...patient, escalations } }) }
    })
  }
  // What is put beside a document that is being removed would outlive it.
  if (erasing === undefined) await services.evidence.putAnswerReport(id, report)
}

/** Of many messages an escalation names only the last. Whatever else was read as a red flag while it was open is its too. */
const isAnsweredBy = (one: Escalation, { sid, at, intent }: Reply): boolean =>
  one.replies.includes(sid) ||
  (RED_FLAGS.includes(intent) && one.tier !== undefined && isOpen(one) && one.at <= at)

const RED_FLAGS: readonly Intent[] = ['red_flag_emergency', 'red_flag_clinic']
