import { readMobile } from '../../lib/care/mobile-number.ts'
import type { Problem } from '../../lib/care/outcome.ts'
import type { EnrolRequest } from '../../lib/care/requests.ts'
import { checked } from '../http/expected.ts'
import { ENROL_BODY } from '../http/schemas.ts'
import { EXAMPLE_REFERENCE, type Header } from './columns.ts'
import type { TableRow } from './csv-table.ts'
import { type Custom, type Reading, readDate, readVisitTime } from './dates.ts'

/** A row as an enrolment, or everything that is wrong with it. Paths are those of an enrolment. */
export type RowReading =
  | { readonly kind: 'read'; readonly row: number; readonly request: EnrolRequest }
  | {
      readonly kind: 'wrong'
      readonly row: number
      readonly reference: string
      readonly problems: readonly Problem[]
    }

/** Noon: of an injection given long ago only the day matters. */
const TIME_OF_PAST = '12:00'

export function readRow(header: Header, { row, cells }: TableRow, custom: Custom, actor: string): RowReading {
  const cell = (path: string): string => cells[header.places.get(path) ?? -1] ?? ''
  const reference = cell('reference')
  const wrong = (problems: readonly Problem[]) => ({ kind: 'wrong', row, reference, problems }) as const
  if (reference.startsWith(EXAMPLE_REFERENCE))
    return wrong([{ path: 'reference', message: 'this is the example of the template: delete the row' }])
  const unfit = ['reference', 'givenName', 'label'].filter((path) => /^\s*[=+\-@]/.test(cell(path)))
  if (unfit.length > 0) return wrong(unfit.map((path) => ({ path, message: FORMULA })))
  const problems: Problem[] = []
  const reading = <T>(path: string, read: Reading<T>): T | undefined => {
    if (read.kind === 'read') return read.value
    problems.push({ path, message: read.message })
    return undefined
  }
  const injections = injectionsIn(cell, custom, reading)
  const request = {
    reference,
    mobile: reading('mobile', mobileIn(cell('mobile'), custom)),
    ...filled('givenName', cell('givenName')),
    ...filled('label', cell('label')),
    ...filled('timeZone', cell('timeZone')),
    ...(cell('belt') !== '' && { belt: reading('belt', yesOrNo(cell('belt'))) }),
    consent: {
      given: reading('consent.given', consentIn(cell('consent.given'), custom)),
      method: cell('consent.method').toLowerCase() || undefined,
    },
    injections,
    actor,
  }
  const result = checked(ENROL_BODY, request)
  if (result.kind === 'read' && problems.length === 0) return { kind: 'read', row, request: result.value }
  // What could not be read at all is missing in the request too: the first word about a cell is the better one.
  const said = new Set(problems.map(({ path }) => path))
  const more = result.kind === 'wrong' ? result.problems.filter(({ path }) => !said.has(path)) : []
  return wrong([...problems, ...more])
}

const FORMULA = 'starts with a sign by which a spreadsheet takes it for a formula: leave out = + - @'

/** Excel's short form of a long number has lost digits for good; an apostrophe is its sign for text. */
function mobileIn(text: string, { country }: Custom): Reading<string> {
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text))
    return {
      kind: 'wrong',
      message:
        'the spreadsheet has shortened this number and lost its digits: format the column as text, type the number again and save',
    }
  const mobile = text.replace(/^'/, '')
  const reading = readMobile(mobile, country)
  return reading.kind === 'refused'
    ? { kind: 'wrong', message: reading.message }
    : { kind: 'read', value: mobile }
}

const consentIn = (text: string, custom: Custom) =>
  text === ''
    ? ({ kind: 'wrong', message: 'is empty: write the day she agreed to texts, like 23/11/2026' } as const)
    : readDate(text, custom)

const YES = ['yes', 'y', 'true', '1']
const NO = ['no', 'n', 'false', '0']

function yesOrNo(text: string): Reading<boolean> {
  const word = text.toLowerCase()
  if (YES.includes(word) || NO.includes(word)) return { kind: 'read', value: YES.includes(word) }
  return { kind: 'wrong', message: `"${text.slice(0, 20)}": write yes or no` }
}

function filled(path: string, text: string): Readonly<Record<string, string>> {
  return text === '' ? {} : { [path]: text }
}

interface WrittenInjection {
  readonly path: string
  readonly at: string
  readonly state: string
}

/** Injections in their order, up to the last one filled in. */
function injectionsIn(
  cell: (path: string) => string,
  custom: Custom,
  reading: <T>(path: string, read: Reading<T>) => T | undefined,
) {
  const written = Array.from({ length: 9 }, (_, index): WrittenInjection => {
    const path = `injections[${index}]`
    return { path, at: cell(`${path}.at`), state: cell(`${path}.state`).toLowerCase() }
  })
  const last = written.findLastIndex(({ at, state }) => at !== '' || state !== '')
  // Without any, the first one is what is missing.
  return written.slice(0, Math.max(last, 0) + 1).map((injection) => injectionIn(injection, custom, reading))
}

function injectionIn(
  { path, at, state }: WrittenInjection,
  custom: Custom,
  reading: <T>(path: string, read: Reading<T>) => T | undefined,
) {
  return { at: reading(`${path}.at`, visitIn(at, state, custom)), ...filled('state', state) }
}

function visitIn(at: string, state: string, custom: Custom) {
  if (at !== '') return readVisitTime(at, custom, state === 'given' ? TIME_OF_PAST : undefined)
  return { kind: 'wrong', message: 'is empty: write the visit like 1/12/2026 10:00' } as const
}
