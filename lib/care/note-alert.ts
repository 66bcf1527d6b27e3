import type { AlertReport, Escalation } from '../patient/escalation.ts'
import type { AlertNews } from '../ports/texting.ts'
import { change } from './change.ts'
import type { Services } from './services.ts'

/**
 * What became of an alert to one of those on call: whoever looks sees that the text has not reached them. The ladder
 * climbs on by itself until somebody takes the escalation on.
 */
export async function noteAlert(
  services: Services,
  { patientId, escalation, rung, to, news: { state, code } }: AlertNews,
): Promise<void> {
  if (state !== 'delivered' && state !== 'undelivered') return
  const patient = await services.patients.read(patientId)
  if (patient === undefined) return
  await change(services, { patientId, clinicId: patient.clinicId }, ({ patient: current }, at) => {
    const report = { rung, to, state, at, ...(code !== undefined && { code }) }
    const present = current.escalations.find(({ seq }) => seq === escalation)
    if (present === undefined || isKnown(present, report)) return { value: undefined }
    const noted = { ...present, reports: [...(present.reports ?? []), report] }
    const escalations = current.escalations.map((one) => (one === present ? noted : one))
    return { value: undefined, patient: { ...current, escalations } }
  })
  if (state === 'undelivered')
    services.log.warn('ALERT_NOT_DELIVERED', { patientId, ...(code !== undefined && { code }) })
}

const isKnown = ({ reports = [] }: Escalation, { rung, to, state }: AlertReport): boolean =>
  reports.some((one) => one.rung === rung && one.to === to && one.state === state)
