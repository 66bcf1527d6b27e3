import type { Services } from '../../lib/care/services.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { jsonAnswer } from '../http/answer.ts'
import { evidenceView, type Kept } from '../http/evidence-view.ts'
import { exportView } from '../http/export-view.ts'
import { NOTHING } from '../http/schemas.ts'
import { clinicAction } from './action.ts'
import { patientOf } from './patients.ts'

async function keptOf({ evidence, phones }: Services, { id, mobile }: Patient): Promise<Kept> {
  const [sent, replies, answerReports, changes, optOut] = await Promise.all([
    evidence.sent(id),
    evidence.replies(id),
    evidence.answerReports(id),
    evidence.changes(id),
    phones.optOut(mobile),
  ])
  return { sent, replies, answerReports, changes, optOut }
}

export const showEvidence = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async (call) => {
    const { services, clinic } = call
    const patient = await patientOf(call)
    const kept = await keptOf(services, patient)
    return jsonAnswer(200, evidenceView(patient, clinic, kept, services.clock.now()))
  },
})

export const exportPatient = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async (call) => {
    const { services } = call
    const patient = await patientOf(call)
    return jsonAnswer(200, exportView(patient, await keptOf(services, patient), services.clock.now()))
  },
})
