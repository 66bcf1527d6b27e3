import { SSMClient } from '@aws-sdk/client-ssm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ssmParameters } from '../../../lib/adapters/ssm/parameters.ts'
import { ssmSecrets } from '../../../lib/adapters/ssm/secrets.ts'
import { instant } from '../../../lib/time/instant.ts'
import { hashOfKey } from '../../../local/commands/api-keys.ts'
import { exitCode, type Line, reportText } from '../../../local/commands/report.ts'
import { secretsBelow } from '../../../local/commands/setup/put-secrets.ts'
import { type SetUp, setUp } from '../../../local/commands/setup/set-up.ts'
import { type SsmStandIn, startSsm } from '../../../local/stand-ins/ssm.ts'
import { startTwilio, type TwilioStandIn } from '../../../local/stand-ins/twilio.ts'
import type { OwnedNumber } from '../../../local/stand-ins/twilio-numbers.ts'
import { startStorage } from '../../adapters/dynamodb/start-storage.ts'
import { awsClient } from '../../contracts/aws-client.ts'
import { HARBOUR } from '../../fixtures/harbour.ts'

const ACCOUNT = { accountSid: `AC${'1'.repeat(32)}`, authToken: '2'.repeat(32) }
const SECRETS = { twilioAccountSid: ACCOUNT.accountSid, twilioAuthToken: ACCOUNT.authToken }
const URL_ = 'https://texts.example.org'
const INBOUND = `${URL_}/webhooks/twilio/inbound#rc=3&rp=ct,rt,5xx`
const FALLBACK = 'https://static.example.net/fallback.xml'
const NUMBER: OwnedNumber = { phoneNumber: HARBOUR.sender, smsUrl: INBOUND, smsFallbackUrl: FALLBACK }
const PATH = '/sij-texts/test'

let ssmStandIn: SsmStandIn
let ssm: SSMClient
let storage: Awaited<ReturnType<typeof startStorage>>
let twilio: TwilioStandIn

beforeEach(async () => {
  ssmStandIn = await startSsm()
  ssm = new SSMClient({ ...awsClient(ssmStandIn.url), maxAttempts: 1 })
  storage = await startStorage()
  await ownNumbers(NUMBER)
})
afterEach(() => Promise.all([ssmStandIn.close(), storage.close(), twilio.close()]))

async function ownNumbers(...numbers: readonly OwnedNumber[]): Promise<void> {
  if (twilio !== undefined) await twilio.close()
  twilio = await startTwilio({ now: () => 0, ...ACCOUNT, numbers })
}

const run = (options: Partial<SetUp> = {}) =>
  setUp({
    stage: 'test',
    secrets: SECRETS,
    ssm,
    twilioBaseUrl: twilio.url,
    clinics: storage.clinics,
    clinic: HARBOUR,
    url: URL_,
    ...options,
  })

const states = (lines: readonly Line[]) => lines.map(({ state, what }) => `${state} ${what}`)
const wrongs = (lines: readonly Line[]) => lines.filter(({ state }) => state === 'wrong')

describe('setup', () => {
  it('brings a deployed stage from nothing to the first clinic with its key', async () => {
    const { lines, key } = await run()

    expect(states(lines)).toEqual([
      `ok secret ${PATH}/twilio-account-sid: written`,
      `ok secret ${PATH}/twilio-auth-token: written`,
      `ok secret ${PATH}/phone-hash-key: made`,
      'ok clinic harbour: made',
      expect.stringMatching(/^ok API key [0-9a-f]{10}: made, roles clinic and ops$/),
      'ok Twilio: the account is active',
      `ok sender ${HARBOUR.sender}: can send and receive texts`,
      `ok webhook "a message comes in": ${INBOUND}`,
      `ok fallback "primary handler fails": ${FALLBACK}`,
    ])
    expect(exitCode(lines)).toBe(0)
    expect(await storage.clinics.clinic(HARBOUR.id)).toEqual(HARBOUR)
    expect(await storage.clinics.apiKey(hashOfKey(key ?? ''))).toEqual({
      clinicId: HARBOUR.id,
      roles: ['clinic', 'ops'],
      label: 'first key',
    })
  })

  it('writes what the service then reads', async () => {
    await run({ secrets: { ...SECRETS, twilioNextAuthToken: '3'.repeat(32) } })

    const clock = { now: () => instant(0), sleep: async () => {} }
    const parameters = ssmParameters({ ...awsClient(ssmStandIn.url), maxAttempts: 1, requestHandler: {} })
    const secrets = await ssmSecrets({ parameters, path: PATH, clock }).current()

    expect(secrets).toMatchObject({ ...SECRETS, twilioNextAuthToken: '3'.repeat(32) })
    expect(secrets.phoneHashKey).toMatch(/^[\w-]{43}$/)
  })

  it('run again makes no second key and never replaces the key of the phone hash', async () => {
    await run()
    const before = await secretsBelow(ssm, PATH)

    const { lines, key } = await run({ secrets: {}, clinic: { ...HARBOUR, name: 'Renamed' } })

    expect(key).toBeUndefined()
    expect(wrongs(lines)).toEqual([])
    expect(await secretsBelow(ssm, PATH)).toEqual(before)
    expect(await storage.clinics.apiKeys(HARBOUR.id)).toHaveLength(1)
    expect((await storage.clinics.clinic(HARBOUR.id))?.name).toBe(HARBOUR.name)
  })

  it('before the deployment writes the secrets and says what comes next', async () => {
    const {
      secrets,
      ssm: client,
      stage,
      twilioBaseUrl,
    } = { secrets: SECRETS, ssm, stage: 'test', twilioBaseUrl: twilio.url }

    const { lines } = await setUp({ secrets, ssm: client, stage, twilioBaseUrl })

    expect(lines.filter(({ state }) => state === 'next').map(({ what }) => what)).toEqual([
      'first clinic: not made yet',
      'sender: not checked',
    ])
    expect(exitCode(lines)).toBe(0)
  })

  it('never prints a secret', async () => {
    const { lines } = await run()
    const stored = await secretsBelow(ssm, PATH)

    const printed = reportText(lines)

    for (const [name, value] of stored) if (!name.endsWith('sid')) expect(printed).not.toContain(value)
  })

  it('says which secret is missing', async () => {
    const { lines } = await run({ secrets: {} })

    expect(states(wrongs(lines))).toEqual([
      `wrong secret ${PATH}/twilio-account-sid: missing`,
      `wrong secret ${PATH}/twilio-auth-token: missing`,
    ])
    expect(exitCode(lines)).toBe(1)
  })

  it('refuses a clinic whose sender belongs to another one', async () => {
    await storage.clinics.saveClinic({ ...HARBOUR, id: 'rival' as typeof HARBOUR.id })

    const { lines, key } = await run()

    expect(states(wrongs(lines))).toEqual(['wrong clinic harbour: its sender belongs to another clinic'])
    expect(key).toBeUndefined()
  })
})

describe('the look at the Twilio account', () => {
  it.each<[string, OwnedNumber | undefined, string, string]>([
    ['does not own the sender', undefined, 'not a number of this account', 'buy it'],
    ['has a sender that cannot text', { ...NUMBER, sms: false }, 'cannot text', 'capability SMS'],
    [
      'sends texts elsewhere',
      { ...NUMBER, smsUrl: 'https://demo.twilio.com' },
      'https://demo.twilio.com',
      INBOUND,
    ],
    [
      'gives a failed text up at once',
      { ...NUMBER, smsUrl: INBOUND.split('#')[0] ?? '' },
      '/inbound',
      '#rc=3',
    ],
    ['reports texts by GET', { ...NUMBER, smsMethod: 'GET' }, 'GET', 'HTTP POST'],
    ['has no fallback', { ...NUMBER, smsFallbackUrl: '' }, 'nothing', 'outside this service'],
    ['falls back on the service itself', { ...NUMBER, smsFallbackUrl: `${URL_}/x` }, `${URL_}/x`, 'outside'],
  ])('tells of an account that %s what to do', async (_, number, what, todo) => {
    await ownNumbers(...(number === undefined ? [] : [number]))

    const { lines } = await run()

    expect(wrongs(lines)).toEqual([
      { state: 'wrong', what: expect.stringContaining(what), todo: expect.stringContaining(todo) },
    ])
  })

  it('tells of an account that is suspended', async () => {
    twilio.account('suspended')

    const { lines } = await run()

    expect(states(wrongs(lines))).toEqual(['wrong Twilio: the account is suspended'])
  })

  it('tells of a token that Twilio refuses', async () => {
    const { lines } = await run({ secrets: { ...SECRETS, twilioAuthToken: 'f'.repeat(32) } })

    expect(states(wrongs(lines))).toEqual(['wrong Twilio: refuses this SID and token'])
  })

  it('tells of a Twilio that is down', async () => {
    twilio.down(true)

    const { lines } = await run()

    expect(states(wrongs(lines))).toEqual(['wrong Twilio: answered 503 to a look at the account'])
  })

  it('takes the magic sender of test credentials as it is', async () => {
    const clinic = { ...HARBOUR, sender: '+15005550006' as typeof HARBOUR.sender }

    const { lines } = await run({ clinic })

    expect(wrongs(lines)).toEqual([])
  })
})
