import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedTemplates, fill } from '../../lib/protocol/slots.ts'

describe('filling a template', () => {
  it('puts each value where its slot stands, every time it stands there', () => {
    const template = { key: 'alert', text: '{clinic} alert {n}: reply OK {n}' }

    expect(fill(template, { clinic: 'Harbour', n: 4 })).toBe('Harbour alert 4: reply OK 4')
  })

  it('says a pain score of 0', () => {
    expect(fill({ key: 'pain.low', text: '{clinic}: {x}' }, { clinic: 'Harbour', x: 0 })).toBe('Harbour: 0')
  })

  it('names template and slot when a value is missing', () => {
    const template = { key: 'R1', text: '{clinic}: your visit is {date}' }

    // The whole message: values may be a patient's and stay out of it.
    expect(() => fill(template, { clinic: 'Harbour' })).toThrow(/^template R1: no value for slot \{date\}$/)
    expect(() => fill(template, { clinic: 'Harbour', date: undefined })).toThrow('slot {date}')
  })

  it.each(['dat', '', 'constructor', 'name'])('refuses the unknown slot {%s}', (slot) => {
    const template = { key: 'R1', text: `{clinic}: {${slot}}` }

    expect(() => fill(template, { clinic: 'Harbour' })).toThrow(
      `template R1: unknown slot {${slot}}, expected one of clinic, phone`,
    )
  })

  it('leaves braces and dollar signs of a value as they are', () => {
    const template = { key: 'nsaid', text: '{clinic}: {drug}, call {phone}' }

    const body = fill(template, { clinic: '{phone}', drug: '{clinic}$&$1', phone: '000' })

    expect(body).toBe('{phone}: {clinic}$&$1, call 000')
  })

  it('never expands a value, whatever it holds', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('{phone}', '{clinic}', '{', '}', '{drug}'))

    fc.assert(
      fc.property(text, text, text, (clinic, drug, phone) => {
        const body = fill({ key: 'nsaid', text: '{clinic}|{drug}|{phone}' }, { clinic, drug, phone })
        expect(body).toBe(`${clinic}|${drug}|${phone}`)
      }),
    )
  })
})

describe('checking a catalogue', () => {
  const GOOD = { key: 'R1', text: '{clinic}: call {phone}' }

  it('hands back a good one', () => {
    expect(checkedTemplates([GOOD])).toEqual([GOOD])
  })

  it.each([
    ['an unknown slot', [{ key: 'F1', text: '{clinic}: {nane}' }], 'template F1: unknown slot {nane}'],
    [
      'a text without the clinic first',
      [{ key: 'F1', text: 'call {clinic}' }],
      'F1: must start with {clinic}',
    ],
    ['a brace without its pair', [{ key: 'F1', text: '{clinic}: {phone' }], 'F1: a brace without its pair'],
    ['a key used twice', [GOOD, GOOD], 'template R1: its key is used twice'],
  ])('trips on %s', (_, templates, message) => {
    expect(() => checkedTemplates(templates)).toThrow(message)
  })

  it('names every fault at once', () => {
    const templates = [
      { key: 'F1', text: '{clinic}: {nane}' },
      { key: 'F2', text: 'no clinic' },
    ]

    expect(() => checkedTemplates(templates)).toThrow(/F1.*; template F2/)
  })
})
