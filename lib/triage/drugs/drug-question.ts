import type { DrugFound } from '../finding.ts'
import type { Reading } from '../reading.ts'
import { type Entry, isNsaid, strictness } from './dictionary.ts'
import type { Mention } from './mentions.ts'
import { isParacetamolAlone } from './paracetamol-alone.ts'
import { unknownMedicine } from './unknown-names.ts'

/** Longest display name: the wording of the answers is sized for it. */
const LONGEST = 18
const UNNAMED = 'that medicine'
/** Ingredients that are no name of a medicine. */
const NO_NAME = new Set(['nsaid', 'pain relief', 'cold and flu', 'usual medicines', 'unknown', 'supplement'])

const TAKEN =
  /\b(?:took|had|taken|used|rubbed|popped|swallowed|put some|(?:been|keep|kept|started) (?:taking|having|using|on|rubbing)|accident\w*|by mistake|im on|i m on|i take|i use|am on|am taking|im taking|taking)\b/
const NOT_TAKEN =
  /\b(?:can|could|should|may|shall|do|ok|okay|safe|allowed) (?:i|to|we|u)\b(?! (?:worry|be worried))|\b(?:havent|not|never|didnt) (?:had|taken|took|used)\b/
const PRESCRIBED =
  /\b(?:(?:my|the|a|her|his) )?(?:gp|dr|doctor|doc|rheumatologist|specialist|surgeon|cardiologist|physician|neurologist|dentist|rheumy|hospital)s? (?:has |have |had |just |also )?(?:put|gave|give|given|prescribed|started|wants|got|said to take|told me to take|have me|has me|me on|script)|\bprescri\w+|\bfrom my (?:gp|dr|doctor|doc|specialist|rheumatologist)|\bput me on\b|\bhas me on\b|\bscript(?:ed)?\b/
const TOPICAL = /\b(?:gel|cream|rub|patch|patches|spray|ointment|emulgel|rubbed|lotion)\b/

/** Words that ask about a medicine, or say that it was taken. */
const ABOUT_MEDICINE =
  /\b(?:take|taking|took|taken|have|having|had|has|use|using|used|rub|rubbed|apply|put|ok|okay|allowed|safe|alright|can|may|should|stop|start|restart|keep|on|\d*mg|tabs?|tablets?|pills?|dose|doses|prescri\w+|gp|doctor|dr|chemist|pharmacist|script|interact|mix|with|better|instead|or|help|helps|when|how|what|whats|does|do|is|for|long|again|same|put|ran|need|any|recommend|give|gave|work|works|working|says|said|ask|asking|wondering|swears?|capsules?|tube|due|stay|safe)\b/

const UNKNOWN: Entry = { name: UNNAMED, ingredient: 'unknown', class: 'unknown', words: [] }

const display = ({ name, ingredient }: Entry): string => {
  if (NO_NAME.has(ingredient)) return UNNAMED
  const shown = name.length <= LONGEST ? name : ingredient
  return shown.length <= LONGEST ? shown.charAt(0).toUpperCase() + shown.slice(1) : UNNAMED
}

const isTaken = (plain: string): boolean => TAKEN.test(plain) && !NOT_TAKEN.test(plain)

function found(entry: Entry, plain: string): DrugFound {
  const rubbedIn = entry.class === 'nsaid' && TOPICAL.test(plain)
  return {
    name: display(entry),
    ingredient: entry.ingredient,
    class: rubbedIn ? 'nsaid_topical' : entry.class,
    taken: isTaken(plain),
    prescribed: PRESCRIBED.test(plain),
  }
}

/** Unnamed pain relief: "what can I take". */
const WHAT_TO_TAKE =
  /\b(?:what|whats|anything|something|which)\b.{0,24}\b(?:take|taking|have for (?:the )?pain|ok for (?:the )?pain|safe for (?:the )?pain|for (?:the )?pain)\b|\bcan i take (?:something|anything)\b|\btake for (?:the |my )?pain\b|\b(?:ok|safe|good) for (?:the )?pain\b/
const ANOTHER = /\b(?:what|anything|something|any) (?:else|stronger|other)\b|\binstead\b/
const SOME_TABLETS =
  /\b(?:my|some|new|these|those|herbal|the|a|other|usual) (?:\p{L}+ ){0,2}(?:tablets?|pills?|meds|medicines?|medications?|capsules?)\b/u
const ASKS = /\b(?:can|ok|okay|should|safe|allowed|do|does|is|which|what|stop)\b/

const unnamed = (reading: Reading): Entry | undefined => {
  if (
    WHAT_TO_TAKE.test(reading.plain) &&
    !/\btake (?:care|long|off|it|you|time|place|part|me|the (?:belt|bus|train|dog|kids|plaster|dressing))\b/.test(
      reading.plain,
    )
  )
    return { name: UNNAMED, ingredient: 'pain relief', class: 'ask', words: [] }
  return SOME_TABLETS.test(reading.plain) && (reading.asks || ASKS.test(reading.plain)) ? UNKNOWN : undefined
}

const ASKS_ABOUT_IT =
  /\b(?:ok|okay|allowed|safe|alright|can|could|may|should|wondering|how (?:many|much|often)|instead|advice|together|with|interact|mix|or|extra|pm|night)\b/
const TELLS =
  /\b(?:had|took|taken|takes|taking|on board|helps?|helped|helping|isnt|not|doesnt|didnt|works?|working|easing|edge|settl\w+|only|after|yes)\b/
const BESIDE_IT = /\b(?:and|plus|with) (?:some|an?|one|the|my|mums|his|her|what)\b/

/** Paracetamol that is only told of needs no answer: "had 2 panadol, pain now 5", "panadol isnt working". */
const isOnlyTold = ({ asks, plain }: Reading): boolean =>
  !asks && TELLS.test(plain) && !ASKS_ABOUT_IT.test(plain) && !BESIDE_IT.test(plain)

/**
 * The medicine a text asks about or says was taken: of several the one with the strictest answer. A name alone among
 * unrelated words is no question, unless it is an anti-inflammatory's.
 */
export function drugQuestion(
  reading: Reading,
  named: readonly Mention[],
  asked: boolean,
): DrugFound | undefined {
  const strange = unknownMedicine(
    reading.words.filter((_, at) => !named.some(({ start, end }) => at >= start && at < end)),
    asked,
  )
  const known = named.map(({ entry }) => entry)
  const candidates: readonly Entry[] = strange === undefined ? known : [...known, UNKNOWN]
  const [first] = candidates.toSorted((a, b) => strictness(a.class) - strictness(b.class))
  // "panadol isnt working, what else can I take" asks about something that is not named.
  const other = first === undefined || (first.class === 'paracetamol' && ANOTHER.test(reading.plain))
  const strictest = other ? (unnamed(reading) ?? first) : first
  if (strictest === undefined) return undefined
  const few = reading.words.length <= (named[0] ? named[0].end - named[0].start : 0) + 2
  if (other && first !== undefined) return found(strictest === first ? UNKNOWN : strictest, reading.plain)
  if (!isNsaid(strictest.class) && !few && !reading.asks && !asked && !ABOUT_MEDICINE.test(reading.plain))
    return undefined
  if (strictest.class === 'paracetamol' && !asked && isOnlyTold(reading)) return undefined
  const unread = strictest.class === 'paracetamol' && !isParacetamolAlone(reading, named)
  return found(unread ? UNKNOWN : strictest, reading.plain)
}

/** A single word that means nothing else, in answer to "text us the name". */
export function strangeName({ words, plain }: Reading): DrugFound | undefined {
  const [word] = words
  if (words.length !== 1 || word === undefined || !/^\p{L}{5,}$/u.test(word.text)) return undefined
  return found(UNKNOWN, plain)
}
