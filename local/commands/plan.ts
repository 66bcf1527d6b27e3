import { parseArgs } from 'node:util'
import { answerHelp, sayWhy } from '../help-asked.ts'
import { type PreviewText, previewCourse } from './preview-course.ts'

const USAGE = `usage: npm run -s plan -- --injections 2026-12-01T10:00,2027-01-12T10:00 --zone Australia/Sydney [--json]
  --injections   the booked visits of a course, clinic wall clock, in order
  --zone         the patient's and the clinic's time zone, an IANA name
  --json         every text as JSON instead of a table`

/** Prints the calendar of a course: default settings, no spread, enrolled the day before the first reminder. */
function main(args: readonly string[]): void {
  const { injections, zone, json } = flagsIn(args)
  const texts = previewCourse(injections.split(','), zone)
  console.log(json ? JSON.stringify(texts, null, 2) : table(texts))
}

function flagsIn(args: readonly string[]) {
  answerHelp(args, USAGE)
  const { values } = parseArgs({
    args: [...args],
    options: {
      injections: { type: 'string' },
      zone: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { injections, zone, json } = values
  if (injections === undefined) throw new Error('--injections is missing: give the booked visits')
  if (zone === undefined) throw new Error('--zone is missing: give a time zone such as Australia/Sydney')
  return { injections, zone, json }
}

function table(texts: readonly PreviewText[]): string {
  const rows = texts.map(({ id, kind, local, utc, body }) => [local.replace('T', ' '), utc, id, kind, body])
  const head = ['local', 'utc', 'text', 'kind', 'words']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
  return [line(head), ...rows.map(line), `${texts.length} texts`].join('\n')
}

try {
  main(process.argv.slice(2))
} catch (error) {
  process.exitCode = sayWhy('npm run plan', error)
  if (process.exitCode !== 0) console.error(USAGE)
}
