import { CsvError, parse } from 'csv-parse/sync'
import { RequestProblem } from '../http/problem.ts'

/** Patients one file may hold: as many as are surely written within the time of one call. */
export const MOST_ROWS = 500

export interface TableRow {
  /** As a spreadsheet numbers it, the header being row 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export interface CsvTable {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

const SEPARATORS = [',', ';', '\t'] as const

/**
 * The cells of a CSV file, trimmed; blank rows are left out but counted.
 * @throws RequestProblem 422 when it is no CSV, has no rows or too many
 */
export function csvTable(text: string): CsvTable {
  if (text.includes('\0') || text.startsWith('PK'))
    throw refused('this is no CSV file: in the spreadsheet choose "Save as" and "CSV UTF-8"')
  if (text.includes('\uFFFD'))
    throw refused('some letters cannot be read: in the spreadsheet choose "Save as" and "CSV UTF-8"')
  const [header = [], ...rest] = cellsOf(text)
  const rows = rest
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0)
    throw refused('there is no patient in this file: expected a header and at least one row')
  if (rows.length > MOST_ROWS)
    throw refused(`${rows.length} rows: at most ${MOST_ROWS} fit into one import; split the file`)
  return { header, rows }
}

function cellsOf(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    })
  } catch (error) {
    // The message quotes the file; its line is all that may be said.
    const line =
      error instanceof CsvError && typeof error.lines === 'number' ? ` near line ${error.lines}` : ''
    throw refused(`a quotation mark is opened and never closed${line}`)
  }
}

/** Spreadsheets separate by comma, or by semicolon where the comma is a decimal point; copied cells by tabs. */
function separatorOf(text: string): string {
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const count = (separator: string) => firstLine.split(separator).length
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

const refused = (detail: string): RequestProblem => new RequestProblem(422, { detail })
