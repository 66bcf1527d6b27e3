import { afterEach, describe, expect, it } from 'vitest'
import { endJourneys, journeyFrom } from './journey.ts'

afterEach(endJourneys)

const V1 = (local: string, when: string) =>
  `${local} Harbour Sports Med: your visit is now ${when}. Please ignore earlier times. Reply C to confirm or R to change it. Questions? 02 5550 1234`

describe('a visit moved there, back, and on the day', () => {
  it('is told each time, and everything around it follows', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2027-01-07T11:00')
    expect(ann.got('2027-01-05')).toEqual(['2027-01-05T10:00 R1@1.2.1'])

    await ann.injection(2, { at: '2027-01-14T15:00' })
    await here.until('2027-01-08T09:00')
    await ann.injection(2, { at: '2027-01-12T10:00' })
    await here.until('2027-01-12T09:10')
    const moved = await ann.injection(2, { at: '2027-01-19T10:00' })
    await here.until('2027-01-19T23:00')

    expect(ann.texts('2027-01-07').filter((text) => text.includes('your visit'))).toEqual([
      V1('2027-01-07T11:15', 'Thu 14 Jan at 3:00pm'),
      V1('2027-01-08T09:15', 'Tue 12 Jan at 10:00am'),
      V1('2027-01-12T09:25', 'Tue 19 Jan at 10:00am'),
    ])
    expect(ann.got('2027-01-07')).toEqual([
      '2027-01-07T11:15 V1@1.2.2',
      '2027-01-08T09:15 V1@1.2.3',
      '2027-01-10T10:00 R2@1.2.3',
      '2027-01-12T09:25 V1@1.2.4',
      '2027-01-17T10:00 R2@1.2.4',
      '2027-01-19T18:00 F1@1.2.4',
    ])
    expect(ann.texts('2027-01-17')[0]).toBe(
      '2027-01-17T10:00 Harbour Sports Med: see you Tue 19 Jan at 10:00am. Reply C to confirm, R to change. Sick, feverish, new medicine or maybe pregnant? Call 02 5550 1234 first.',
    )
    expect(moved.body.warnings).toEqual([
      'injection 3 is 35 days after injection 2: the protocol wants 42. It was not moved.',
    ])
    expect(moved.body.patient.courses[0].injections[2]).toMatchObject({ at: '2027-02-23T10:00', visit: 1 })
    expect(await ann.tasks()).toEqual(['short-gap'])
    expect(await ann.became('R1@1.2.1', 'R2@1.2.3', 'R1@1.2.4', 'F1@1.2.1', 'F1@1.2.3')).toEqual([
      'delivered',
      'delivered',
      'skipped: already-told',
      'skipped: superseded',
      'skipped: superseded',
    ])
  })

  it('is told once, with the last time, when it moves twice within 15 minutes', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-11-25T11:00')

    await ann.injection(1, { at: '2026-12-03T15:00' })
    await here.until('2026-11-25T11:10')
    await ann.injection(1, { at: '2026-12-04T16:30' })
    await here.until('2026-11-26T09:00')

    expect(ann.texts('2026-11-25')).toEqual([V1('2026-11-25T11:25', 'Fri 4 Dec at 4:30pm')])
    expect(await ann.became('V1@1.1.2', 'V1@1.1.3')).toEqual(['skipped: superseded', 'delivered'])
  })

  it('is not told when it moves there and back within 15 minutes: her last word still holds', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-11-25T11:00')

    await ann.injection(1, { at: '2026-12-03T15:00' })
    await here.until('2026-11-25T11:10')
    await ann.injection(1, { at: '2026-12-01T10:00' })
    await here.until('2026-11-25T20:00')

    expect(ann.got('2026-11-25')).toEqual([])
    expect(await ann.became('V1@1.1.3', 'R1@1.1.3')).toEqual([
      'skipped: already-told',
      'skipped: already-told',
    ])
  })

  it('waits for the morning when the clinic moves it at night', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2026-11-25T21:40')

    await ann.injection(1, { at: '2026-12-02T10:00' })
    await here.until('2026-11-26T09:00')

    expect(ann.texts('2026-11-25')).toEqual([V1('2026-11-26T08:00', 'Wed 2 Dec at 10:00am')])
  })
})

describe('a visit missed and told late', () => {
  it('loses the texts not sent yet, is told, and starts anew when booked again', async () => {
    const here = await journeyFrom('2026-11-23T14:00')
    const ann = await here.enrol()
    await here.until('2027-01-13T09:05')
    expect(ann.got('2027-01-12')).toEqual(['2027-01-12T18:00 F1@1.2.1'])

    await ann.injection(2, { state: 'missed' })
    await here.until('2027-01-14T12:00')
    expect(await ann.became('N2@1.2.1', 'F2@1.2.1', 'V3@1.2.1')).toEqual([
      'skipped: missed',
      'skipped: missed',
      'delivered',
    ])
    await ann.injection(2, { at: '2027-01-27T11:00' })
    await here.until('2027-01-29T23:00')

    expect(ann.got('2027-01-13')).toEqual([
      '2027-01-13T09:20 V3@1.2.1',
      '2027-01-14T12:15 V1@1.2.2',
      '2027-01-20T10:00 R1@1.2.2',
      '2027-01-25T10:00 R2@1.2.2',
      '2027-01-27T18:00 F1@1.2.2',
      '2027-01-28T10:00 N2@1.2.2',
      '2027-01-29T10:00 F2@1.2.2',
    ])
    expect(ann.texts('2027-01-13').slice(0, 2)).toEqual([
      '2027-01-13T09:20 Harbour Sports Med: sorry we missed you on Tue 12 Jan. To book a new time reply R and we will call you, or call 02 5550 1234.',
      V1('2027-01-14T12:15', 'Wed 27 Jan at 11:00am'),
    ])
    expect(await ann.became('F1@1.2.1', 'F1@1.2.2', 'N2@1.2.2', 'F2@1.2.2')).toEqual([
      'delivered',
      'delivered',
      'delivered',
      'delivered',
    ])
  })
})
