import { randomBytes } from 'node:crypto'
import {
  GetParametersByPathCommand,
  ParameterAlreadyExists,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm'
import { PARAMETER } from '../../../lib/adapters/ssm/secrets.ts'
import { type Line, ok, wrong } from '../report.ts'

export interface TwilioSecrets {
  readonly twilioAccountSid?: string
  readonly twilioAuthToken?: string
  readonly twilioNextAuthToken?: string
}

const KEY_BYTES = 32

/**
 * Writes the given secrets as SecureStrings and reports on every one. The key of the phone hash is made once and never
 * replaced: with another key, every number on record would be a stranger's, and who said STOP would be texted again.
 */
export async function putSecrets(
  ssm: SSMClient,
  path: string,
  given: TwilioSecrets,
): Promise<readonly Line[]> {
  const there = await secretsBelow(ssm, path)
  const lines: Line[] = []
  for (const name of ['twilioAccountSid', 'twilioAuthToken', 'twilioNextAuthToken'] as const) {
    const parameter = `${path}/${PARAMETER[name]}`
    const value = given[name]
    if (value !== undefined) {
      await put(ssm, parameter, value, true)
      lines.push(ok(`secret ${parameter}: written`))
    } else if (there.has(parameter)) lines.push(ok(`secret ${parameter}: there already, kept`))
    else if (name !== 'twilioNextAuthToken')
      lines.push(
        wrong(`secret ${parameter}: missing`, 'run this again and give it; Twilio’s console shows it'),
      )
  }
  return [...lines, await makePhoneHashKey(ssm, `${path}/${PARAMETER.phoneHashKey}`)]
}

async function makePhoneHashKey(ssm: SSMClient, parameter: string): Promise<Line> {
  try {
    await put(ssm, parameter, randomBytes(KEY_BYTES).toString('base64url'), false)
    return ok(`secret ${parameter}: made`)
  } catch (error) {
    if (error instanceof ParameterAlreadyExists) return ok(`secret ${parameter}: there already, kept`)
    throw error
  }
}

async function put(ssm: SSMClient, name: string, value: string, overwrite: boolean): Promise<void> {
  await ssm.send(
    new PutParameterCommand({ Name: name, Value: value, Type: 'SecureString', Overwrite: overwrite }),
  )
}

/** The secrets below a path by full name, decrypted. */
export async function secretsBelow(ssm: SSMClient, path: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  let token: string | undefined
  do {
    const { Parameters = [], NextToken } = await ssm.send(
      new GetParametersByPathCommand({
        Path: path,
        WithDecryption: true,
        ...(token !== undefined && { NextToken: token }),
      }),
    )
    for (const { Name, Value } of Parameters)
      if (Name !== undefined && Value !== undefined) found.set(Name, Value)
    token = NextToken
  } while (token !== undefined)
  return found
}
