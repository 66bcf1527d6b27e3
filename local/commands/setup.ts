import { readFileSync } from 'node:fs'
import { SSMClient } from '@aws-sdk/client-ssm'
import { systemClock } from '../../lib/adapters/system/clock.ts'
import type { Clinic } from '../../lib/patient/clinic.ts'
import { type Ask, terminal } from './ask.ts'
import { clinicsIn } from './clinics-in.ts'
import { type Given, runCommand } from './flags.ts'
import { exitCode, reportText } from './report.ts'
import { askClinic } from './setup/ask-clinic.ts'
import { readClinic } from './setup/clinic-file.ts'
import { setUp } from './setup/set-up.ts'
import { misfit, neededFlag, readSetupFlags, type SetupFlag } from './setup/setup-flags.ts'

async function main(args: readonly string[]): Promise<number> {
  const given = readSetupFlags(args)
  const person = process.stdin.isTTY ? terminal() : undefined
  try {
    return await run(given, person?.ask)
  } finally {
    person?.close()
  }
}

async function run(given: Given<SetupFlag>, ask: Ask | undefined): Promise<number> {
  const stage = neededFlag(given, 'stage')
  const region = neededFlag(given, 'region')
  const table = given.get('table')
  const url = given.get('url')
  const sid = await value(given, ask, 'twilio-sid', 'Twilio account SID (nothing: keep what is stored)')
  const token = await value(given, ask, 'twilio-token', 'Twilio auth token (nothing: keep what is stored)')
  const nextToken = given.get('next-token')
  const clinic = table === undefined ? undefined : await clinicFrom(given.get('clinic'), ask)
  const { lines, key } = await setUp({
    stage,
    secrets: {
      ...(sid !== undefined && { twilioAccountSid: sid }),
      ...(token !== undefined && { twilioAuthToken: token }),
      ...(nextToken !== undefined && { twilioNextAuthToken: nextToken }),
    },
    ssm: new SSMClient({ region }),
    twilioBaseUrl: process.env.TWILIO_BASE_URL ?? 'https://api.twilio.com',
    ...(table !== undefined && { clinics: clinicsIn({ region, table }) }),
    ...(clinic && { clinic }),
    ...(url !== undefined && { url }),
  })
  console.log(reportText(lines))
  if (key !== undefined)
    console.log(`\nThe API key, shown this once and stored only as a hash:\n\n  ${key}\n`)
  return exitCode(lines)
}

/** From the flag, or from the person at the terminal, who is asked until the answer fits or is empty. */
async function value(
  given: Given<SetupFlag>,
  ask: Ask | undefined,
  name: SetupFlag,
  question: string,
): Promise<string | undefined> {
  const flag = given.get(name)
  if (flag !== undefined || ask === undefined) return flag
  for (;;) {
    const answer = await ask(question, { secret: name === 'twilio-token' })
    const why = answer === '' ? undefined : misfit(name, answer)
    if (why === undefined) return answer === '' ? undefined : answer
    console.log(why)
  }
}

async function clinicFrom(file: string | undefined, ask: Ask | undefined): Promise<Clinic | undefined> {
  if (file !== undefined) return readClinic(jsonIn(file), systemClock.now())
  return ask === undefined ? undefined : readClinic(await askClinic(ask), systemClock.now())
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`--clinic "${file}": ${error instanceof Error ? error.message : String(error)}`)
  }
}

runCommand('npm run setup', () => main(process.argv.slice(2)))
