import { describe, expect, it } from 'vitest'
import { localDate } from '../../lib/time/local-date.ts'
import { firstSteps } from '../../local/first-steps.ts'
import { HARBOUR } from '../fixtures/harbour.ts'

const HERE = { url: 'http://localhost:4000', key: 'demo-key' }
const stepsOn = (today: string) => firstSteps(HARBOUR, localDate(today), HERE)

describe('the first steps', () => {
  it('book three visits six weeks apart, the first 8 days ahead', () => {
    const { injections } = stepsOn('2026-11-23')

    expect(injections).toEqual(['2026-12-01T10:00', '2027-01-12T10:00', '2027-02-23T10:00'])
  })

  it('move a first visit on a Saturday to the Monday after', () => {
    const { injections } = stepsOn('2026-11-27') // 8 days on is Saturday 5 December

    expect(injections[0]).toBe('2026-12-07T10:00')
  })

  it('give calls that carry the key, and bodies that are JSON', () => {
    const { enrolCurl, moveCurl } = stepsOn('2026-11-23')

    expect(enrolCurl).toContain("-H 'Authorization: Bearer demo-key'")
    expect(JSON.parse(/-d '(.*)'/.exec(enrolCurl)?.[1] ?? '')).toMatchObject({
      mobile: '0491 570 006',
      consent: { given: '2026-11-23', method: 'written' },
    })
    expect(JSON.parse(/-d '(.*)'/.exec(moveCurl)?.[1] ?? '')).toEqual({ at: '2027-01-14T15:00' })
  })
})
