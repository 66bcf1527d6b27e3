import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTwilio, type TwilioStandIn } from '../../local/stand-ins/twilio.ts'
import { alarmsLeft, tableIsThere } from './aws-view.ts'
import { deploy, destroy, type Outputs, run, type Stage } from './deployment.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'
import { type MiniStack, REGION } from './ministack.ts'
import type { Morning } from './morning.ts'
import { Story } from './story.ts'

export type Kind = 'rules' | 'scheduler'

/** A deployed stage with its own Twilio and its own address. */
export interface Place {
  readonly kind: Kind
  readonly stage: Stage
  readonly story: Story
  readonly miniStack: MiniStack
  readonly outputs: Outputs
  readonly twilio: TwilioStandIn
  readonly door: FrontDoor
  readonly account: { readonly accountSid: string; readonly authToken: string }
  close(): Promise<void>
}

/** The clinic's number. */
export const SENDER = '+61491570110'

/** @param title also part of the stage's name; letters and digits */
export async function deployed(
  miniStack: MiniStack,
  { title, kind, folder }: { readonly title: string; readonly kind: Kind; readonly folder: string },
): Promise<Place> {
  const story = new Story(title)
  const account = { accountSid: `AC${hex(16)}`, authToken: hex(16) }
  const twilio = await startTwilio({ now: () => Date.now(), ...account })
  const beat = setInterval(() => void twilio.runDue(), 250)
  const door = await openFrontDoor()
  twilio.setInboundUrl(`${door.url}/webhooks/twilio/inbound#rc=3&rp=ct,rt,5xx`)
  const choices = { alarms: kind, publicUrl: door.url, twilioBaseUrl: twilio.url }
  const stage = { stage: `stack${title}`, choices, folder }
  const close = async () => {
    clearInterval(beat)
    door.close()
    await twilio.close()
  }
  try {
    const started = Date.now()
    const outputs = await deploy(miniStack, stage)
    door.leadTo(outputs.ApiUrl, miniStack.url)
    story.holds(`cdk deploy made the whole stack, in ${Math.round((Date.now() - started) / 1000)} s`, true)
    return { kind, stage, story, miniStack, outputs, twilio, door, account, close }
  } catch (error) {
    await close()
    throw error
  }
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** The same stage deployed once more, its alarms on Scheduler. */
export async function switched(place: Place): Promise<Place> {
  const { stage: before, miniStack, story } = place
  const stage = { ...before, choices: { ...before.choices, alarms: 'scheduler' } }
  await deploy(miniStack, stage)
  story.did('was deployed again with -c alarms=scheduler')
  return { ...place, kind: 'scheduler', stage }
}

/** `npm run setup`, as an operator would: secrets, the clinic, its first key. Its checks of Twilio's numbers may fail here. */
export async function setUp(place: Place, dawn: Morning): Promise<string> {
  const { stage, story, miniStack, outputs, twilio, door, account } = place
  const file = join(stage.folder, `${stage.stage}.clinic.json`)
  writeFileSync(file, JSON.stringify(clinicIn(dawn)))
  const flags = {
    stage: stage.stage,
    region: REGION,
    table: outputs.Table,
    url: door.url,
    'twilio-sid': account.accountSid,
    'twilio-token': account.authToken,
    clinic: file,
  }
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])
  const environment = { ...miniStack.environment, TWILIO_BASE_URL: twilio.url }
  const output = await run(process.execPath, ['local/commands/setup.ts', ...args], environment).catch(String)
  const key = /\bsij_[\w-]+/.exec(output)?.[0]
  story.holds('npm run setup stores the secrets, the clinic and its first key', key !== undefined, output)
  if (key === undefined) throw new Error('no API key')
  return key
}

const clinicIn = ({ zone, textingHours }: Morning) => ({
  id: 'harbour',
  name: 'Harbour Sports Med',
  phone: '02 5550 1234',
  afterHoursLine: '1800 022 222',
  emergencyNumber: '000',
  crisisLine: '13 11 14',
  poisonsLine: '13 11 26',
  city: 'Sydney',
  zone,
  country: 'AU',
  opening: { monday: '08:30-17:00' },
  textingHours,
  sender: SENDER,
  onCall: { A: '+61491570157' },
})

/** The stack goes; what was made at run time must go with it, and what must not be lost stays. */
export async function farewell(place: Place): Promise<void> {
  const { miniStack, stage, story, outputs } = place
  const before = await alarmsLeft(place)
  story.holds('she is armed for the text after that', before.length === 1, before)
  await destroy(miniStack, stage)
  const after = await alarmsLeft(place)
  story.holds('cdk destroy leaves no rule and no schedule behind', after.length === 0, after)
  story.holds('and keeps the table', await tableIsThere(miniStack, outputs.Table))
}
