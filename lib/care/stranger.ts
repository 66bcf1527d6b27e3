import type { Clinic } from '../patient/clinic.ts'
import type { PhoneNumber } from '../patient/identifiers.ts'
import type { Patient } from '../patient/patient.ts'
import { NEWEST_PROTOCOL } from '../protocol/released.ts'
import { blankPatient } from './new-course.ts'
import type { Services } from './services.ts'

/**
 * Whoever writes from a number no patient has. Her words, and an escalation if there is cause, are kept in a document
 * of the clinic she wrote to, so that a patient with a new phone is never talking to nobody. It has no course: nothing
 * is ever planned for it.
 */
export async function strangerOn(services: Services, clinic: Clinic, mobile: PhoneNumber): Promise<Patient> {
  const id = await services.phones.strangerId(clinic.id, mobile)
  const known = await services.patients.read(id)
  if (known !== undefined) return known
  const now = services.clock.now()
  const wanted = {
    mobile,
    timeZone: clinic.zone,
    protocol: NEWEST_PROTOCOL,
    belt: false,
    injections: [],
  }
  const blank = blankPatient(id, clinic, 'unknown number', wanted, now)
  const optedOut = await services.phones.optOut(mobile)
  const stranger = { ...blank, ...(optedOut && { optedOut }), version: 1 }
  const summary = {
    id,
    reference: stranger.reference,
    state: 'ended',
    openEscalations: 0,
    openTasks: 0,
    stranger: true,
  } as const
  await services.patients.write(stranger, summary, 0)
  return (await services.patients.read(id)) ?? stranger
}
