import type { SSMClient } from '@aws-sdk/client-ssm'
import { PARAMETER } from '../../../lib/adapters/ssm/secrets.ts'
import type { Clinic } from '../../../lib/patient/clinic.ts'
import type { ClinicRegister } from '../../../lib/ports/clinic-register.ts'
import { createKey } from '../api-keys.ts'
import { secretsPath } from '../common-flags.ts'
import { type Line, next, ok, wrong } from '../report.ts'
import { checkTwilio } from './check-twilio.ts'
import { putSecrets, secretsBelow, type TwilioSecrets } from './put-secrets.ts'

export interface SetUp {
  readonly stage: string
  readonly secrets: TwilioSecrets
  readonly ssm: SSMClient
  readonly twilioBaseUrl: string
  /** The deployment's table; absent before it. */
  readonly clinics?: Pick<ClinicRegister, 'clinic' | 'saveClinic' | 'apiKeys' | 'saveApiKey'>
  readonly clinic?: Clinic
  readonly url?: string
}

export interface SetUpReport {
  readonly lines: readonly Line[]
  /** The first clinic's first key, to be shown once. */
  readonly key?: string
}

/** Brings a stage as far as it can be brought now, and says what is left. Running it again changes nothing that is right. */
export async function setUp(options: SetUp): Promise<SetUpReport> {
  const { ssm, clinic, url, twilioBaseUrl: baseUrl } = options
  const path = secretsPath(options.stage)
  const secrets = await putSecrets(ssm, path, options.secrets)
  const made = await makeClinic(options)
  const stored = await secretsBelow(ssm, path)
  const accountSid = stored.get(`${path}/${PARAMETER.twilioAccountSid}`)
  const authToken = stored.get(`${path}/${PARAMETER.twilioAuthToken}`)
  const wanted = { ...(clinic && { sender: clinic.sender }), ...(url !== undefined && { url }) }
  const twilio =
    accountSid === undefined || authToken === undefined
      ? [next('Twilio: not checked', 'give the SID and the token first')]
      : await checkTwilio({ accountSid, authToken, baseUrl }, wanted)
  return { ...made, lines: [...secrets, ...made.lines, ...twilio] }
}

async function makeClinic({ clinics, clinic }: SetUp): Promise<SetUpReport> {
  if (clinics === undefined)
    return {
      lines: [next('first clinic: not made yet', 'deploy, then run this again with --table and --url')],
    }
  if (clinic === undefined)
    return { lines: [next('first clinic: none given', 'run this again with --clinic FILE')] }
  const { id } = clinic
  const there = await clinics.clinic(id)
  if (there === undefined && (await clinics.saveClinic(clinic)) === 'sender-taken')
    return {
      lines: [
        wrong(`clinic ${id}: its sender belongs to another clinic`, 'give this clinic a number of its own'),
      ],
    }
  const line = ok(there === undefined ? `clinic ${id}: made` : `clinic ${id}: there already, kept`)
  if ((await clinics.apiKeys(id)).length > 0) return { lines: [line, ok(`clinic ${id}: has API keys`)] }
  const { key, id: keyName } = await createKey(clinics, id, { roles: ['clinic', 'ops'], label: 'first key' })
  return { lines: [line, ok(`API key ${keyName}: made, roles clinic and ops`)], key }
}
