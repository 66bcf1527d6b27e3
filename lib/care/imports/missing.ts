import type { ClinicId, PatientId } from '../../patient/identifiers.ts'
import type { PatientState } from '../../patient/patient.ts'
import type { PatientSummary } from '../../ports/patient-store.ts'
import type { Services } from '../services.ts'

export type MissingPatient = Pick<PatientSummary, 'id' | 'reference' | 'state'>

const PAGE = 200
/** Who is over needs no row any more. */
const STILL_HERE: readonly PatientState[] = ['active', 'paused', 'stopped']

/** Patients of the clinic whom the file does not have. */
export async function missingFrom(
  { patients }: Services,
  clinicId: ClinicId,
  references: ReadonlySet<string>,
): Promise<readonly MissingPatient[]> {
  const missing: MissingPatient[] = []
  let cursor: PatientId | undefined
  do {
    const page = await patients.list(clinicId, { limit: PAGE, ...(cursor && { cursor }) })
    for (const { id, reference, state, stranger } of page.items) {
      const isHere = STILL_HERE.includes(state) && stranger === undefined
      if (isHere && !references.has(reference)) missing.push({ id, reference, state })
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return missing
}
