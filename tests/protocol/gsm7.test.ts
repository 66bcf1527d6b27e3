import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { isOneSegment, plainText, septets } from '../../lib/protocol/gsm7.ts'

const oracle = (text: string) => {
  const message = new SegmentedMessage(text)
  return {
    septets: message.encodingName === 'GSM-7' ? message.numberOfCharacters : undefined,
    oneSegment: message.encodingName === 'GSM-7' && message.segmentsCount === 1,
  }
}
const ours = (text: string) => ({ septets: septets(text), oneSegment: isOneSegment(text) })

const GSM = [...'@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà\n']
const EXTENSION = [...'^{}\\[~]|€\f']
const FOREIGN = ['’', '“', '–', '…', '\u00a0', 'ë', 'ç', 'ā', 'ō', '`', '😀', '👩‍⚕️', 'e\u0301', '\t']

/** Lengths gather around the 160 that matters, where a random string seldom falls. */
const strings = (alphabet: readonly string[]) =>
  fc.oneof(
    fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map((characters) => characters.join('')),
    fc
      .array(fc.constantFrom(...alphabet), { minLength: 75, maxLength: 170 })
      .map((characters) => characters.join('')),
  )

describe('septets', () => {
  it.each([
    ['plain letters count one', 'Reply C', 7],
    ['nothing counts nothing', '', 0],
    ['extension characters count two', '^{}[]~\\|€', 18],
    ['accents of the alphabet count one', 'éèàñö', 5],
    ['a curly apostrophe is not in the alphabet', 'can’t', undefined],
    ['a lower-case c with cedilla is not, a capital one is', 'ç', undefined],
    ['a macron is not in the alphabet', 'Māori', undefined],
    ['an emoji is not in the alphabet', 'ok 😀', undefined],
  ])('%s', (_, text, expected) => {
    expect(septets(text)).toBe(expected)
  })

  it('holds 160 letters or 80 euro signs in one segment, and no more', () => {
    expect(isOneSegment('a'.repeat(160))).toBe(true)
    expect(isOneSegment('a'.repeat(161))).toBe(false)
    expect(isOneSegment('€'.repeat(80))).toBe(true)
    expect(isOneSegment(`a${'€'.repeat(80)}`)).toBe(false)
  })

  it('agrees with the calculator of Twilio on any mixture of characters', () => {
    // The mixture holds no CR LF: the calculator takes the pair for one character outside GSM-7.
    const text = fc.oneof(
      strings(GSM),
      strings([...GSM, ...EXTENSION]),
      strings([...GSM, ...EXTENSION, ...FOREIGN]),
      fc.string({ unit: 'binary', maxLength: 5 }).map((s) => s.replaceAll('\r\n', '')),
    )

    fc.assert(
      fc.property(text, (sample) => {
        expect(ours(sample)).toEqual(oracle(sample))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with the calculator of Twilio on every character up to U+20FF', () => {
    const characters = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code))

    const different = characters.filter((character) => septets(character) !== oracle(character).septets)

    expect(different).toEqual([])
  })
})

describe('plain text', () => {
  it.each([
    ['curly quotes', '‘Ann’s’ “clinic”', "'Ann's' \"clinic\""],
    ['dashes', 'Mon–Fri — always', 'Mon-Fri - always'],
    ['an ellipsis', 'wait…', 'wait...'],
    ['a no-break space', 'Harbour\u00a0Med', 'Harbour Med'],
    ['what paste leaves unseen', 'Har\u200bbour\ufeff', 'Harbour'],
    ['an accent typed apart from its letter', 'Cafe\u0301', 'Café'],
  ])('turns %s into GSM-7', (_, typed, plain) => {
    expect(plainText(typed)).toBe(plain)
    expect(septets(plainText(typed))).toBeTypeOf('number')
  })

  it('keeps the letters of a name even where GSM-7 has none', () => {
    expect(plainText('Chloë Māhina')).toBe('Chloë Māhina')
    expect(septets(plainText('Chloë'))).toBeUndefined()
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(strings([...GSM, ...EXTENSION, ...FOREIGN]), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text))
      }),
    )
  })
})
