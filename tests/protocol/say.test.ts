import { describe, expect, it } from 'vitest'
import { answerBody, textBody } from '../../lib/protocol/say.ts'
import { localDateTime } from '../../lib/time/local-date.ts'
import { zoneId } from '../../lib/time/zone.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

const VISIT = localDateTime('2026-12-01T10:00')
const AT_HOME = { clinic: HARBOUR, zone: HARBOUR.zone, visitAt: VISIT }
const IN_PERTH = { ...AT_HOME, zone: zoneId('Australia/Perth') }

describe('the body of a planned text', () => {
  it('is the first reminder of the stories, word for word', () => {
    expect(textBody('R1', AT_HOME)).toBe(
      'Harbour Sports Med: your visit is Tue 1 Dec at 10:00am. Reply C to confirm, R to change. Please follow the prep steps you were given. Questions? 02 5550 1234',
    )
  })

  it.each([
    [
      'R1',
      'Harbour Sports Med: your visit is Tue 1 Dec at 10:00am Sydney time. Reply C to confirm, R to change. Questions? 02 5550 1234',
    ],
    [
      'R2',
      'Harbour Sports Med: see you Tue 1 Dec at 10:00am Sydney time. Reply C to confirm, R to change. Sick, new medicine, pregnant? Call 02 5550 1234 first.',
    ],
    [
      'V1',
      'Harbour Sports Med: your visit is now Tue 1 Dec at 10:00am Sydney time. Reply C to confirm or R to change it. Questions? 02 5550 1234',
    ],
    [
      'V2',
      'Harbour Sports Med: your visit on Tue 1 Dec at 10:00am Sydney time is cancelled, so please do not come in. To rebook or ask why, call 02 5550 1234.',
    ],
  ] as const)('names the city in %s for a patient in another zone', (step, body) => {
    expect(textBody(step, IN_PERTH)).toBe(body)
  })

  it('is the same in every zone where it names no time of a visit', () => {
    expect(textBody('V3', IN_PERTH)).toBe(textBody('V3', AT_HOME))
    expect(textBody('F1', IN_PERTH)).toBe(textBody('F1', AT_HOME))
  })

  it('speaks of the visit in the clinic’s wall clock, not the patient’s', () => {
    expect(textBody('R1', IN_PERTH)).toContain('10:00am Sydney time')
  })

  it('gives a safety text all its numbers', () => {
    expect(textBody('F2', { clinic: HARBOUR, zone: HARBOUR.zone })).toBe(
      'Harbour Sports Med: fever, or hot, red or oozing skin? Call 02 5550 1234 or 1800 022 222 today. Weak leg, numb groin, bladder or breathing trouble? Call 000.',
    )
  })

  it('fails by name when a reminder has no visit', () => {
    const occasion = { clinic: HARBOUR, zone: HARBOUR.zone }

    expect(() => textBody('R1', occasion)).toThrow('template R1: no value for slot {date}')
    expect(() => textBody('R1', { ...occasion, zone: IN_PERTH.zone })).toThrow('template R1 (city)')
  })
})

describe('the body of an answer', () => {
  it('confirms date and time', () => {
    expect(answerBody('confirm', AT_HOME)).toBe(
      'Harbour Sports Med: thanks, you are confirmed for Tue 1 Dec at 10:00am. To change it reply R or call 02 5550 1234.',
    )
  })

  it('confirms with the city for a patient in another zone', () => {
    expect(answerBody('confirm', IN_PERTH)).toContain('for Tue 1 Dec at 10:00am Sydney time. To change')
  })

  it('says a score, a medicine, a label and an alert', () => {
    const { visitAt: _, ...occasion } = AT_HOME

    expect(answerBody('pain.low', { ...occasion, x: 0 })).toContain('noted 0 out of 10')
    expect(answerBody('nsaid.topical', { ...occasion, drug: 'Voltaren Gel' })).toContain(
      'Voltaren Gel counts',
    )
    expect(answerBody('who', { ...occasion, label: 'JO' })).toContain('for example: JO 7.')
    expect(answerBody('alert', { ...occasion, n: 4, reference: 'A-17', tier: 2 })).toBe(
      'Harbour Sports Med alert 4: patient A-17 may need a person now (tier 2). Open the console for her words, call her, then reply OK 4.',
    )
  })

  it('gives the crisis and poisons lines', () => {
    expect(answerBody('crisis', AT_HOME)).toContain('Call 000, or 13 11 14 to talk')
    expect(answerBody('poison', AT_HOME)).toContain('Call 000 or the poisons line 13 11 26 now.')
  })

  it('fails by name when a detail is missing', () => {
    expect(() => answerBody('nsaid', AT_HOME)).toThrow('template nsaid: no value for slot {drug}')
  })
})
