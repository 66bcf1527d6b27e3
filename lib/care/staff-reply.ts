import type { Clinic } from '../patient/clinic.ts'
import type { PhoneNumber } from '../patient/identifiers.ts'
import { answerBody } from '../protocol/say.ts'
import { triage } from '../triage/triage.ts'
import { acknowledge } from './acknowledge.ts'
import type { Heard, Inbound } from './keep-reply.ts'
import { concernsNumber } from './number-reply.ts'
import { patientsOn } from './opt-out.ts'
import type { Services } from './services.ts'

/** "OK 4", "ok alert 4 thanks", "4 ok". */
const ACKNOWLEDGEMENT = /\bok(?:ay)?\b\D*(\d{1,4})\b|^\D{0,10}(\d{1,4})\W*ok(?:ay)?\b/i

/** "can't ok 4", "not ok with 4": whoever writes this has not taken it on. */
const REFUSAL = /\b(?:not|cannot|(?:can|won)['’]?t)\b.*\bok/is

/**
 * A text from a number on call: "OK 4" takes on the escalation that alert 4 was about. Whoever is on call is told what
 * they took on, or asked which alert they mean: silence would be taken for a yes. Undefined when the text is a
 * patient's: from no number on call, or from one whose owner is a patient too and says something else.
 */
export async function hearStaff(
  services: Services,
  clinic: Clinic,
  from: PhoneNumber,
  { sid, body }: Inbound,
): Promise<Heard | undefined> {
  const { A, B } = clinic.onCall
  if (from !== A && from !== B) return undefined
  const [, after, before] = (REFUSAL.test(body) ? null : ACKNOWLEDGEMENT.exec(body)) ?? []
  const number = Number(after ?? before)
  const about = Number.isNaN(number) ? undefined : await services.clinics.escalationOfAlert(clinic.id, number)
  if (about === undefined) {
    const isPatientToo = (await patientsOn(services, from)).length > 0
    return isPatientToo || concernsNumber(triage(body))
      ? undefined
      : { answer: answerBody('staff.which', { clinic, zone: clinic.zone }) }
  }
  const { patientId, seq } = about
  await acknowledge(services, { patientId, clinicId: clinic.id }, seq, from === A ? 'A' : 'B')
  services.log.info('STAFF_ACKNOWLEDGED', { patientId, sid })
  const patient = await services.patients.read(patientId)
  const reference = patient?.reference ?? ''
  return { answer: answerBody('staff.ack', { clinic, zone: clinic.zone, n: number, reference }) }
}
