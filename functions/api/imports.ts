import * as z from 'zod/mini'
import { importPatients } from '../../lib/care/imports/import-patients.ts'
import { jsonAnswer, NOT_STORED } from '../http/answer.ts'
import { expected } from '../http/expected.ts'
import { importView } from '../http/import-view.ts'
import { RequestProblem } from '../http/problem.ts'
import { IMPORT_QUERY, NOTHING } from '../http/schemas.ts'
import { readHeader, template } from '../imports/columns.ts'
import { csvTable } from '../imports/csv-table.ts'
import { type RowReading, readRow } from '../imports/rows.ts'
import { clinicAction } from './action.ts'

export const importFile = clinicAction({
  body: z.string(expected('the text of a CSV file')),
  query: IMPORT_QUERY,
  run: async ({ services, clinic, body, query: { actor, dryRun } }) => {
    const table = csvTable(body)
    const header = readHeader(table.header)
    if (header.kind === 'wrong')
      throw new RequestProblem(422, {
        detail: 'the first row must name the columns, as in the template',
        errors: header.problems,
      })
    const readings = table.rows.map((row) => readRow(header.value, row, clinic, actor))
    const toImport = readings.filter((reading) => reading.kind === 'read')
    const { rows, missing } = await importPatients(services, clinic, toImport, referencesIn(readings), {
      dryRun,
    })
    const unread = readings.flatMap((reading) => (reading.kind === 'wrong' ? refusedRow(reading) : []))
    const answer = importView(dryRun, [...rows, ...unread], missing, header.value.titleOf)
    return jsonAnswer(200, answer)
  },
})

/** A row that cannot be read still says that its patient is not missing. */
const referencesIn = (readings: readonly RowReading[]): ReadonlySet<string> =>
  new Set(
    readings.map((reading) => (reading.kind === 'read' ? reading.request.reference : reading.reference)),
  )

const refusedRow = ({ row, reference, problems }: Extract<RowReading, { kind: 'wrong' }>) =>
  ({ row, reference, outcome: 'refused', changes: [], problems, warnings: [] }) as const

export const showTemplate = clinicAction({
  body: NOTHING,
  query: NOTHING,
  run: async ({ clinic }) => ({
    statusCode: 200,
    headers: {
      ...NOT_STORED,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="patients.csv"',
    },
    body: template(clinic.protocolSettings.injections),
  }),
})
