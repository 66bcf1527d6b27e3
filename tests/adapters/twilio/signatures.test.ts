import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { describe, expect, test } from 'vitest'
import { twilioSignatures } from '../../../lib/adapters/twilio/signatures.ts'
import type { Secrets, SecretValues } from '../../../lib/ports/secrets.ts'

/** Twilio's published example: https://www.twilio.com/docs/usage/webhooks/webhooks-security */
const TOKEN = '12345'
const PATH = '/myapp.php?foo=1&bar=2'
const FIELDS = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+12349013030',
  Digits: '1234',
  From: '+12349013030',
  To: '+18005551212',
}
const SIGNATURE = '0/KCTR6DLpKmkAf8muzZqo1nDgQ='
const publicUrl = 'https://mycompany.com'

const withTokens = (twilioAuthToken: string, twilioNextAuthToken?: string): SecretValues => ({
  twilioAccountSid: 'AC1',
  twilioAuthToken,
  phoneHashKey: 'k',
  ...(twilioNextAuthToken === undefined ? {} : { twilioNextAuthToken }),
})

const secretsOf = (current: SecretValues, refreshed = current): Secrets & { refreshes: number } => ({
  refreshes: 0,
  current: async () => current,
  async refreshed() {
    this.refreshes += 1
    return refreshed
  },
})

describe('webhook signatures', () => {
  test("accept Twilio's published example", async () => {
    const secrets = secretsOf(withTokens(TOKEN))

    const genuine = await twilioSignatures({ secrets, publicUrl }).isGenuine(PATH, FIELDS, SIGNATURE)

    expect(genuine).toBe(true)
    expect(secrets.refreshes).toBe(0)
  })

  test.each([
    ['another path', '/myapp.php?foo=1&bar=3', FIELDS, SIGNATURE],
    ['a changed field', PATH, { ...FIELDS, Digits: '12345' }, SIGNATURE],
    ['a field too many', PATH, { ...FIELDS, Extra: '' }, SIGNATURE],
    ['another signature', PATH, FIELDS, '0/KCTR6DLpKmkAf8muzZqo1nDgA='],
    ['no signature', PATH, FIELDS, ''],
  ])('refuse %s', async (_, path, fields, signature) => {
    const signatures = twilioSignatures({ secrets: secretsOf(withTokens(TOKEN)), publicUrl })

    expect(await signatures.isGenuine(path, fields, signature)).toBe(false)
  })

  test('leave out the fragment, which Twilio does not sign', async () => {
    const signatures = twilioSignatures({ secrets: secretsOf(withTokens(TOKEN)), publicUrl })

    expect(await signatures.isGenuine(`${PATH}#rc=3`, FIELDS, SIGNATURE)).toBe(true)
  })

  test('accept the token that is being rotated in', async () => {
    const signatures = twilioSignatures({ secrets: secretsOf(withTokens('old', TOKEN)), publicUrl })

    expect(await signatures.isGenuine(PATH, FIELDS, SIGNATURE)).toBe(true)
  })

  test('read the token again on a mismatch', async () => {
    const secrets = secretsOf(withTokens('old'), withTokens(TOKEN))

    const genuine = await twilioSignatures({ secrets, publicUrl }).isGenuine(PATH, FIELDS, SIGNATURE)

    expect(genuine).toBe(true)
    expect(secrets.refreshes).toBe(1)
  })

  test('never accept what is signed with an empty token', async () => {
    const forged = getExpectedTwilioSignature('', publicUrl + PATH, FIELDS)
    const signatures = twilioSignatures({ secrets: secretsOf(withTokens('', '')), publicUrl })

    expect(await signatures.isGenuine(PATH, FIELDS, forged)).toBe(false)
  })

  test('accept blank and repeated fields as they came', async () => {
    const fields = { Body: ' Ok thanks\n', ToCity: '', MediaUrl: ['b', 'a'] }
    const signature = getExpectedTwilioSignature(TOKEN, `${publicUrl}/x?a='+b`, fields)
    const signatures = twilioSignatures({ secrets: secretsOf(withTokens(TOKEN)), publicUrl })

    expect(await signatures.isGenuine("/x?a='+b", fields, signature)).toBe(true)
    expect(await signatures.isGenuine("/x?a='+b", { ...fields, Body: 'Ok thanks' }, signature)).toBe(false)
  })

  test('refuse an address that is no URL without throwing', async () => {
    const signatures = twilioSignatures({ secrets: secretsOf(withTokens(TOKEN)), publicUrl: 'no address' })

    expect(await signatures.isGenuine('%%%', FIELDS, SIGNATURE)).toBe(false)
  })
})
