import type { Problem } from '../../lib/care/outcome.ts'

/** Most injections of a course. */
const MOST_INJECTIONS = 9

interface Column {
  /** As the template has it. */
  readonly title: string
  /** Where the value goes in an enrolment, as a problem's path names it. */
  readonly path: string
  readonly required?: true
  /** Other names for it, in small letters and without signs. */
  readonly also?: readonly string[]
}

const injectionColumns = (number: number): readonly Column[] => [
  {
    title: `Injection ${number}`,
    path: `injections[${number - 1}].at`,
    ...(number === 1 && { required: true as const }),
    also: [`injection${number}date`, `injection${number}at`, `visit${number}`],
  },
  {
    title: `Injection ${number} state`,
    path: `injections[${number - 1}].state`,
    also: [`state${number}`, `visit${number}state`],
  },
]

const COLUMNS: readonly Column[] = [
  { title: 'Reference', path: 'reference', required: true, also: ['ref', 'patientreference', 'mrn'] },
  { title: 'Mobile', path: 'mobile', required: true, also: ['mobilenumber', 'mobilephone', 'phone'] },
  { title: 'Given name', path: 'givenName', also: ['firstname', 'name'] },
  { title: 'Label', path: 'label' },
  { title: 'Time zone', path: 'timeZone' },
  { title: 'Belt', path: 'belt' },
  { title: 'Consent date', path: 'consent.given', required: true, also: ['consent', 'consentgiven'] },
  { title: 'Consent method', path: 'consent.method', required: true },
  ...Array.from({ length: MOST_INJECTIONS }, (_, index) => injectionColumns(index + 1)).flat(),
]

/** Small letters and digits alone: `Injection_1`, `INJECTION 1` and `injection1` are one column. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const columnOf = (name: string): Column | undefined =>
  COLUMNS.find(({ title, also = [] }) => [plainName(title), ...also].includes(plainName(name)))

/** Which column of the file holds what. */
export interface Header {
  /** Place in a row, by path. */
  readonly places: ReadonlyMap<string, number>
  /** What the file calls the column of a path. */
  titleOf(path: string): string | undefined
}

export function readHeader(
  names: readonly string[],
):
  | { readonly kind: 'read'; readonly value: Header }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] } {
  const places = new Map<string, number>()
  const problems: Problem[] = []
  for (const [place, name] of names.entries()) {
    // Spreadsheets save columns that were once used as empty ones at the end.
    if (name.trim() === '') continue
    const column = columnOf(name)
    if (column === undefined) problems.push(problemWith(name.slice(0, 40), UNKNOWN))
    else if (places.has(column.path)) problems.push(problemWith(name, 'is there twice'))
    else places.set(column.path, place)
  }
  const missing = COLUMNS.filter(({ path, required }) => required && !places.has(path))
  problems.push(...missing.map(({ title }) => problemWith(title, 'is missing')))
  if (problems.length > 0) return { kind: 'wrong', problems }
  const titleOf = (path: string) => names[places.get(path) ?? -1]?.trim() ?? titleInTemplate(path)
  return { kind: 'read', value: { places, titleOf } }
}

/** Says itself which column it is: a path alone is not shown to whoever chose the file. */
const problemWith = (name: string, what: string): Problem => ({
  path: name,
  message: `the column "${name}" ${what}`,
})

const UNKNOWN = `is not known and would be lost: delete it, or rename it to one of ${COLUMNS.slice(0, 10)
  .map(({ title }) => title)
  .join(', ')}, Injection 2 ...`

/** A problem may be with something inside a column, or with all injections together. */
const titleInTemplate = (path: string): string | undefined =>
  COLUMNS.find((column) => column.path === path || column.path.startsWith(path))?.title

/** Rows of the template that explain it; a row that is left in by mistake is refused by its reference. */
export const EXAMPLE_REFERENCE = 'EXAMPLE'

const EXAMPLE: Readonly<Record<string, string>> = {
  Reference: EXAMPLE_REFERENCE,
  Mobile: '0491 570 006',
  'Given name': 'Ann',
  Belt: 'yes',
  'Consent date': '23/11/2026',
  'Consent method': 'written',
  'Injection 1': '1/12/2026 10:00',
  'Injection 2': '12/01/2027 10:00',
}

/** The empty file to fill in, with one row as an example. Starts as Excel wants UTF-8 to start. */
export function template(injections: number): string {
  const columns = COLUMNS.filter(({ path }) => Number(/\d+/.exec(path)?.[0] ?? '0') < injections)
  const rows = [columns.map(({ title }) => title), columns.map(({ title }) => EXAMPLE[title] ?? '')]
  return `\uFEFF${rows.map((row) => `${row.join(',')}\r\n`).join('')}`
}
