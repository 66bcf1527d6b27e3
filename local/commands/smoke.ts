import { systemClock } from '../../lib/adapters/system/clock.ts'
import { isPhoneNumber } from '../../lib/patient/identifiers.ts'
import { FLAG } from './common-flags.ts'
import { type Flag, needed, readFlags, runCommand } from './flags.ts'
import { exitCode, reportText } from './report.ts'
import { smokeTest } from './smoke-test.ts'

/** Of the numbers that Australia keeps for fiction: a valid mobile that nobody has. */
const NOBODY = '+61491570156'

const USAGE = `usage: npm run smoke -- --url URL --key KEY [--mobile NUMBER] [--full yes]
  Enrols a made-up patient, reports how late her texts went, and withdraws her.
  --url URL        the output "Url" of the deployment
  --key KEY        an API key of a clinic, with the role clinic
  --mobile NUMBER  who gets the texts; ${NOBODY}, a number nobody has, if absent
  --full yes       also wait 15 minutes for a text that goes by the patient's alarm
  Where the clinic's sender is Twilio's magic number +15005550006, under test credentials, nothing is really sent.`

const FLAGS = {
  url: FLAG.url,
  key: { fits: (value) => /^[\x21-\x7e]{1,200}$/.test(value), expected: 'an API key', secret: true },
  mobile: { fits: isPhoneNumber, expected: 'a mobile number like +61491570156' },
  full: { fits: (value) => value === 'yes' || value === 'no', expected: 'yes or no' },
} as const satisfies Readonly<Record<string, Flag>>

runCommand('npm run smoke', async () => {
  const given = readFlags(process.argv.slice(2), FLAGS, USAGE)
  const lines = await smokeTest({
    url: needed('url', given.get('url'), FLAGS.url, USAGE),
    key: needed('key', given.get('key'), FLAGS.key, USAGE),
    mobile: given.get('mobile') ?? NOBODY,
    full: given.get('full') === 'yes',
    ...systemClock,
  })
  console.log(reportText(lines))
  return exitCode(lines)
})
