import type { Clinic } from '../../patient/clinic.ts'
import type { Problem } from '../outcome.ts'
import type { EnrolRequest } from '../requests.ts'
import type { Services } from '../services.ts'
import { clashesIn } from './clashes.ts'
import { type ImportedPatient, importPatient } from './import-patient.ts'
import { type MissingPatient, missingFrom } from './missing.ts'

/** One row of a file that could be read. */
export interface RowToImport {
  readonly row: number
  readonly request: EnrolRequest
}

export interface ImportedFile {
  readonly rows: readonly (ImportedPatient & { readonly row: number; readonly reference: string })[]
  readonly missing: readonly MissingPatient[]
}

const AT_ONCE = 10

/**
 * Brings a clinic's patients in line with its file: enrols who is new, changes what differs, and lists who is not in
 * the file, whom it never changes. Each row stands alone: one that is refused keeps no other back. Nothing is sent in
 * here; the sweep finds whoever is due. With `dryRun` it only tells.
 * @param references of all rows of the file, readable or not
 */
export async function importPatients(
  services: Services,
  clinic: Clinic,
  rows: readonly RowToImport[],
  references: ReadonlySet<string>,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ImportedFile> {
  const clashes = clashesIn(clinic, rows)
  const one = async ({ row, request }: RowToImport) => {
    const problems: readonly Problem[] = clashes.get(row) ?? []
    const imported: ImportedPatient =
      problems.length > 0
        ? { outcome: 'refused', problems, changes: [], warnings: [] }
        : await importPatient(services, clinic, request, { dryRun })
    return { row, reference: request.reference, ...imported }
  }
  const imported: Awaited<ReturnType<typeof one>>[] = []
  for (let start = 0; start < rows.length; start += AT_ONCE)
    imported.push(...(await Promise.all(rows.slice(start, start + AT_ONCE).map(one))))
  const missing = await missingFrom(services, clinic.id, references)
  services.log.info('FILE_IMPORTED', {
    clinicId: clinic.id,
    count: rows.length,
    reason: dryRun ? 'dry-run' : 'applied',
  })
  return { rows: imported, missing }
}
