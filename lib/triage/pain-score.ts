import { asDigits, NUMBER_WORDS } from './pain/as-digits.ts'
import { NOT_A_SCORE } from './pain/not-a-score.ts'
import { current } from './pain/then-and-now.ts'
import type { Reading } from './reading.ts'

const SCALE = / ?(?:\/|\bout ?(?:of|a|ta)|\bfrom(?= (?:10|ten)\b)|\bouta|\boutta|\bof) ?(?:10\b|\bten\b)/g
const NUMBER = /(?<![\d.])\d{1,3}(?:[.,]5\d?|\.\d)?(?![\d.]\d)/g

/** Words that stand around a score; each other word makes it more likely that the number is of something else. */
const AROUND = new Set(
  `
  pain sore hurts hurt hurting ache aching ouch score rate scale level stiff hip back leg left right
  side worse better bad good great down up was were now today currently moment id say about around
  maybe probably probs still only just its it is im am a an at sitting standing resting rest walking
  walk hovering solid strong ish number p or to and give between same no change went gone dropped
  started overall rough my would be been week day morning night thanks thank you hi hello hey sorry
  not terrible awful mostly when but in the by on after before since with yesterday last bloody so
  feels feel like more bit of for i get out hmm umm um ugh yay crook pretty that this all time yeah
  yes nah ok please mate cheers ta worst reply late managing happy going how moving hard days evening
  arvo afternoon mark put prob prolly reckon rekon guess think never above over below under doesnt
  dont goes higher lower than most lvl kicked off from as go dear darl love plus always sometimes
  began begun first initially originally atm wise gave giving call rating bum groin thigh sacrum
  tailbone glute buttock says said mum she he her hubby reckons idk dunno depends mild moderate big
  fat whole woke thing yep lol haha half
  `
    .trim()
    .split(/\s+/),
)
/** "nil symptoms" answers a check for signs; only to "0-10" is a bare "nil" a score. */
const DENIES = /^\W*(?:nil|zilch)\b(?!\W*pain)|^\W*zero (?!pain|today|now|thanks|at|out)\p{L}/u

const PAIN = /\b(?:pain|sore|score|scale|ouch|stiff|hurts?|ache|aching|rate|crook)\b/

/** A number by itself, as one gives a score: "killing me today, 8", "mum says 6", "right side 5". */
const BY_ITSELF =
  /(?:^|[,.;:!?\n-] ?|\b(?:say|says|said|give it|gives it|call it|reckon|reckons|idk|dunno|side|level|lvl|wise|groin|bum|back|hip|leg|buttock|glute|is|its|fat|solid|mild|moderate|left|right|prob|probably|maybe|would be|whole) )(?:an? |about |around |maybe |prob |probably |like |still )?\d{1,2}(?:\.\d)?(?:ish)?(?= ?(?:[,.;:!?\n-]|$|@|now\b|today\b|tonight\b|atm\b|love\b|dear\b|mate\b|thanks\b|thank\b|ta\b|lol\b|out\b|and\b|left\b|right\b|groin\b|bum\b|back\b|hip\b|depends\b|or so\b|maybe\b|r side|l side))/

const cleaned = (plain: string): string =>
  NOT_A_SCORE.reduce(
    (text, noise) => text.replaceAll(noise, ' _ '),
    plain.replaceAll(SCALE, '/10').replaceAll(/(\d(?:\.\d)?)\/10/g, '$1 @'),
  ).replaceAll(/\/10/g, ' @')

/** "6 eggs", "9 bus": a number before a word that says nothing of pain counts something. */
const withoutCounts = (text: string): string =>
  text.replaceAll(
    /(?<![\d.])\d+(?:\.\d+)? (\p{L}*[^\Ws]s)\b|\bnumber \d+ (\p{L}+)/gu,
    (found: string, many = '', one = '') => (AROUND.has(many || one) ? found : ' _ '),
  )

/** "vet at 4", "pizza at 7": a time, unless all words around it are a score's ("sitting at 4"). */
const AT_TIME = /\bat \d/

/** Longest text, in words and in characters, in which a number is taken for a score. */
const LONGEST = 40
const LONGEST_CHARACTERS = 400

const clip = (value: number): number => Math.min(10, Math.max(0, value))

const NONE =
  /^\W*(?:zero|no|nil|nah no|0) pain\b(?! ?(?:relief|killer|med))(?:\W+(?:at all|today|now|thanks|thank you|anymore|really|whatsoever|here|yay|\W)*)*$|^\W*(?:pain ?free|nil|zilch)(?:[ !]*(?:today|thanks|now|yay|woo ?hoo|at last|finally))*\W*$/

/** Most words that say nothing of pain beside a number that is still a score. */
function mostStrange(text: string, { words, plain, asks }: Reading, askedForOne: boolean): number {
  if (askedForOne || text.includes('@')) return 12
  if (PAIN.test(text)) return 7
  if (/^\W*(?:hi|hello|hey|good morning|umm?|hmm)?\W*\d/.test(text)) return 5
  const alone = BY_ITSELF.test(text)
  if (asks && !/^(?:i )?would (?:say|give|have|be|call)/.test(plain))
    return alone && words.length <= 3 ? 1 : 0
  if (AT_TIME.test(text)) return 0
  return alone || current(text) !== text ? 5 : 1
}

/**
 * A pain score in a text, 0..10. Of a range and of several places the higher, of "then and now" the current one; over
 * ten is as bad as ten. Numbers that count something else are none.
 */
export function painScore(reading: Reading, askedForOne: boolean): number | undefined {
  const { plain, words } = reading
  if (words.length > LONGEST || plain.length > LONGEST_CHARACTERS) return undefined
  if (!askedForOne && DENIES.test(plain)) return undefined
  if (NONE.test(plain)) return 0
  const written = cleaned(asDigits(plain.replaceAll('@', ' at '), words.length === 1))
  const text = askedForOne || written.includes('@') || PAIN.test(written) ? written : withoutCounts(written)
  const numbers = [...current(text).matchAll(NUMBER)].map(([digits]) => Number(digits.replace(',', '.')))
  if (numbers.length === 0) return undefined
  const value = Math.max(...numbers)
  const most = text.includes('@') ? Number.POSITIVE_INFINITY : askedForOne || words.length === 1 ? 15 : 10
  const strange =
    text.match(/\p{L}+/gu)?.filter((word) => !AROUND.has(word) && !NUMBER_WORDS.has(word)).length ?? 0
  return value <= most && strange <= mostStrange(text, reading, askedForOne) ? clip(value) : undefined
}
