import { expect, it } from 'vitest'
import { FLAG } from '../../../local/commands/common-flags.ts'
import { type Flag, needed, readFlags } from '../../../local/commands/flags.ts'
import { HelpAsked } from '../../../local/help-asked.ts'

const FLAGS = {
  stage: FLAG.stage,
  url: FLAG.url,
  token: { fits: (value) => /^[0-9a-f]{4}$/.test(value), expected: '4 of 0-9 a-f', secret: true },
} as const satisfies Readonly<Record<string, Flag>>

const read = (...args: readonly string[]) => readFlags(args, FLAGS, 'usage: try')

it('gives what was given, and undefined for the rest', () => {
  const given = read('list', '--stage', 'prod', '--url=https://texts.example.org')

  expect(given.words).toEqual(['list'])
  expect([given.get('stage'), given.get('url'), given.get('token')]).toEqual([
    'prod',
    'https://texts.example.org',
    undefined,
  ])
})

it.each([
  [['--stage', 'prod-2'], '--stage "prod-2": expected 1 to 16 letters or digits'],
  [['--stage', ''], '--stage "": expected 1 to 16 letters or digits'],
  [['--url', 'https://texts.example.org/'], '--url "https://texts.example.org/": expected the output "Url"'],
  [['--colour', 'red'], "Unknown option '--colour'"],
  [['--stage', 'a-b', '--url', 'x'], '--url "x"'],
])('refuses %j naming the flag, the value and what is allowed', (args, words) => {
  expect(() => read(...args)).toThrow(words)
  expect(() => read(...args)).toThrow('usage: try')
})

it('answers --help with how it is used, whatever else was typed', () => {
  expect(() => read('--stage', 'a-b', '--help')).toThrow(new HelpAsked('usage: try'))
})

it('does not repeat a secret that does not fit', () => {
  expect(() => read('--token', 'my-secret')).toThrow('--token: expected 4 of 0-9 a-f')
  expect(() => read('--token', 'my-secret')).not.toThrow('my-secret')
})

it('names a flag that the command cannot do without', () => {
  expect(() => needed('stage', undefined, FLAGS.stage, 'usage: try')).toThrow(
    '--stage is missing: expected 1 to 16 letters or digits',
  )
})
