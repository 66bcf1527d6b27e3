import { afterEach, describe, expect, it } from 'vitest'
import { type Answered, endJourneys, type Journey, journeyFrom } from './journey.ts'

afterEach(endJourneys)

const HEADER = 'Reference,Mobile,Given name,Label,Consent date,Consent method,Injection 1,Injection 2'
const ann = 'ann-001,491570006,Ann,,23/11/2026,written,1/12/2026 10:00,12/01/2027 10:00'
const landline = 'len-001,02 5550 1234,Len,,23/11/2026,written,1/12/2026 11:00,'
const jo = (label = '') => `jo-001,0491 570 156,Jo,${label},23/11/2026,verbal,2/12/2026 9:00am,`
const mia = (label = '') => `mia-001,0491 570 156,Mia,${label},23/11/2026,verbal,2/12/2026 9:30am,`

async function imports({ cloud }: Journey, rows: readonly string[], query = ''): Promise<Answered['body']> {
  const response = await fetch(`${cloud.url}/v1/imports${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${cloud.key}`, 'content-type': 'text/csv' },
    body: `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`,
  })
  return response.json()
}

const textsOn = ({ cloud }: Journey, mobile: string) => cloud.twilio.phone(mobile).map(({ body }) => body)

describe('a file of patients with mistakes in it', () => {
  it('is answered row by row, mended, and imported once', async () => {
    const here = await journeyFrom('2026-11-23T14:00')

    const first = await imports(here, [ann, landline, jo(), mia()])
    await here.until('2026-11-23T14:02')
    const mended = await imports(here, [ann, landline, jo('Jo'), mia('Mia')])
    const again = await imports(here, [ann, landline, jo('Jo'), mia('Mia')])
    await here.until('2026-11-23T14:05')

    expect(first).toMatchObject({
      summary: '1 new, 3 refused',
      rows: [
        { row: 2, reference: 'ann-001', outcome: 'new' },
        {
          row: 3,
          outcome: 'refused',
          problems: [
            { column: 'Mobile', message: 'is a landline, which cannot get texts: give a mobile number' },
          ],
        },
        {
          row: 4,
          outcome: 'refused',
          problems: [{ column: 'Label', message: expect.stringContaining('shared with row 5') }],
        },
        {
          row: 5,
          outcome: 'refused',
          problems: [{ column: 'Label', message: expect.stringContaining('shared with row 4') }],
        },
      ],
    })
    expect(mended.summary).toBe('2 new, 1 refused')
    expect(again).toMatchObject({ summary: '1 refused', counts: { unchanged: 3 } })
    expect(textsOn(here, '+61491570006')).toHaveLength(1)
    expect(textsOn(here, '+61491570156')).toHaveLength(2)
  })

  it('imported anew says what it would change, and changes it on the second click', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    await imports(here, [ann, jo()])
    await here.until('2026-11-25T11:00')
    const next = [ann.replace('1/12/2026 10:00', '3/12/2026 15:00'), mia().replace('156', '159')]

    const preview = await imports(here, next, '?dryRun=true')
    await here.until('2026-11-25T11:20')
    const before = textsOn(here, '+61491570006')
    const applied = await imports(here, next, '?actor=Kim')
    await here.until('2026-11-25T11:40')

    expect(preview.summary).toBe('1 new, 1 moved, 1 missing')
    expect(applied).toMatchObject({ summary: preview.summary, missing: [{ reference: 'jo-001' }] })
    expect(before.at(-1)).not.toContain('is now')
    expect(textsOn(here, '+61491570006').at(-1)).toContain('your visit is now Thu 3 Dec at 3:00pm')
    const { items } = (await here.call('GET', `/v1/patients/${applied.rows[0].patientId}/history`)).body
    expect(items[0]).toMatchObject({
      actor: 'Kim',
      what: 'import: injection 1: Thu 3 Dec 2026 3:00pm, was Tue 1 Dec 2026 10:00am',
    })
  })
})
