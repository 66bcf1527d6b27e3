import { beforeEach, describe, expect, it } from 'vitest'
import { sydney } from '../fixtures/ann.ts'
import { makeWholeApi } from './api.ts'
import { apiEvent, CONTEXT } from './events.ts'
import { type World, world } from './fakes.ts'

let here: World
beforeEach(async () => {
  here = await world()
})

const HEADER =
  'Reference,Mobile,Given name,Label,Consent date,Consent method,Injection 1,Injection 1 state,Injection 2'
const ANN = 'ann-1,0491570006,Ann,,23/11/2026,written,1/12/2026 10:00,,12/01/2027 10:00'

interface Options {
  readonly query?: string
  readonly key?: string
  readonly contentType?: string
  readonly base64?: boolean
}

async function send(raw: string, options: Options = {}) {
  const event = apiEvent('POST /v1/imports', { contentType: 'text/csv', ...options, raw })
  const { statusCode, body = '' } = await makeWholeApi(here.services)(event, CONTEXT)
  return { status: statusCode, body: JSON.parse(body) }
}

const file = (...rows: readonly string[]) => [HEADER, ...rows].join('\r\n')
const imported = async (...rows: readonly string[]) => (await send(file(...rows))).body

/** `Column: what is wrong`, of the only row. */
async function wrongWith(row: string): Promise<readonly string[]> {
  const { rows } = await imported(row)
  expect(rows[0].outcome).toBe('refused')
  return rows[0].problems.map(({ column, message }: Record<string, string>) => `${column}: ${message}`)
}

const show = async (call: string, key?: string) => {
  const { statusCode, body = '' } = await makeWholeApi(here.services)(
    apiEvent(call, key === undefined ? {} : { key }),
    CONTEXT,
  )
  return { status: statusCode, body: JSON.parse(body) }
}

describe('POST /v1/imports', () => {
  it('enrols, sends nothing itself, and leaves the sweep to find whoever is due', async () => {
    const { body } = await send(file(ANN))

    expect(body).toMatchObject({
      dryRun: false,
      summary: '1 new',
      rows: [{ row: 2, reference: 'ann-1', outcome: 'new', patientId: expect.any(String), problems: [] }],
    })
    expect(here.sent).toEqual([])
    expect(here.touched).not.toContain('alarms.set')
    const now = here.services.clock.now()
    const overdue = await here.services.patients.overdue(now, 10)
    expect(overdue.map(({ patientId }) => patientId)).toEqual([body.rows[0].patientId])
  })

  it('only tells, and writes nothing, in a dry run', async () => {
    const { body } = await send(file(ANN), { query: 'dryRun=true' })

    expect(body).toMatchObject({ dryRun: true, summary: '1 new', rows: [{ outcome: 'new' }] })
    expect(body.rows[0].changes).toEqual([
      'mobile: +61491570006',
      'given name: Ann',
      'injection 1: Tue 1 Dec 2026 10:00am',
      'injection 2: Tue 12 Jan 2027 10:00am',
    ])
    expect(body.rows[0]).not.toHaveProperty('patientId')
    expect(here.touched.filter((call) => /write|link|claim|put/.test(call))).toEqual([])
  })

  it('changes nothing when the same file comes again, months later too', async () => {
    await imported(ANN)
    const later = { ...here.services.clock, now: () => sydney('2027-02-01T09:00') }
    here = { ...here, services: { ...here.services, clock: later } }

    const again = await imported(ANN)

    expect(again).toMatchObject({ summary: 'nothing to change', rows: [{ outcome: 'unchanged' }] })
  })

  it('says 1 new, 1 moved, 1 missing, and does it', async () => {
    await imported(ANN, ANN.replace('ann-1,0491570006', 'bea-1,0491570156'))
    const next = [
      ANN.replace('12/01/2027 10:00', '14/01/2027 3pm'),
      ANN.replace('ann-1,0491570006', 'cat-1,0491570159'),
    ]
    const preview = (await send(file(...next), { query: 'dryRun=true' })).body
    const applied = await imported(...next)
    const again = await imported(...next)

    expect(preview).toMatchObject({
      summary: '1 new, 1 moved, 1 missing',
      rows: [
        {
          outcome: 'moved',
          changes: ['injection 2: Thu 14 Jan 2027 3:00pm, was Tue 12 Jan 2027 10:00am'],
        },
        { outcome: 'new' },
      ],
      missing: [{ reference: 'bea-1', state: 'active' }],
    })
    expect(applied).toMatchObject({ summary: preview.summary, rows: preview.rows, missing: preview.missing })
    expect(again).toMatchObject({ summary: '1 missing' })
    const { body } = await show(`GET /v1/patients/${applied.rows[0].patientId}`)
    expect(body.courses[0].injections[1]).toMatchObject({ at: '2027-01-14T15:00' })
  })

  it('moves all visits of a patient in one go, whichever way', async () => {
    await imported(ANN)

    const later = await imported(
      ANN.replace('12/01/2027 10:00', '1/2/2027 9:00').replace('1/12/2026', '13/01/2027'),
    )
    const earlier = await imported(ANN)

    expect(later.rows[0]).toMatchObject({ outcome: 'moved', changes: { length: 2 } })
    expect(earlier.rows[0]).toMatchObject({ outcome: 'moved', changes: { length: 2 } })
  })

  it('keeps what she confirmed, and does not book again what was cancelled', async () => {
    const { rows } = await imported(ANN)
    const change = (injection: number, state: string) =>
      makeWholeApi(here.services)(
        apiEvent(`PUT /v1/patients/${rows[0].patientId}/courses/1/injections/${injection}`, {
          body: { state },
        }),
        CONTEXT,
      )
    await change(1, 'confirmed')
    await change(2, 'cancelled')

    expect(await imported(ANN)).toMatchObject({ summary: 'nothing to change' })
  })

  it('takes a changed name or number over and leaves what the file is silent about', async () => {
    await imported(ANN)

    const { rows } = await imported(ANN.replace('0491570006,Ann', '0491570156,'))

    expect(rows[0]).toMatchObject({ outcome: 'changed', changes: ['mobile: +61491570156, was +61491570006'] })
    const { body } = await show(`GET /v1/patients/${rows[0].patientId}`)
    expect(body).toMatchObject({ mobile: '+61491570156', givenName: 'Ann' })
  })

  it('gives nobody the number of whoever is on call, new or there already, in a dry run too', async () => {
    await imported(ANN)
    const rows = [ANN, ANN.replace('ann-1', 'bea-1')].map((row) => row.replace('0491570006', '0491570158'))

    for (const row of rows)
      for (const query of ['dryRun=true', 'dryRun=false'])
        expect((await send(file(row), { query })).body.rows).toMatchObject([
          {
            outcome: 'refused',
            problems: [{ column: 'Mobile', message: expect.stringContaining('on call') }],
          },
        ])
  })

  it('labels a patient there is before it takes in whoever is to share her phone, in a dry run too', async () => {
    const row = (reference: string, label: string) =>
      `${reference},0491570156,,${label},23/11/2026,written,1/12/2026 10:00,,`
    await imported(row('jo-1', ''))
    const both = file(row('mia-1', 'Mia'), row('jo-1', 'Jo'))

    const dry = await send(both, { query: 'dryRun=true' })
    const { body } = await send(both)

    expect(dry.body.summary).toBe('1 new, 1 changed')
    expect(body).toMatchObject({ summary: '1 new, 1 changed', rows: [{ row: 2 }, { row: 3 }] })
  })

  it('refuses both of two rows with one reference, and names the other', async () => {
    const { rows } = await imported(ANN, ANN.replace('0491570006', '0491570156'))

    expect(rows).toMatchObject([
      { outcome: 'refused', problems: [{ column: 'Reference', message: expect.stringContaining('row 3') }] },
      { outcome: 'refused', problems: [{ message: expect.stringContaining('row 2') }] },
    ])
  })

  it('lets no bad row keep a good one back', async () => {
    const { summary } = await imported(ANN.replace('0491570006', '0255501234').replace('ann-1', 'bad'), ANN)

    expect(summary).toBe('1 new, 1 refused')
  })

  it.each([
    [
      'the number of whoever is on call',
      ANN.replace('0491570006', '0491570157'),
      'Mobile: is a number that is on call for this clinic',
    ],
    ['a landline', ANN.replace('0491570006', '02 5550 1234'), 'Mobile: is a landline'],
    [
      'a number in Excel’s short form',
      ANN.replace('0491570006', '4.91570E+08'),
      'Mobile: the spreadsheet has shortened',
    ],
    ['letters in a number', ANN.replace('0491570006', 'O491570006'), 'Mobile: has letters'],
    ['no number', ANN.replace('0491570006', ''), 'Mobile: is empty'],
    [
      'a date that has passed',
      ANN.replace('1/12/2026', '1/11/2026'),
      'Injection 1: 2026-11-01T10:00 has passed',
    ],
    [
      'a short year',
      ANN.replace('1/12/2026', '1/12/26'),
      'Injection 1: "1/12/26 10:00": write the year with four digits',
    ],
    ['no visit', ANN.replace('1/12/2026 10:00,,12/01/2027 10:00', ',,'), 'Injection 1: is empty'],
    ['a hole between visits', ANN.replace('1/12/2026 10:00', ''), 'Injection 1: is empty'],
    ['no consent', ANN.replace('23/11/2026', ''), 'Consent date: is empty'],
    [
      'a consent of tomorrow',
      ANN.replace('23/11/2026', '24/11/2026'),
      'Consent date: 2026-11-24 is in the future',
    ],
    [
      'an unknown method',
      ANN.replace('written', 'shouted'),
      'Consent method: "shouted": expected written, verbal or online',
    ],
    ['a name that is a formula', ANN.replace(',Ann,', ',=HYPERLINK("x"),'), 'Given name: starts with a sign'],
    [
      'the row of the template',
      ANN.replace('ann-1', 'EXAMPLE'),
      'Reference: this is the example of the template',
    ],
  ])('refuses %s in words', async (_, row, words) => {
    expect(await wrongWith(row)).toContainEqual(expect.stringContaining(words))
  })

  it('says everything that is wrong with a row at once, and a number nowhere', async () => {
    const problems = await wrongWith(
      ANN.replace('0491570006', '02 5550 1234').replace('12/01/2027', '12/13/2027'),
    )

    expect(problems).toHaveLength(2)
    expect(problems.join()).not.toMatch(/5550/)
  })

  it.each([
    ['semicolons', file(ANN).replaceAll(',', ';')],
    ['tabs', file(ANN).replaceAll(',', '\t')],
    ['a byte order mark and Unix line ends', `\uFEFF${file(ANN).replaceAll('\r\n', '\n')}\n\n`],
    [
      'other names and another order',
      'CONSENT_METHOD,mrn,phone,Consent,visit 1\nwritten,ann-1,491570006,23/11/2026,1/12/2026 10:00',
    ],
    ['quotes and blanks', file(ANN.replace('Ann', '" Ann, "').replace('ann-1', ' ann-1 '))],
    ['empty columns and rows at the end', `${HEADER},,\r\n${ANN},,\r\n,,,,,,,,,,\r\n`],
    ['a number that lost its zero', file(ANN.replace('0491570006', '491570006'))],
    ['a number that lost its plus', file(ANN.replace('0491570006', '61491570006'))],
    ['an injection long given, without its time', file(ANN.replace('1/12/2026 10:00,', '1/10/2026,given'))],
  ])('understands %s', async (_, text) => {
    const { body } = await send(text)

    expect(body).toMatchObject({ summary: '1 new', rows: [{ row: 2, reference: 'ann-1' }] })
  })

  it('numbers rows as the spreadsheet does, blank ones counted', async () => {
    const { rows } = await imported('', ANN)

    expect(rows).toMatchObject([{ row: 3 }])
  })

  it.each([
    ['an empty file', '', 'there is no patient in this file'],
    ['a header alone', HEADER, 'there is no patient in this file'],
    ['a workbook', 'PK\u0003\u0004', 'this is no CSV file'],
    ['letters in another encoding', file(ANN.replace('Ann', 'Zo\uFFFD')), 'CSV UTF-8'],
    ['a quotation mark left open', file(ANN.replace('Ann', '"Ann')), 'never closed'],
    [
      '501 patients',
      file(...Array.from({ length: 501 }, (_, n) => ANN.replace('ann-1', `p-${n}`))),
      'at most 500',
    ],
  ])('refuses %s as a whole', async (_, text, words) => {
    const { status, body } = await send(text)

    expect(status).toBe(422)
    expect(body.detail).toContain(words)
    expect(here.touched.filter((call) => /write|link|claim|put/.test(call))).toEqual([])
  })

  it('names columns it does not know, twice the same, or misses', async () => {
    const { status, body } = await send(
      'Reference,Mobile,Surname,Mobile,Consent date,Injection 1\nx,y,z,y,1/1/2026,2/2/2027',
    )

    expect(status).toBe(422)
    expect(body.errors).toMatchObject([
      {
        path: 'Surname',
        message: expect.stringMatching(/^the column "Surname" is not known and would be lost/),
      },
      { path: 'Mobile', message: 'the column "Mobile" is there twice' },
      { path: 'Consent method', message: 'the column "Consent method" is missing' },
    ])
  })

  it.each([
    ['JSON', { contentType: 'application/json' }, 415],
    ['a reading key', { key: 'read-key' }, 403],
    ['5 MB and a byte', { raw: 'x'.repeat(5 * 1024 * 1024 + 1) }, 413],
  ])('refuses %s', async (_, {
    raw = file(ANN),
    ...options
  }: Options & { readonly raw?: string }, status) => {
    expect((await send(raw, options)).status).toBe(status)
  })

  it('takes what API Gateway passes on in base64', async () => {
    const { body } = await send(file(ANN), { contentType: 'application/vnd.ms-excel', base64: true })

    expect(body.summary).toBe('1 new')
  })

  it('sees and changes nothing of another clinic', async () => {
    await imported(ANN)

    const { body } = await send(file(ANN.replace('0491570006', '0491570156')), { key: 'other-key' })

    expect(body).toMatchObject({ summary: '1 new', missing: [] })
    expect((await show(`GET /v1/patients/${body.rows[0].patientId}`)).status).toBe(404)
  })
})

describe('GET /v1/imports/template', () => {
  it('is a CSV file that an import understands, its example refused by name', async () => {
    const answer = await makeWholeApi(here.services)(apiEvent('GET /v1/imports/template'), CONTEXT)
    const { body } = await send(String(answer.body))

    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' })
    expect(answer.body).toMatch(/^\uFEFFReference,Mobile,.*Injection 3 state\r\nEXAMPLE,/)
    expect(body).toMatchObject({ summary: '1 refused', rows: [{ problems: [{ column: 'Reference' }] }] })
  })
})
