import { NO, THANKS, YES } from './meanings/answers.ts'
import { CANNOT_ATTEND, CONFIRM, ILL } from './meanings/attendance.ts'
import { FIRST_NAMES } from './meanings/first-names.ts'
import { BARE_STOP, OPT_OUT, WRONG_NUMBER } from './meanings/opt-out.ts'
import { FEWER_TEXTS, HELP, MORE_TEXTS, OPT_IN } from './meanings/requests.ts'
import type { Meaning } from './meanings/table.ts'
import { BRAIN_AND_BLOOD } from './signs/brain-and-blood.ts'
import { BREATH_AND_HEART } from './signs/breath-and-heart.ts'
import { CLINIC } from './signs/clinic.ts'
import { INFECTION_AND_CLOT } from './signs/infection-and-clot.ts'
import { NERVES } from './signs/nerves.ts'
import { POISON } from './signs/poison.ts'
import { PREGNANCY } from './signs/pregnancy.ts'
import { SELF_HARM } from './signs/self-harm.ts'
import type { SignTable } from './signs/table.ts'
import { BODY } from './vocabulary/body.ts'
import { FAILING } from './vocabulary/failing.ts'
import { FEELING } from './vocabulary/feeling.ts'
import { SKIN } from './vocabulary/skin.ts'
import { THINGS } from './vocabulary/things.ts'
import { TOILET } from './vocabulary/toilet.ts'

// Every phrase a reply is read by. Nothing that runs imports this file but for its types: `npm run triage:tables` makes
// made/tables.txt of it, which takes a fifth of the time to load and a fifth of the memory.

interface Signs {
  readonly table: SignTable
  readonly tier: 1 | 2
  readonly answer?: 'crisis' | 'poison' | 'pregnant'
}

export { LOOK_ALIKES } from './signs/look-alikes.ts'

/** Gravest first. */
export const SIGNS: readonly Signs[] = [
  { table: SELF_HARM, tier: 1, answer: 'crisis' },
  { table: POISON, tier: 1, answer: 'poison' },
  { table: NERVES, tier: 1 },
  { table: BREATH_AND_HEART, tier: 1 },
  { table: BRAIN_AND_BLOOD, tier: 1 },
  { table: INFECTION_AND_CLOT, tier: 2 },
  { table: CLINIC, tier: 2 },
  { table: PREGNANCY, tier: 2, answer: 'pregnant' },
]

export const MEANINGS = {
  optOut: OPT_OUT,
  bareStop: BARE_STOP,
  wrongNumber: WRONG_NUMBER,
  optIn: OPT_IN,
  help: HELP,
  cannotAttend: CANNOT_ATTEND,
  confirm: CONFIRM,
  ill: ILL,
  fewerTexts: FEWER_TEXTS,
  moreTexts: MORE_TEXTS,
  no: NO,
  yes: YES,
  thanks: THANKS,
} as const satisfies Record<string, Meaning>

export type MeaningName = keyof typeof MEANINGS

/** Lists of words and phrases that the tables refer to as `@name`. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  ...BODY,
  ...FEELING,
  ...FAILING,
  ...TOILET,
  ...SKIN,
  ...THINGS,
  firstname: FIRST_NAMES,
}
