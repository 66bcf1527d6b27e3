import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../lib/protocol/catalogue.ts'
import { isOneSegment, septets } from '../../lib/protocol/gsm7.ts'
import { fill, SLOTS } from '../../lib/protocol/slots.ts'
import { WORDING } from '../../lib/protocol/wording.ts'

const LONGEST = Object.fromEntries(
  Object.entries(SLOTS).map(([slot, longest]) => [slot, 'W'.repeat(longest)]),
)
const NAMED = CATALOGUE.map((template) => [template.key, template] as const)

/** Diagnosis, procedure and what would give either away to whoever glances at the phone. */
const FORBIDDEN =
  /prolotherap|inject|sacro|\bSIJ\b|\bSI\b|dextrose|glucose|needle|pelvi|ligament|\bjoint|\bspin(e|al)|\bback pain|arthrit|steroid|cortiso|diagnos|procedure|\{(name|givenName)\}/i

describe('every text and answer', () => {
  it.each(NAMED)('%s is one segment with the longest values', (_, template) => {
    const body = fill(template, LONGEST)

    expect(isOneSegment(body)).toBe(true)
  })

  it.each(NAMED)('%s counts as Twilio counts', (_, template) => {
    const body = fill(template, LONGEST)

    const twilio = new SegmentedMessage(body)

    expect(twilio.encodingName).toBe('GSM-7')
    expect(twilio.segmentsCount).toBe(1)
    expect(septets(body)).toBe(twilio.numberOfCharacters)
  })

  it.each(NAMED)('%s names the clinic first', (_, template) => {
    expect(fill(template, { ...LONGEST, clinic: 'Harbour' })).toMatch(/^Harbour(:| alert)/)
  })

  it.each(NAMED)('%s tells no diagnosis, procedure or patient name', (_, template) => {
    expect(template.text).not.toMatch(FORBIDDEN)
  })

  it('would be caught if it did', () => {
    expect('{clinic}: your SIJ injection is tomorrow').toMatch(FORBIDDEN)
    expect('{clinic}: hello {givenName}').toMatch(FORBIDDEN)
  })

  it('stays word for word what was agreed', async () => {
    const lines = CATALOGUE.map(({ key, text }) => `${key}\n  ${text}\n`).join('')

    await expect(lines).toMatchFileSnapshot('wording.snapshot.txt')
  })

  it('only the four texts that name a visit’s time, and confirm, have words for another city', () => {
    const city = CATALOGUE.filter(({ text }) => text.includes('{city}')).map(({ key }) => key)
    const timed = CATALOGUE.filter(({ text }) => text.includes('{time}')).map(({ key }) => key)

    expect(city).toEqual(['R1 (city)', 'R2 (city)', 'V1 (city)', 'V2 (city)', 'confirm (city)'])
    expect(timed.filter((key) => !city.includes(key))).toEqual(['R1', 'R2', 'V1', 'V2', 'confirm'])
  })

  it('covers every step of the calendar', () => {
    const steps =
      'W0 R1 R2 V1 V2 V3 N1 N2 N3 N4 F1 F2 F3 P0 P1a P1b P2 P3 B1a B1b B1c B1d X1 X2a X2b X2c X2d Z1 E1 E2'

    expect(Object.keys(WORDING)).toEqual(steps.split(' '))
  })
})
