import { expect, it } from 'vitest'
import { secretsReadiness } from '../../../lib/adapters/ssm/readiness.ts'
import { MissingSecretsError } from '../../../lib/adapters/ssm/secrets.ts'
import { instant, MINUTE } from '../../../lib/time/instant.ts'

const VALUES = { twilioAccountSid: 'AC', twilioAuthToken: 't', phoneHashKey: 'k' }

function readiness(answers: readonly (Error | undefined)[]) {
  let time = 0
  let asked = 0
  const current = async () => {
    const error = answers[Math.min(asked, answers.length - 1)]
    asked += 1
    if (error !== undefined) throw error
    return VALUES
  }
  const ready = secretsReadiness({ current }, { now: () => instant(time) })
  return {
    ready,
    pass: (ms: number) => {
      time += ms
    },
    asked: () => asked,
  }
}

it('has nothing missing when the secrets are there, and asks no more', async () => {
  const { ready, pass, asked } = readiness([undefined])

  await ready.missing()
  pass(60 * MINUTE)

  expect(await ready.missing()).toEqual([])
  expect(asked()).toBe(1)
})

it('names what is missing and how to set it, and looks again after a minute at the earliest', async () => {
  const { ready, pass, asked } = readiness([
    new MissingSecretsError(['/sij-texts/prod/phone-hash-key']),
    undefined,
  ])

  const first = await ready.missing()
  pass(MINUTE - 1)
  const second = await ready.missing()
  pass(1)
  const third = await ready.missing()

  expect(first).toEqual(['secret /sij-texts/prod/phone-hash-key: set it with npm run setup'])
  expect([second, third]).toEqual([first, []])
  expect(asked()).toBe(2)
})

it('says no more than that when the secrets cannot be read', async () => {
  const { ready } = readiness([new Error('AccessDenied: user arn:aws:sts::123456789012:assumed-role/x')])

  expect(await ready.missing()).toEqual(['secrets: they cannot be read; look at the log'])
})
