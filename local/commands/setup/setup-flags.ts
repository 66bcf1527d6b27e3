import { FLAG } from '../common-flags.ts'
import { type Flag, type Given, needed, readFlags } from '../flags.ts'

export const USAGE = `usage: npm run setup -- --stage prod --region ap-southeast-2 [...]
  Once before the deployment for the secrets, once after it for the clinic and the webhooks; again whenever you like.
  --stage NAME, --region REGION   which deployment
  --twilio-sid, --twilio-token    the account's SID and primary token; asked for on a terminal when not given
  --next-token TOKEN              the secondary token, while tokens are being changed
  --table NAME, --url URL         the outputs "Table" and "Url" of the deployment
  --clinic FILE                   the first clinic as JSON; asked for on a terminal when not given`

const FLAGS = {
  stage: FLAG.stage,
  region: FLAG.region,
  table: FLAG.table,
  url: FLAG.url,
  'twilio-sid': { fits: (value) => /^AC[0-9a-f]{32}$/.test(value), expected: 'AC and 32 of 0-9 a-f' },
  'twilio-token': { fits: (value) => /^[0-9a-f]{32}$/.test(value), expected: '32 of 0-9 a-f', secret: true },
  'next-token': { fits: (value) => /^[0-9a-f]{32}$/.test(value), expected: '32 of 0-9 a-f', secret: true },
  clinic: { expected: 'the name of a JSON file' },
} as const satisfies Readonly<Record<string, Flag>>

export type SetupFlag = keyof typeof FLAGS

export const readSetupFlags = (args: readonly string[]): Given<SetupFlag> => readFlags(args, FLAGS, USAGE)

/** @throws UsageError naming the flag and what is allowed */
export const neededFlag = (given: Given<SetupFlag>, name: SetupFlag): string =>
  needed(name, given.get(name), FLAGS[name], USAGE)

/** Why an answer typed on the terminal is no value for the flag; undefined when it is one. */
export function misfit(name: SetupFlag, value: string): string | undefined {
  const flag: Flag = FLAGS[name]
  return flag.fits === undefined || flag.fits(value) ? undefined : `expected ${flag.expected}`
}
