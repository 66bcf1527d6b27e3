import { type Escalation, isOpen } from '../patient/escalation.ts'
import type { Intent, Patient, Reply } from '../patient/patient.ts'
import type { AnswerReport } from '../ports/evidence.ts'
import type { AnswerNews } from '../ports/texting.ts'
import { change } from './change.ts'
import { patientsOn } from './opt-out.ts'
import type { Services } from './services.ts'

/**
 * What became of an answer, at every patient whose message it answered. Where it did not arrive and the message had
 * raised an escalation, that says "not told, phone her"; news that it arrived after all takes nothing back. Where it did
 * arrive the escalation keeps that: a STOP that follows does not make it untrue.
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
  { patient: { id, clinicId, erasing, escalations }, heard }: Answered,
  report: AnswerReport,
): Promise<void> {
  const withNews = report.state === 'delivered' ? withArrived : withLost
  // Most answers are to no red flag: of one that arrived, most often, nothing is to be written.
  if (escalations.some((one) => withNews(one, heard) !== one)) {
    await change(services, { patientId: id, clinicId }, ({ patient }) => {
      const told = patient.escalations.map((one) => withNews(one, heard))
      const isNews = told.some((one, index) => one !== patient.escalations[index])
      return { value: undefined, ...(isNews && { patient: { ...patient, escalations: told } }) }
    })
  }
  // What is put beside a document that is being removed would outlive it.
  if (erasing === undefined) await services.evidence.putAnswerReport(id, report)
}

const withLost = (one: Escalation, heard: Reply): Escalation =>
  one.untold === undefined && isAnsweredBy(one, heard) ? { ...one, untold: true } : one

function withArrived(one: Escalation, { sid }: Reply): Escalation {
  const { replies, arrived = [] } = one
  if (!replies.includes(sid) || arrived.includes(sid)) return one
  return { ...one, arrived: [...arrived.filter((earlier) => replies.includes(earlier)), sid] }
}

/** Of many messages an escalation names only the last. Whatever else was read as a red flag while it was open is its too. */
const isAnsweredBy = (one: Escalation, { sid, at, intent }: Reply): boolean =>
  one.replies.includes(sid) ||
  (RED_FLAGS.includes(intent) && one.tier !== undefined && isOpen(one) && one.at <= at)

const RED_FLAGS: readonly Intent[] = ['red_flag_emergency', 'red_flag_clinic']
