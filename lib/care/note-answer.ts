import type { AnswerNews } from '../ports/texting.ts'
import { change } from './change.ts'
import type { Services } from './services.ts'

/** A safety answer that did not reach her: the escalation says "not told, phone her". */
export async function noteAnswer(
  services: Services,
  { patientId, escalation: seq, news }: AnswerNews,
): Promise<void> {
  if (news.state !== 'undelivered') return
  const patient = await services.patients.read(patientId)
  if (patient === undefined) return
  await change(services, { patientId, clinicId: patient.clinicId }, ({ patient: current }) => {
    const escalations = current.escalations.map((one) =>
      one.seq === seq ? { ...one, untold: true as const } : one,
    )
    const known = current.escalations.some((one) => one.seq === seq && one.untold === undefined)
    return { value: undefined, ...(known && { patient: { ...current, escalations } }) }
  })
  services.log.warn('ANSWER_NOT_DELIVERED', {
    patientId,
    ...(news.code !== undefined && { code: news.code }),
  })
}
