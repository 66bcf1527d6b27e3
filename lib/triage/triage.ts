import type { Intent } from '../patient/patient.ts'
import { drugQuestion, strangeName } from './drugs/drug-question.ts'
import { mentions } from './drugs/mentions.ts'
import type { DrugFound, Finding, TriageContext } from './finding.ts'
import { flareTooLong } from './flare.ts'
import { say } from './meaning.ts'
import { meaningsOf, type Read } from './meanings-of.ts'
import { painScore } from './pain-score.ts'
import { read } from './reading.ts'
import { type Flag, type Flags, redFlags } from './red-flags.ts'
import { secondOpinion, type Understood } from './second-reader/second-reader.ts'
import { withLists } from './vocabulary.ts'

export type { DrugClass, DrugFound, Finding, TriageContext } from './finding.ts'

/** Everything a text says. */
interface Everything {
  readonly flags: Flags
  readonly meanings: readonly Read[]
  readonly drug?: DrugFound
  readonly value?: number
  readonly isWhole: boolean
}

/** The dictionary's code of an ISO country. */
const listed = (country: string): string => (country === 'GB' ? 'UK' : country)

/**
 * Reads one reply. Pure and total: any text in any script gets exactly one finding. Bare Y and N are read against the
 * last question. What is not understood, and signs that are denied, over, only asked about or another's, go to staff.
 */
export function triage(text: string, context: TriageContext = {}): Finding {
  const { flags, meanings, drug, value, isWhole } = everything(text, context)
  const details = { ...(value !== undefined && { value }), ...(drug && { drug }) }
  const late = flags.flag === undefined ? flareTooLong(text, context.dayInPhase) : undefined
  const told = late === undefined ? flags.flag : ({ tier: 2, why: late } as const)
  const mayRise = isWhole && told?.tier !== 1
  const opinion = mayRise ? secondOpinion(flags.unexplained, understood(told, drug, meanings)) : undefined
  const flag = graver(told, opinion)
  if (flag !== undefined) {
    const intent = flag.tier === 1 ? 'red_flag_emergency' : 'red_flag_clinic'
    return { intent, ...flag, ...secondary([...shoutedStop(text, drug), ...meanings]), ...details }
  }
  const [first, ...others] = setAside(flags, meanings)
  if (first === undefined) return { intent: 'unknown', why: 'no rule matched', ...details }
  return { ...first, ...secondary(others, first.intent), ...details }
}

function understood(
  told: Flag | undefined,
  drug: DrugFound | undefined,
  meanings: readonly Read[],
): Understood {
  if (told !== undefined) return 'a red flag'
  if (drug !== undefined) return 'a medicine'
  return meanings.length > 0 ? 'a meaning' : 'not at all'
}

/** The rules' own reason stands where both say the same. */
const graver = (told: Flag | undefined, opinion: Flag | undefined): Flag | undefined =>
  opinion !== undefined && (told === undefined || opinion.tier < told.tier) ? opinion : told

/** What the rules leave of a text for the second reader, in training as in use. */
export const unexplainedWords = (text: string): readonly string[] => everything(text, {}).flags.unexplained

function everything(text: string, { asked, country = 'AU' }: TriageContext): Everything {
  const reading = read(text)
  const askedForName = asked === 'drug name'
  const named = mentions(reading.words, { country: listed(country), asks: reading.asks, asked: askedForName })
  const words = withLists(reading.words, named)
  const said = say(reading, words)
  const value = painScore(reading, asked === '0-10')
  const flags = redFlags(reading, words, named)
  const known = drugQuestion(reading, named, askedForName)
  const found = meaningsOf(reading, said, known, value)
  const drug = known ?? (found.length === 0 && askedForName ? strangeName(reading) : undefined)
  const meanings = drug === known ? found : meaningsOf(reading, said, drug, value)
  return {
    flags,
    isWhole: reading.isWhole,
    meanings: meanings
      .filter(reading.isWhole ? () => true : endsTexts)
      .map(({ intent, why }) => ({ intent: inContext(intent, asked), why })),
    ...(drug && { drug }),
    ...(value !== undefined && { value }),
  }
}

/** A text too long to be read whole goes to staff: only red flags and an opt-out are acted on. */
const endsTexts = ({ intent }: Read): boolean => intent === 'stop' || intent === 'wrong_number'

/** Yes and no after a visit's C or R say whether she comes. */
function inContext(intent: Intent, asked: TriageContext['asked']): Intent {
  if (asked !== 'C/R') return intent
  if (intent === 'yes') return 'confirm'
  return intent === 'no' ? 'cannot_attend' : intent
}

/** "STOP my site is infected" opts out, and the sign still counts; "STOP i need help" is a cry, not a keyword. */
const SHOUTED_STOP =
  /^\s*STOP (?=(?:my|the|our|i|im|i'm|ive|i've|theres|there|there's|this|texting|messaging|sending) )(?!i (?:need|want) )(?=.*[a-z])(?!.*\?)/

/** "stop. cant feel my legs" */
const STOP_ALONE = /^\s*stop\s*[.,!;:\n-]/i

const shoutedStop = (text: string, drug: DrugFound | undefined): readonly Read[] =>
  (drug === undefined && SHOUTED_STOP.test(text.slice(0, 400))) || STOP_ALONE.test(text.slice(0, 400))
    ? [{ intent: 'stop', why: 'STOP' }]
    : []

/**
 * A sign that is over, asked about or another's is for staff, however politely it is put. Signs that are denied, with
 * nothing else but thanks, say no.
 */
function setAside({ elsewhere }: Flags, meanings: readonly Read[]): readonly Read[] {
  if (elsewhere.has('gone') || elsewhere.has('hypothetical') || elsewhere.has('someone else'))
    return meanings.filter(({ intent }) => intent !== 'thanks' && intent !== 'yes' && intent !== 'no')
  const saysMore = meanings.some(({ intent }) => intent !== 'thanks')
  return elsewhere.has('denied') && !saysMore
    ? [{ intent: 'no', why: 'a sign is denied' }, ...meanings]
    : meanings
}

function secondary(meanings: readonly Read[], main?: Intent): { readonly also?: readonly Intent[] } {
  const also = [...new Set(meanings.map(({ intent }) => intent))].filter((intent) => intent !== main)
  return also.length === 0 ? {} : { also }
}
