import type { ImportedPatient, ImportOutcome } from '../../lib/care/imports/import-patient.ts'
import type { MissingPatient } from '../../lib/care/imports/missing.ts'
import type { Problem } from '../../lib/care/outcome.ts'

/** What became of one row of the file, or in a dry run: would become. */
export interface ImportedRow {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number
  /** As in the file; empty when the cell is. */
  readonly reference: string
  /** new: enrolled. moved: a visit's date changed. changed: only other details. refused: see `problems`. */
  readonly outcome: ImportOutcome
  /** Absent when she is not there, or not yet. */
  readonly patientId?: string
  /** `injection 2: Tue 12 Jan 2027 10:00am, was Thu 14 Jan 2027 3:00pm`: what a click changes or, of a new patient, creates. */
  readonly changes: readonly string[]
  /** In words for a receptionist; `column` as the file's header has it, absent when it is about the whole row. */
  readonly problems: readonly { readonly column?: string; readonly message: string }[]
  /** For example a gap between injections that is too short. */
  readonly warnings: readonly string[]
}

/** `POST /v1/imports`, with and without `?dryRun=true`. */
export interface ImportAnswer {
  readonly dryRun: boolean
  /** `3 new, 2 moved, 1 missing`; `nothing to change`. */
  readonly summary: string
  readonly counts: Readonly<Record<ImportOutcome | 'missing', number>>
  /** In the order of the file. */
  readonly rows: readonly ImportedRow[]
  /** Patients of the clinic still looked after whom the file lacks. They are listed, never changed. */
  readonly missing: readonly { readonly id: string; readonly reference: string; readonly state: string }[]
}

interface Imported extends Omit<ImportedPatient, 'id'> {
  readonly row: number
  readonly reference: string
  readonly id?: string
}

export function importView(
  dryRun: boolean,
  imported: readonly Imported[],
  missing: readonly MissingPatient[],
  titleOf: (path: string) => string | undefined,
): ImportAnswer {
  const rows = [...imported].sort((one, other) => one.row - other.row).map((row) => rowView(row, titleOf))
  const count = (outcome: ImportOutcome) => rows.filter((row) => row.outcome === outcome).length
  const counts = {
    new: count('new'),
    moved: count('moved'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    missing: missing.length,
  }
  return { dryRun, summary: summaryOf(counts), counts, rows, missing }
}

const NAMED = ['new', 'moved', 'changed', 'refused', 'missing'] as const

function summaryOf(counts: ImportAnswer['counts']): string {
  const said = NAMED.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => `${counts[outcome]} ${outcome}`,
  )
  return said.length === 0 ? 'nothing to change' : said.join(', ')
}

function rowView(
  { row, reference, outcome, id, changes, problems, warnings }: Imported,
  titleOf: (path: string) => string | undefined,
): ImportedRow {
  return {
    row,
    reference,
    outcome,
    ...(id !== undefined && { patientId: id }),
    changes,
    problems: problems.map((problem) => problemView(problem, titleOf)),
    warnings,
  }
}

function problemView({ path, message }: Problem, titleOf: (path: string) => string | undefined) {
  const column = titleOf(path)
  return { ...(column !== undefined && { column }), message }
}
