import type { Clinic } from '../../patient/clinic.ts'
import { readMobile } from '../mobile-number.ts'
import type { Problem } from '../outcome.ts'
import type { EnrolRequest } from '../requests.ts'
import type { Services } from '../services.ts'
import { clashesIn } from './clashes.ts'
import { type ImportedPatient, importPatient, type Options } from './import-patient.ts'
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
  const one = async ({ row, request }: RowToImport, options: Options) => {
    const problems: readonly Problem[] = clashes.get(row) ?? []
    const imported: ImportedPatient =
      problems.length > 0
        ? { outcome: 'refused', problems, changes: [], warnings: [] }
        : await importPatient(services, clinic, request, options)
    return { row, reference: request.reference, ...imported }
  }
  const isFirst = await inTurns(rows, (row) => isToBeLabelled(services, clinic, row))
  const first = await inTurns(
    rows.filter((_, index) => isFirst[index]),
    (row) => one(row, { dryRun }),
  )
  const labelled = new Set(first.filter(({ outcome }) => outcome !== 'refused').map(({ row }) => row))
  const labels = new Map(
    rows.flatMap(({ row, request: { reference, label } }) =>
      labelled.has(row) && label !== undefined ? [[reference, label] as const] : [],
    ),
  )
  const others = await inTurns(
    rows.filter((_, index) => !isFirst[index]),
    (row) => one(row, { dryRun, labels }),
  )
  const missing = await missingFrom(services, clinic.id, references)
  services.log.info('FILE_IMPORTED', {
    clinicId: clinic.id,
    count: rows.length,
    reason: dryRun ? 'dry-run' : 'applied',
  })
  return { rows: [...first, ...others], missing }
}

/** Whoever the file puts on a patient's phone needs the label that it gives the patient: she comes before them. */
async function isToBeLabelled(
  { clinics, patients }: Services,
  { id: clinicId, country }: Clinic,
  { request: { reference, mobile, label } }: RowToImport,
): Promise<boolean> {
  if (label === undefined) return false
  const id = await clinics.patientOfReference(clinicId, reference)
  const patient = id && (await patients.read(id))
  const reading = readMobile(mobile, country)
  return reading.kind === 'mobile' && patient?.mobile === reading.number && patient.label !== label
}

async function inTurns<Row, Result>(
  rows: readonly Row[],
  one: (row: Row) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let start = 0; start < rows.length; start += AT_ONCE)
    results.push(...(await Promise.all(rows.slice(start, start + AT_ONCE).map(one))))
  return results
}
