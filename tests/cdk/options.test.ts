import { expect, it } from 'vitest'
import { readOptions } from '../../cdk/options.ts'

const options = (given: Readonly<Record<string, unknown>>) => readOptions((name) => given[name])

it('deploys without a single choice', () => {
  expect(options({})).toEqual({
    stage: 'prod',
    alarms: 'rules',
    textsConcurrency: 10,
    ruleLimit: 300,
    data: 'keep',
  })
})

it('takes every choice', () => {
  const given = {
    stage: 'Test7',
    alarms: 'scheduler',
    operatorEmail: 'ops@example.org',
    publicUrl: 'https://texts.example.org/sij',
    twilioBaseUrl: 'https://api.sydney.au1.twilio.com',
    textsConcurrency: '0',
    ruleLimit: '2000',
    data: 'delete',
  }

  expect(options(given)).toEqual({ ...given, textsConcurrency: 0, ruleLimit: 2000 })
})

it.each([
  ['stage', 'with-hyphen'],
  ['stage', 'seventeenletters1'],
  ['alarms', 'cron'],
  ['operatorEmail', 'nobody'],
  ['publicUrl', 'https://texts.example.org/'],
  ['publicUrl', 'http://texts.example.org'],
  ['publicUrl', 'https://texts.example.org?x=1'],
  ['twilioBaseUrl', 'api.twilio.com'],
  ['textsConcurrency', '-1'],
  ['textsConcurrency', 'many'],
  ['ruleLimit', '0'],
  ['data', 'yes'],
])('refuses %s "%s" and says what is allowed', (name, value) => {
  expect(() => options({ [name]: value })).toThrow(`-c ${name}="${value}": expected`)
})

it('names all that is wrong at once', () => {
  expect(() => options({ stage: '', alarms: 'cron', data: 'lose' })).toThrow(/alarms.*; .*data/)
})

it('lets stand-ins on this machine be called without TLS', () => {
  expect(options({ publicUrl: 'http://127.0.0.1:4000' }).publicUrl).toBe('http://127.0.0.1:4000')
})
