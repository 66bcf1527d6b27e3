import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { API_ROUTES, ask, CSV, callOf, keyOf, worldWithZara, written } from './calls.ts'
import { nastyText } from './hostile-values.ts'
import { ZARA } from './zara.ts'

const [IMPORT] = API_ROUTES.filter((route) => route.body === 'csv')
const [TEMPLATE] = API_ROUTES.filter((route) => keyOf(route) === 'GET /v1/imports/template')
const [header = '', row = ''] = CSV.split('\n')

function call(route = IMPORT, raw = CSV, query = '') {
  if (route === undefined) throw new Error('no such route')
  return callOf(route, { raw, query })
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('a file of patients', () => {
  const FORMULAS = ['=1+1', '+1', '-1', '@A1', ' =1+1', '\t=1+1', '\r=1', "=cmd|' /C calc'!A0"]
  const COLUMNS = ['Reference', 'Given name', 'Label']

  // Each in a file of its own: rows of one file that are alike are refused for that.
  it.each(
    COLUMNS.flatMap((column) => FORMULAS.map((formula) => [column, formula] as const)),
  )('never stores what a spreadsheet takes for a formula: %s %j', async (column, formula) => {
    const here = await worldWithZara()
    const bad = row.split(',').with(header.split(',').indexOf(column), cell(formula)).join(',')

    const { status, text } = await ask(here, call(IMPORT, `${header}\n${bad}\n`))

    expect(status).toBe(200)
    expect(JSON.parse(text).rows).toMatchObject([{ outcome: 'refused' }])
    expect(written(here)).toEqual([])
  })

  it('of any text is refused or read row by row, and never breaks us', async () => {
    const here = await worldWithZara()
    const cells = fc.array(nastyText, { maxLength: 12 }).map((all) => all.map(cell).join(','))
    const rows = fc.array(fc.oneof(cells, nastyText, fc.constant(row)), { maxLength: 6 })
    const anyHeader = fc.oneof({ weight: 3, arbitrary: fc.constant(header) }, nastyText, cells)
    const ends = fc.constantFrom('\n', '\r\n', '\r')

    await fc.assert(
      fc.asyncProperty(anyHeader, rows, ends, async (first, rest, end) => {
        const { status, text } = await ask(here, call(IMPORT, [first, ...rest].join(end)))

        expect([200, 422], text).toContain(status)
        expect(text).not.toMatch(/\bat .*\.ts:\d+|node_modules/)
        expect(JSON.parse(text)).toBeTypeOf('object')
      }),
      { numRuns: 300 },
    )
    expect(await here.services.patients.read(ZARA.id)).toEqual(ZARA)
  })

  it.each([
    'clinicId',
    'id',
    'version',
    '__proto__',
    'constructor',
    'standing',
    'ledger',
    'mobileSince',
  ])('with a column that nobody may set is refused as a whole: %s', async (name) => {
    const here = await worldWithZara()

    const { status } = await ask(here, call(IMPORT, `${header},${name}\n${row},other\n`))

    expect(status).toBe(422)
    expect(written(here)).toEqual([])
  })

  it('tried out writes nothing', async () => {
    const here = await worldWithZara()

    const { status } = await ask(here, call(IMPORT, CSV, 'dryRun=true'))

    expect(status).toBe(200)
    expect(written(here)).toEqual([])
  })

  it('that we give as a template has no cell that is a formula', async () => {
    const { text } = await ask(await worldWithZara(), call(TEMPLATE))

    const cells = text.replace('\ufeff', '').split(/\r\n|,/)
    expect(cells.length).toBeGreaterThan(10)
    expect(cells.filter((one) => /^[=+\-@\t\r]/.test(one))).toEqual([])
  })
})
