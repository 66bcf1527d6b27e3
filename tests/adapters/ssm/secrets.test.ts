import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ssmParameters } from '../../../lib/adapters/ssm/parameters.ts'
import { ssmSecrets } from '../../../lib/adapters/ssm/secrets.ts'
import { instant, MINUTE, SECOND } from '../../../lib/time/instant.ts'
import { type SsmStandIn, startSsm } from '../../../local/stand-ins/ssm.ts'
import { awsClient } from '../../contracts/aws-client.ts'

const NOW = Date.UTC(2026, 11, 1)
const PATH = '/sij-texts/test'
const STORED = {
  [`${PATH}/twilio-account-sid`]: 'AC-test',
  [`${PATH}/twilio-auth-token`]: 'token-1',
  [`${PATH}/phone-hash-key`]: 'hash-key',
}
const VALUES = { twilioAccountSid: 'AC-test', twilioAuthToken: 'token-1', phoneHashKey: 'hash-key' }

let time: number
let standIn: SsmStandIn
let client: SSMClient

const clock = { now: () => instant(time), sleep: async () => {} }
const reads = () => standIn.calls().GetParametersByPath
const put = (name: string, value: string) =>
  client.send(
    new PutParameterCommand({ Name: `${PATH}/${name}`, Value: value, Type: 'SecureString', Overwrite: true }),
  )

async function startWith(parameters: Readonly<Record<string, string>>) {
  standIn = await startSsm({ parameters })
  client = new SSMClient({ ...awsClient(standIn.url), maxAttempts: 1 })
  const read = ssmParameters({ ...awsClient(standIn.url), maxAttempts: 1, requestHandler: {} })
  return ssmSecrets({ parameters: read, path: PATH, clock })
}

beforeEach(() => {
  time = NOW
})
afterEach(() => standIn.close())

it('reads the secrets once, decrypted, for all who ask', async () => {
  const secrets = await startWith(STORED)

  const answers = await Promise.all([secrets.current(), secrets.current()])
  const later = await secrets.current()

  expect([...answers, later]).toEqual([VALUES, VALUES, VALUES])
  expect(reads()).toBe(1)
})

it('has the next token while one is being rotated in', async () => {
  const secrets = await startWith({ ...STORED, [`${PATH}/twilio-next-auth-token`]: 'token-2' })

  expect(await secrets.current()).toEqual({ ...VALUES, twilioNextAuthToken: 'token-2' })
})

it('finds its parameters beyond the first page', async () => {
  const others = Array.from({ length: 12 }, (_, n) => [`${PATH}/a-${n}`, 'other'])
  const secrets = await startWith({ ...STORED, ...Object.fromEntries(others) })

  expect(await secrets.current()).toEqual(VALUES)
  expect(reads()).toBe(2)
})

it('names each missing parameter and the command that sets it', async () => {
  const secrets = await startWith({ [`${PATH}/twilio-account-sid`]: 'AC-test' })

  await expect(secrets.current()).rejects.toThrow(
    'secrets: SSM has no parameter /sij-texts/test/twilio-auth-token, /sij-texts/test/phone-hash-key; ' +
      'set it with: npm run setup',
  )
})

it('does not keep a failed read', async () => {
  const secrets = await startWith(STORED)
  standIn.throttleNext(1)

  await expect(secrets.current()).rejects.toThrow('Rate exceeded')
  expect(await secrets.current()).toEqual(VALUES)
})

it('reads again when refreshed, at most once a minute', async () => {
  const secrets = await startWith(STORED)
  await secrets.current()

  await put('twilio-auth-token', 'token-2')
  const refreshed = await secrets.refreshed()
  await put('twilio-auth-token', 'token-3')
  time = NOW + 1 * MINUTE - 1 * SECOND
  const tooSoon = await secrets.refreshed()
  time = NOW + 1 * MINUTE
  const again = await secrets.refreshed()

  expect([refreshed, tooSoon, again].map((values) => values.twilioAuthToken)).toEqual([
    'token-2',
    'token-2',
    'token-3',
  ])
  expect(await secrets.current()).toEqual(again)
})

it('keeps what it had when a refresh fails, and may refresh again at once', async () => {
  const secrets = await startWith(STORED)
  await secrets.current()
  standIn.throttleNext(1)

  await expect(secrets.refreshed()).rejects.toThrow('Rate exceeded')
  expect(await secrets.current()).toEqual(VALUES)
  await put('twilio-auth-token', 'token-2')
  expect(await secrets.refreshed()).toMatchObject({ twilioAuthToken: 'token-2' })
})
