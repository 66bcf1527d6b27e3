import { describe, expect, it } from 'vitest'
import { textId } from '../../lib/patient/identifiers.ts'
import { computePlan } from '../../lib/plan/compute-plan.ts'
import { stepOfText, timeline } from '../../lib/plan/timeline.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { isoOf, zoneId } from '../../lib/time/zone.ts'
import { ANN, sydney } from '../fixtures/ann.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { changeInjection, deliveredUntil, settled, skipped } from './scenes.ts'

const rowsOf = (patient = ANN, sent: Parameters<typeof timeline>[2] = []) => timeline(patient, HARBOUR, sent)
const row = (id: string, rows: ReturnType<typeof rowsOf>) => rows.find((one) => one.id === id)

describe('the timeline', () => {
  it('previews every text of the plan, in order, with its words', () => {
    const rows = rowsOf()

    expect(rows.map(({ id }) => id)).toEqual(computePlan(ANN, HARBOUR).map(({ id }) => id))
    expect(row('R1@1.1.1', rows)).toEqual({
      id: 'R1@1.1.1',
      step: 'R1',
      kind: 'visit reminder',
      injection: 1,
      local: '2026-11-24T10:00',
      zone: 'Australia/Sydney',
      utc: '2026-11-23T23:00:00Z',
      state: 'planned',
      body: 'Harbour Sports Med: your visit is Tue 1 Dec at 10:00am. Reply C to confirm, R to change. Please follow the prep steps you were given. Questions? 02 5550 1234',
    })
  })

  it('shows the words that were sent, not those of today', () => {
    const ann = settled(ANN, 'N1@1.1.1')
    const rows = rowsOf(ann, [{ text: textId('N1@1.1.1'), body: 'as it was sent' }])

    expect(row('N1@1.1.1', rows)).toMatchObject({
      state: 'delivered',
      body: 'as it was sent',
      sentAt: isoOf(sydney('2026-11-26T10:00')),
    })
  })

  it('shows when a text was delivered', () => {
    const went = settled(ANN, 'N1@1.1.1')
    const entry = went.ledger[textId('N1@1.1.1')]
    if (entry === undefined) throw new Error('not in the ledger')
    const finalAt = sydney('2026-11-26T10:02')
    const attempts = entry.attempts.map((attempt) => ({ ...attempt, state: 'delivered' as const, finalAt }))
    const delivered = { ...went, ledger: { ...went.ledger, [textId('N1@1.1.1')]: { ...entry, attempts } } }

    expect(row('N1@1.1.1', rowsOf(delivered))?.deliveredAt).toBe(isoOf(finalAt))
  })

  it('shows when and with which code a text did not arrive', () => {
    const went = settled(ANN, 'N1@1.1.1')
    const entry = went.ledger[textId('N1@1.1.1')]
    if (entry === undefined) throw new Error('not in the ledger')
    const finalAt = sydney('2026-11-26T10:02')
    const attempts = entry.attempts.map((attempt) => ({
      ...attempt,
      ...({ state: 'undelivered', code: 30005 } as const),
      finalAt,
    }))
    const lost = { ...entry, state: 'undelivered' as const, attempts }

    const rows = rowsOf({ ...went, ledger: { ...went.ledger, [textId('N1@1.1.1')]: lost } })

    expect(row('N1@1.1.1', rows)).toMatchObject({
      state: 'undelivered',
      undeliveredAt: isoOf(finalAt),
      code: 30005,
    })
  })

  it('shows what will not go with its reason, known before or written down', () => {
    const short = changeInjection(ANN, 2, { at: localDateTime('2026-12-22T09:00') })
    const rows = rowsOf(skipped(short, 'B1a@1.1.1', 'paused'))

    expect(row('N3@1.1.1', rows)).toMatchObject({ state: 'skipped', reason: 'superseded' })
    expect(row('B1a@1.1.1', rows)).toMatchObject({ state: 'skipped', reason: 'paused' })
  })

  it('keeps the texts of a visit that moved, at their times and with the date they named', () => {
    const moved = changeInjection(deliveredUntil(ANN, sydney('2027-01-07T11:00')), 2, {
      at: localDateTime('2027-01-14T15:00'),
      visit: 2,
      changedAt: sydney('2027-01-07T11:00'),
    })
    const rows = rowsOf(moved)

    expect(row('R1@1.2.1', rows)).toMatchObject({
      state: 'delivered',
      local: '2027-01-05T10:00',
      kind: 'visit reminder',
    })
    expect(row('R1@1.2.1', rows)?.body).toContain('Tue 12 Jan at 10:00am')
    expect(row('V1@1.2.2', rows)?.body).toContain('now Thu 14 Jan at 3:00pm')
    expect(rows.map(({ utc }) => utc)).toEqual(rows.map(({ utc }) => utc).sort())
  })

  it('names the clinic’s city where the patient lives by another clock', () => {
    const perth = { ...ANN, zone: zoneId('Australia/Perth') }

    expect(row('R1@1.1.1', rowsOf(perth))).toMatchObject({
      local: '2026-11-24T10:00',
      zone: 'Australia/Perth',
      utc: '2026-11-24T02:00:00Z',
    })
    expect(row('R1@1.1.1', rowsOf(perth))?.body).toContain('at 10:00am Sydney time')
  })

  it('knows the step of a text, and of none that its protocol lacks', () => {
    expect(stepOfText(ANN, textId('F2@1.3.1'))?.kind).toBe('flare: warning signs (safety)')
    expect(stepOfText(ANN, textId('Q9@1.3.1'))).toBeUndefined()
  })
})
