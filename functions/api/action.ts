import type * as z from 'zod/mini'
import type { Changed } from '../../lib/care/changed.ts'
import type { Services } from '../../lib/care/services.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { isPatientId, type PatientId } from '../../lib/patient/identifiers.ts'
import type { Patient } from '../../lib/patient/patient.ts'
import { timeline } from '../../lib/plan/timeline.ts'
import { jsonAnswer } from '../http/answer.ts'
import type { Answer, ApiEvent } from '../http/api-event.ts'
import { parsed } from '../http/expected.ts'
import { patientView } from '../http/patient-view.ts'
import { differenceView, planView } from '../http/plan-view.ts'
import { noSuchPatient, RequestProblem } from '../http/problem.ts'

/** What one route does. */
export interface Action {
  (services: Services, event: ApiEvent): Promise<Answer>
  /** What it lets through, for the documentation; absent where nothing is sent. */
  readonly accepts?: { readonly body: z.ZodMiniType; readonly query: z.ZodMiniType }
}

/** A call after every check that needs no patient. */
export interface ClinicCall<Body, Query> {
  readonly services: Services
  readonly clinic: Clinic
  readonly path: Readonly<Record<string, string | undefined>>
  readonly body: Body
  readonly query: Query
}

interface ClinicAction<Body, Query> {
  readonly body: z.ZodMiniType<Body>
  readonly query: z.ZodMiniType<Query>
  readonly run: (call: ClinicCall<Body, Query>) => Promise<Answer>
}

/** A route of one clinic: its schemas, and what runs on what they let through. */
export function clinicAction<Body, Query>({ body, query, run }: ClinicAction<Body, Query>): Action {
  const action = async (services: Services, event: ApiEvent): Promise<Answer> => {
    const { json = {}, queryStringParameters = {}, pathParameters: path = {} } = event
    const checked = { query: parsed(query, queryStringParameters), body: parsed(body, json) }
    return run({ services, clinic: await clinicOf(services, event), path, ...checked })
  }
  return Object.assign(action, { accepts: { body, query } })
}

async function clinicOf({ clinics }: Services, { caller }: ApiEvent): Promise<Clinic> {
  if (caller === undefined) throw new RequestProblem(401)
  const clinic = await clinics.clinic(caller.clinicId)
  if (clinic === undefined) throw new Error('an API key names a clinic that does not exist')
  return clinic
}

/** @throws RequestProblem 404 when the path's id cannot be a patient's */
export function idIn({ id = '' }: Readonly<Record<string, string | undefined>>): PatientId {
  if (!isPatientId(id)) throw noSuchPatient()
  return id
}

/** The number of a course or injection in the path. @throws RequestProblem 404 when it cannot be one */
export function numberIn(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,2}$/.test(text)) throw noSuchPatient()
  return Number(text)
}

/**
 * What a command leaves behind: the patient, every text, and what the clinic should look at. Of a patient who is new in
 * this call, what went has the words of the plan still.
 */
export async function changedAnswer(
  { services, clinic }: Pick<ClinicCall<unknown, unknown>, 'services' | 'clinic'>,
  { patient, warnings }: Pick<Changed, 'patient' | 'warnings'>,
  status: 200 | 201 = 200,
  { isNew = false }: { readonly isNew?: boolean } = {},
): Promise<Answer> {
  const plan = isNew ? planView(timeline(patient, clinic, [])) : await planOf(services, patient, clinic)
  return jsonAnswer(status, { patient: patientView(patient, clinic, services.clock.now()), plan, warnings })
}

/** Texts that went are shown with the words they had, so the evidence is read too. */
export async function planOf({ evidence }: Services, patient: Patient, clinic: Clinic) {
  return planView(timeline(patient, clinic, await evidence.sent(patient.id)))
}

export const dryRunAnswer = ({ difference, warnings }: Changed): Answer =>
  jsonAnswer(200, differenceView(difference, warnings))
