import type { Clinic } from '../../patient/clinic.ts'
import { readMobile } from '../mobile-number.ts'
import type { Problem } from '../outcome.ts'
import type { RowToImport } from './import-patients.ts'

/** What is wrong between rows of one file, by row: one reference twice, or one phone without labels to tell apart. */
export function clashesIn(
  clinic: Clinic,
  rows: readonly RowToImport[],
): ReadonlyMap<number, readonly Problem[]> {
  const byReference = groups(rows, ({ request }) => request.reference)
  const byNumber = groups(rows, ({ request }) => {
    const reading = readMobile(request.mobile, clinic.country)
    return reading.kind === 'mobile' ? reading.number : undefined
  })
  const found = [
    ...byReference.flatMap((same) => same.map((row) => ({ row: row.row, problem: twice(row, same) }))),
    ...byNumber.flatMap((sharing) =>
      sharing.flatMap((row) => {
        const problem = problemOfSharing(row, sharing)
        return problem === undefined ? [] : [{ row: row.row, problem }]
      }),
    ),
  ]
  const byRow = new Map<number, readonly Problem[]>()
  for (const { row, problem } of found) byRow.set(row, [...(byRow.get(row) ?? []), problem])
  return byRow
}

/** Rows that have the same key as another. */
function groups(
  rows: readonly RowToImport[],
  keyOf: (row: RowToImport) => string | undefined,
): readonly (readonly RowToImport[])[] {
  const grouped = new Map<string, RowToImport[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== undefined) grouped.set(key, [...(grouped.get(key) ?? []), row])
  }
  return [...grouped.values()].filter(({ length }) => length > 1)
}

const twice = (row: RowToImport, same: readonly RowToImport[]): Problem => ({
  path: 'reference',
  message: `is the same as in ${rowsBut(row, same)}: each patient needs a row and a reference of her own`,
})

function problemOfSharing(row: RowToImport, sharing: readonly RowToImport[]): Problem | undefined {
  const { label } = row.request
  const others = sharing.filter((other) => other.request.reference !== row.request.reference)
  if (others.length === 0) return undefined
  if (label === undefined)
    return {
      path: 'label',
      message: `is needed: the mobile is shared with ${rowsBut(row, others)}, so each needs a label, such as a first name, to tell them apart`,
    }
  const alike = others.filter(({ request }) => request.label?.toLowerCase() === label.toLowerCase())
  return alike.length === 0
    ? undefined
    : {
        path: 'label',
        message: `is the same as in ${rowsBut(row, alike)}, on the same mobile: give a different one`,
      }
}

function rowsBut(row: RowToImport, all: readonly RowToImport[]): string {
  const others = all.filter((other) => other !== row).map((other) => other.row)
  return `${others.length === 1 ? 'row' : 'rows'} ${others.join(', ')}`
}
