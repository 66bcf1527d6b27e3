import type { Patient } from '../patient/patient.ts'
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
  for (const patient of await patientsAnswered(services, owner, reply)) await keep(services, patient, report)
  if (state === 'undelivered')
    services.log.warn('ANSWER_NOT_DELIVERED', { patientId, ...(code !== undefined && { code }) })
}

/** Those who share a phone share the answer. */
async function patientsAnswered(
  services: Services,
  owner: Patient,
  reply: string,
): Promise<readonly Patient[]> {
  const others = (await patientsOn(services, owner.mobile)).filter(
    ({ id, clinicId }) => id !== owner.id && clinicId === owner.clinicId,
  )
  const heard = await Promise.all(
    [owner, ...others].map(async (patient) =>
      (await services.evidence.reply(patient.id, reply)) === undefined ? [] : [patient],
    ),
  )
  return heard.flat()
}

async function keep(
  services: Services,
  { id, clinicId, erasing }: Patient,
  report: AnswerReport,
): Promise<void> {
  if (report.state === 'undelivered') {
    await change(services, { patientId: id, clinicId }, ({ patient }) => {
      const escalations = patient.escalations.map((one) =>
        one.replies.includes(report.reply) ? { ...one, untold: true as const } : one,
      )
      const isNews = patient.escalations.some(
        ({ replies, untold }) => replies.includes(report.reply) && untold === undefined,
      )
      return { value: undefined, ...(isNews && { patient: { ...patient, escalations } }) }
    })
  }
  // What is put beside a document that is being removed would outlive it.
  if (erasing === undefined) await services.evidence.putAnswerReport(id, report)
}
