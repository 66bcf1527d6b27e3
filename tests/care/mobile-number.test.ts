import examples from 'libphonenumber-js/examples.mobile.json'
import { describe, expect, it } from 'vitest'
import { readMobile } from '../../lib/care/mobile-number.ts'

describe('a mobile number', () => {
  it.each(Object.entries(examples))('as %s writes it is read in E.164', (country, national) => {
    expect(readMobile(national, country)).toMatchObject({
      kind: 'mobile',
      number: expect.stringMatching(/^\+\d+$/),
    })
  })

  it('of another country is read with its + and in spite of the clinic’s country', () => {
    expect(readMobile('+64 21 123 4567', 'AU')).toEqual({ kind: 'mobile', number: '+64211234567' })
  })

  it('needs its + where nobody knows the clinic’s country', () => {
    expect(readMobile('+61 491 570 006', 'ZZ').kind).toBe('mobile')
    expect(readMobile('0491 570 006', 'ZZ').kind).toBe('refused')
    expect(readMobile('0491 570 006', 'constructor').kind).toBe('refused')
  })
})

describe('a landline is refused in words that say so', () => {
  it.each([
    ['AU', '02 9374 4000'],
    ['NZ', '09 300 7500'],
    ['GB', '020 7946 0018'],
  ])('of %s', (country, national) => {
    expect(readMobile(national, country)).toEqual({
      kind: 'refused',
      message: 'is a landline, which cannot get texts: give a mobile number',
    })
  })
})

it('a number for free calls is refused as no mobile', () => {
  expect(readMobile('1800 801 920', 'AU')).toEqual({
    kind: 'refused',
    message: 'is not a mobile number: a number that can get texts is needed',
  })
})
