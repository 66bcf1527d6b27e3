import type { ClinicId } from '../patient/identifiers.ts'
import { answerBody } from '../protocol/say.ts'
import { isClinicOpen } from './clinic-hours.ts'
import type { Services } from './services.ts'

/**
 * Sends a clinic's on-call people a test by both alert routes while the clinic is open: a route nobody has used for
 * weeks may have died unnoticed. False while the clinic is closed.
 */
export async function testRoutes(services: Services, clinicId: ClinicId): Promise<boolean> {
  const clinic = await services.clinics.clinic(clinicId)
  if (clinic === undefined) return true
  if (!isClinicOpen(clinic, services.clock.now())) return false
  const body = answerBody('route.test', { clinic, zone: clinic.zone })
  const { A, B } = clinic.onCall
  const numbers = B === undefined || B === A ? [A] : [A, B]
  const texts = await Promise.all(
    numbers.map((to) => services.texting.tell({ from: clinic.sender, to, body })),
  )
  const byText = texts.every(({ kind }) => kind === 'accepted')
  const byEmail = await services.alerts.emailClinic(clinicId, 'weekly test of the alert line', body)
  if (!byText) services.metrics.add('RouteTestFailed', 1, 'text')
  if (!byEmail) services.metrics.add('RouteTestFailed', 1, 'email')
  services.log.info('ROUTES_TESTED', { clinicId, outcome: byText && byEmail ? 'both' : 'not both' })
  return true
}
