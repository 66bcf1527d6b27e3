import type { PatientState } from '../patient/patient.ts'
import type { Replan } from '../ports/replans.ts'
import { after, type Instant, SECOND } from '../time/instant.ts'
import { change } from './change.ts'
import type { Services } from './services.ts'

/** By then every call that began with the settings of before has ended: an API call has 28 s. */
const BEGINS_AFTER = 30 * SECOND
const PATIENTS_A_PAGE = 50
/** Of everybody else nothing is planned any more. */
const PLANNED: readonly PatientState[] = ['active', 'paused', 'stopped']

/**
 * Looks anew at the patients of clinics whose settings have changed: their next look and alarm follow the new plan. It
 * goes on where the last run stopped; whoever it cannot serve is put right by the daily pass.
 */
export async function replan(services: Services, until: Instant): Promise<void> {
  const { clock, replans } = services
  for (const pending of await replans.pending()) {
    if (clock.now() < after(pending.askedAt, BEGINS_AFTER)) continue
    let current: Replan | undefined = pending
    while (current !== undefined && clock.now() < until) current = await nextPage(services, current)
  }
}

async function nextPage(services: Services, current: Replan): Promise<Replan | undefined> {
  const { clinicId, lastPatient } = current
  const page = await services.patients.list(clinicId, {
    limit: PATIENTS_A_PAGE,
    ...(lastPatient && { cursor: lastPatient }),
  })
  for (const { id, state } of page.items)
    if (PLANNED.includes(state)) await lookAnew(services, { patientId: id, clinicId })
  if (page.cursor === undefined) {
    await services.replans.finish(current)
    services.log.info('CLINIC_REPLANNED', { clinicId })
    return undefined
  }
  const next = { ...current, lastPatient: page.cursor }
  await services.replans.advance(next)
  return next
}

/** A change of nothing brings look and alarm in line with the plan, and writes only what differs. */
async function lookAnew(services: Services, whose: Parameters<typeof change>[1]): Promise<void> {
  try {
    await change(services, whose, () => ({ value: undefined }))
  } catch (error) {
    services.metrics.add('SweepFailures', 1)
    const name = error instanceof Error ? error.name : 'unknown'
    services.log.error('REPLAN_FAILED', { patientId: whose.patientId, error: name })
  }
}
