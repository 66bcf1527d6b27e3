import type { PatientId } from '../lib/patient/identifiers.ts'
import type { Patient } from '../lib/patient/patient.ts'
import { computePlan } from '../lib/plan/compute-plan.ts'
import { patientState } from '../lib/plan/patient-state.ts'
import { timeline } from '../lib/plan/timeline.ts'
import { type Instant, instant } from '../lib/time/instant.ts'
import type { Cloud } from './cloud.ts'

type Here = Pick<Cloud, 'services' | 'clinic'>

/** All patients of the clinic, in the order in which they were enrolled. */
export async function patientsOf({ services, clinic }: Here): Promise<readonly Patient[]> {
  const found: Patient[] = []
  let cursor: PatientId | undefined
  do {
    const page = await services.patients.list(clinic.id, { limit: 100, ...(cursor && { cursor }) })
    const read = await Promise.all(page.items.map(({ id }) => services.patients.read(id)))
    found.push(...read.filter((patient) => patient !== undefined))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found.sort((one, other) => enrolledAt(one) - enrolledAt(other))
}

const enrolledAt = ({ courses }: Patient): number => courses[0]?.startedAt ?? 0

export interface NextText {
  readonly at: Instant
  readonly patient: Patient
}

/** The next text that is planned for any of these patients, and whose it is. */
export function nextText(patients: readonly Patient[], clinic: Here['clinic']): NextText | undefined {
  const planned = patients
    .filter((patient) => patientState(patient, computePlan(patient, clinic)) === 'active')
    .flatMap((patient) =>
      timeline(patient, clinic, [])
        .filter(({ state }) => state === 'planned')
        .map(({ utc }) => ({ at: instant(Date.parse(utc)), patient })),
    )
  return planned.sort((one, other) => one.at - other.at)[0]
}

/** What the page calls a patient. */
export const shownName = ({ givenName, label, reference }: Patient): string => givenName ?? label ?? reference
