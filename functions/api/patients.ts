import { changePatient } from '../../lib/care/change-patient.ts'
import { enrol } from '../../lib/care/enrol.ts'
import { erase } from '../../lib/care/erase.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { jsonAnswer } from '../http/answer.ts'
import { erasureView } from '../http/erasure-view.ts'
import { patientView } from '../http/patient-view.ts'
import { doneValue, noSuchPatient } from '../http/problem.ts'
import {
  DRY_RUN_QUERY,
  ENROL_BODY,
  LIST_QUERY,
  NOTHING,
  PATIENT_BODY,
  STANDING_BODY,
} from '../http/schemas.ts'
import { type ClinicCall, changedAnswer, clinicAction, dryRunAnswer, idIn, planOf } from './action.ts'

export const enrolPatient = clinicAction({
  body: ENROL_BODY,
  query: NOTHING,
  run: async (call) => {
    const enrolled = doneValue(await enrol(call.services, call.clinic, call.body))
    const { created, patient } = enrolled
    return changedAnswer(call, enrolled, created ? 201 : 200, {
      isNew: created && patient.courses.length === 1,
    })
  },
})

export const listPatients = clinicAction({
  body: NOTHING,
  query: LIST_QUERY,
  run: async ({ services, clinic, query }) => {
    const { items, cursor } = await services.patients.list(clinic.id, query)
    const patients = items
      .filter(({ stranger }) => stranger === undefined)
      .map(({ day: _, ...shown }) => shown)
    return jsonAnswer(200, { items: patients, ...(cursor && { cursor }) })
  },
})

export const showPatient = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async (call) =>
    jsonAnswer(200, patientView(await patientOf(call), call.clinic, call.services.clock.now())),
})

export const showPlan = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async (call) => {
    const items = await planOf(call.services, await patientOf(call), call.clinic)
    return jsonAnswer(200, { items })
  },
})

export const updatePatient = clinicAction({
  body: PATIENT_BODY,
  query: DRY_RUN_QUERY,
  run: async (call) => {
    const { services, clinic, path, body, query } = call
    const changed = doneValue(await changePatient(services, clinic, idIn(path), body, query))
    return query.dryRun ? dryRunAnswer(changed) : changedAnswer(call, changed)
  },
})

export const erasePatient = clinicAction({
  body: STANDING_BODY,
  query: NOTHING,
  run: async ({ services, clinic, path, body }) => {
    const patientId = idIn(path)
    const asked = doneValue(await erase(services, { patientId, clinicId: clinic.id }, body))
    return jsonAnswer(202, erasureView(patientId, asked))
  },
})

/** A patient of another clinic is no patient. */
export async function patientOf({ services, clinic, path }: ClinicCall<unknown, unknown>): Promise<Patient> {
  const patient = await services.patients.read(idIn(path))
  if (patient?.clinicId !== clinic.id) throw noSuchPatient()
  return patient
}
