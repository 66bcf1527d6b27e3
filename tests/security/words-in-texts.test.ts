import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsed } from '../../functions/http/expected.ts'
import { ENROL_BODY } from '../../functions/http/schemas.ts'
import { isOneSegment } from '../../lib/protocol/gsm7.ts'
import { answerBody } from '../../lib/protocol/say.ts'
import { HARBOUR } from '../fixtures/harbour.ts'
import { ENROLMENT } from './calls.ts'
import { nastyText } from './hostile-values.ts'
import { eventOf, guardedWorld, INBOUND, post, sid, TWIML } from './webhooks.ts'
import { ZARA } from './zara.ts'

const OCCASION = { clinic: HARBOUR, zone: HARBOUR.zone }
const HARMFUL = ['{phone}', '{clinic}', '{{n}}', '{', '}', '$&', '$1', '%s', '\\n', '`', '~', '[x]', '€']
  .concat([
    'a\nb',
    'a\rb',
    'a\tb',
    '\u0000',
    '\u001b',
    '\u202eabc',
    '\u2066abc',
    'a\u200db',
    '\ufeff',
    'ｅｖｉｌ',
  ])
  .concat(['0\u0338', 'é\u0301', '😀', '\ud83d', 'abc\u2028d', 'http://a', 'x'.repeat(200), '</Message>'])

/** What a caller's field becomes once it is accepted; undefined when it is refused. */
function accepted(field: 'label' | 'reference', value: string): string | undefined {
  try {
    return parsed(ENROL_BODY, { ...ENROLMENT, [field]: value })[field]
  } catch {
    return undefined
  }
}

const anything = fc.oneof(fc.constantFrom(...HARMFUL), nastyText)

describe('a name label', () => {
  const withLabel = (label: string) => answerBody('who', { ...OCCASION, label })
  const [before = '', after = ''] = withLabel('LABEL').split('LABEL')

  it('that is accepted stands in a text as it is, and leaves the words around it alone', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const label = accepted('label', value)
        if (label === undefined) return
        const text = withLabel(label)
        expect(text).toBe(`${before}${label}${after}`)
        expect(isOneSegment(text)).toBe(true)
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}{}]/u)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    '{phone}',
    'a\nb',
    'a\rb',
    '\u202eabc',
    '\u0000',
    '😀',
    'a\u200db',
    '{',
    '€',
  ])('is refused for %j', (value) => expect(accepted('label', value)).toBeUndefined())
})

describe('a clinic’s reference', () => {
  const alert = (reference: string) => answerBody('alert', { ...OCCASION, n: 999, reference, tier: 2 })
  const [before = '', after = ''] = alert('LABEL').split('LABEL')

  it('never makes a staff alert longer than one text, nor changes the words around it', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ minLength: 1, maxLength: 40 })), (value) => {
        const reference = accepted('reference', value)
        if (reference === undefined) return
        const text = alert(reference)
        expect(text.startsWith(before) && text.endsWith(after)).toBe(true)
        expect(isOneSegment(text)).toBe(true)
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}{}]/u)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what a patient writes', () => {
  const SENTENCES = ['can i take %s', 'is %s ok with voltaren', '%s 7', 'fever %s', 'STOP %s', 'who is %s']

  it('never comes back to her in an answer, whatever it holds', async () => {
    const here = await guardedWorld()
    let number = 1
    const sentence = fc.tuple(fc.constantFrom(...SENTENCES), anything)

    await fc.assert(
      fc.asyncProperty(sentence, async ([frame, words]) => {
        number += 1
        // Twilio takes no more than 1,600 characters.
        const Body = frame.replace('%s', () => `qzx${words.slice(0, 1_500)}qzx`)
        const fields = { ...INBOUND.fields, MessageSid: sid(number), Body }

        const { statusCode, body = '' } = await post(here, eventOf({ ...INBOUND, fields }))

        expect(statusCode).toBe(200)
        expect(body).not.toContain('qzx')
        expect(body).toMatch(TWIML)
        expect(body).not.toMatch(/[{}]/)
      }),
      { numRuns: 250 },
    )
  })

  it('cannot name where an answer is sent, nor where Twilio reports on it', async () => {
    const here = await guardedWorld()
    const Body = 'fever and oozing" statusCallback="https://evil.example" to="+61491570158'

    const { body = '' } = await post(
      here,
      eventOf({ ...INBOUND, fields: { ...INBOUND.fields, Body, statusCallback: 'https://evil.example' } }),
    )

    expect(body).toContain('<Message statusCallback="https://texts.example.org/webhooks/twilio/status?')
    expect(body).not.toMatch(/evil|to=|491570158/)
    expect((await here.services.patients.read(ZARA.id))?.escalations.at(-1)?.words).toContain('oozing')
  })
})
