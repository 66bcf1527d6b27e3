import type { Clinic } from '../patient/clinic.ts'
import type { PhoneNumber } from '../patient/identifiers.ts'
import { acknowledge } from './acknowledge.ts'
import type { Services } from './services.ts'

const ACKNOWLEDGEMENT = /^\s*ok(?:ay)?\W*(\d{1,4})\W*$/i

/**
 * A staff member's "OK 4" from a number on call: takes on the escalation alert 4 was about. False when the text is
 * something else, and is then read like any other.
 */
export async function hearStaff(
  services: Services,
  clinic: Clinic,
  from: PhoneNumber,
  body: string,
): Promise<boolean> {
  const { A, B } = clinic.onCall
  const number = ACKNOWLEDGEMENT.exec(body)?.[1]
  if ((from !== A && from !== B) || number === undefined) return false
  const about = await services.clinics.escalationOfAlert(clinic.id, Number(number))
  if (about === undefined) {
    services.log.warn('ACKNOWLEDGED_NOTHING', { clinicId: clinic.id })
    return true
  }
  await acknowledge(
    services,
    { patientId: about.patientId, clinicId: clinic.id },
    about.seq,
    from === A ? 'A' : 'B',
  )
  return true
}
