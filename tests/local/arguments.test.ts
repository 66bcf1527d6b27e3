import { describe, expect, it } from 'vitest'
import { startArguments } from '../../local/arguments.ts'

describe('the arguments of npm start', () => {
  it('are port 4000 and memory by default', () => {
    expect(startArguments([], undefined)).toEqual({ port: 4000 })
  })

  it('name a folder and another port', () => {
    expect(startArguments(['--data', 'demo'], '4001')).toEqual({ port: 4001, data: 'demo' })
  })

  it.each([
    [['--date', 'demo'], undefined, "Unknown option '--date'"],
    [['demo'], undefined, "Unexpected argument 'demo'"],
    [['--data'], undefined, "'--data <value>' argument missing"],
    [['--data', ''], undefined, '--data: expected the name of a folder'],
    [[], 'http', 'PORT "http": expected a whole number from 0 to 65535'],
    [[], '65536', 'PORT "65536": expected a whole number from 0 to 65535'],
    [[], '4000.5', 'PORT "4000.5": expected'],
  ])('%j with PORT %j are refused in words', (flags, port, words) => {
    expect(() => startArguments(flags, port)).toThrow(words)
  })
})
