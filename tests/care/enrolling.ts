import { enrol } from '../../lib/care/enrol.ts'
import type { EnrolRequest, InjectionRequest } from '../../lib/care/requests.ts'
import { phoneNumber } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { localDate, localDateTime } from '../../lib/time/local-date.ts'
import { VISITS } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import type { World } from './world.ts'

export const ANNS_MOBILE = phoneNumber('+61491570006')

export const visits = (...times: readonly string[]): readonly InjectionRequest[] =>
  times.map((at) => ({ at: localDateTime(at) }))

/** Ann of the stories, as the clinic's call enrols her. */
export const ANN_ENROLS: EnrolRequest = {
  actor: 'reception',
  reference: 'ann',
  mobile: '0491 570 006',
  consent: { given: localDate('2026-11-23'), method: 'written' },
  injections: visits(...VISITS),
}

/** A patient enrolled in the world. @throws Error with what was wrong */
export async function enrolled(
  { services, store }: World,
  request: EnrolRequest = ANN_ENROLS,
  clinic = HARBOUR,
): Promise<Patient> {
  const current = (await store.clinics.clinic(clinic.id)) ?? clinic
  const outcome = await enrol(services, current, request)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.patient
}
