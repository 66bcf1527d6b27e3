import type { Reading } from './reading.ts'

const COUNTED = {
  zero: 0,
  nil: 0,
  zilch: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  sevn: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fiv: 5,
} as const satisfies Record<string, number>
const IN_WORDS = new RegExp(`\\b(?:${Object.keys(COUNTED).join('|')})\\b`, 'g')
const counted = (word: string): number | undefined =>
  Object.entries(COUNTED).find(([name]) => name === word)?.[1]

/** Numbers that are no scores: doses, counts, dates, times, ages, days and weeks, money, phone numbers. */
const NOT_A_SCORE = [
  /\b\d+ ?%/g,
  /(?<!the )\b(?:day|days|week|weeks|wk|wks|month|months|room|(?<!pain )level|unit|floor|code|injection|round|number \d+ of|part|page|step|iphone|apartment|chapter) (?:is )?#?\d+\b(?! ?\/ ?10)/g,
  /[$£€]\s?\d[\d,.]*/g,
  /\b\d+(?:\.\d+)? ?(?:days?|weeks?|wks?|months?|mths?|years?|yrs?|yo|hours?|hrs?|mins?|minutes?|secs?|am|pm|mg|mcg|ml|g|kg|km|kms|k|m|metres?|steps?|squats?|reps?|sets?|tablets?|tabs?|pills?|capsules?|panad\w+|nurofens?|advil|endones?|ibuprofens?|paracetamols?|times?|bucks|dollars|coffees?|beers?|wines?|stars?|st|nd|rd|th|x|%|percent|more to go|to go|kids|people|nights|sleeps?)\b/g,
  /\b\d{1,2}[:.][0-5]\d\b ?(?:am|pm)?/g,
  /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/g,
  /\b(?:at|before|after|by|till|until|around) \d{1,2} ?(?:oclock|am|pm|tomorrow|today|tuesday)/g,
  /\b\d{1,2}(?:st|nd|rd|th)\b(?: \w{3,9})?|\b\d{1,2} (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) \d{1,2}\b/g,
  /\b(?:im|i am|aged|age|turned|turning) \d{2,3}\b/g,
  /\b\d{3} ?\d{3} ?\d{3,4}\b|\b\d{4,}\b/g,
  /(?<!score |pain |level )\bof \d\b(?! ?\/)|\bnumber \d+ of \d+/g,
  /\b(?:had|took|taken|have|bought|got|been) \d+(?! ?(?:\/|out|on|of 10))\b/g,
  // Clock times of a dose: "took 2 panadol at 8".
  /\b(?:took|had|taken|popped)\b(?! (?:it|been|me|pain)\b)[^.;\n]{0,40}?\b(?:at|around|about|since) \d{1,2}\b(?! ?[/@])/g,
  // "see you at 10", "-2", "not 3".
  /\b(?:see|c) (?:you|ya|u|yas)(?: (?!pain|sore|score)\p{L}+){0,2}? (?:at|around|about) \d{1,2}\b(?! ?[/@])/gu,
  /(?<![\w@] ?)-\d+(?:\.\d+)?|\b(?:not|isnt|wasnt) (?:an? )?\d+(?:\.\d+)?\b(?! ?(?:\/ ?10|@))/g,
  // Results and counts: "3-2 full time", "3 nil", "2 all", "lost by 10", "back in 5", "3 more sleeps", "size 9".
  /\b\d+(?: ?- ?| )\d+ (?:full ?time|half ?time|ft|ht|up|win|loss)\b|\b\d+(?: ?- ?| )(?:0|all|love)\b(?= (?:at|full|half)|\W*$)/g,
  /\b(?:in|by|size|sz|route|bus|gate|lane|bay|seat|row|table|channel) (?:about )?#?\d+(?:\.5)?\b(?! ?[/@])/g,
  /\b(?:act|take|scene|plan|series|season|episode|ep|top|volume|vol|chapter) \d+\b(?! ?[/@])|\b(?:table|room|dinner|lunch|seats?|tickets?|party|booking) (?:for|of) \d+\b/g,
  /\bhit (?:a |for )?\d+\b/g,
  /\b\d+ more (?!pain|sore|or|like)\p{L}+|\p{L}\d+\p{L}/gu,
  /\bif (?:10|0) is [\w ]{0,24}?(?=id|i would|then|,|$)/g,
]

const SCALE = / ?(?:\/|\bout ?(?:of|a|ta)|\bouta|\boutta|\bof) ?(?:10\b|\bten\b)/g
const NUMBER = /(?<![\d.])\d{1,3}(?:[.,]5\d?|\.\d)?(?![\d.]\d)/g

/** Words that stand around a score; each other word makes it more likely that the number is of something else. */
const AROUND = new Set(
  'pain sore hurts hurt hurting ache aching ouch score rate scale level stiff hip back leg left right side worse better bad good great down up was were now today currently moment id say about around maybe probably probs still only just its it is im am a an at sitting standing resting rest walking walk hovering solid strong ish number p or to and give between same no change went gone dropped started overall rough my would be been week day morning night thanks thank you hi hello hey sorry not terrible awful mostly when but in the by on after before since with yesterday last bloody so feels feel like more bit of for i get out hmm umm um ugh yay crook pretty that this all time yeah yes nah ok please mate cheers ta out score worst reply late managing happy going how moving hard day days evening arvo afternoon mark put been prob prolly reckon rekon guess think never above over below under doesnt dont goes higher lower than most would lvl kicked off from as go dear darl love plus always sometimes began begun first initially originally began currently atm at'.split(
    ' ',
  ),
)
/** "nil symptoms" answers a check for signs; only to "0-10" is a bare "nil" a score. */
const DENIES = /^\W*(?:nil|zilch)\b(?!\W*pain)|^\W*zero (?!pain|today|now|thanks|at|out)\p{L}/u

const PAIN = /\b(?:pain|sore|score|scale|ouch|stiff|hurts?|ache|aching|rate|crook)\b/

const cleaned = (plain: string): string =>
  NOT_A_SCORE.reduce(
    (text, noise) => text.replaceAll(noise, ' _ '),
    plain.replaceAll(SCALE, '/10').replaceAll(/(\d(?:\.\d)?)\/10/g, '$1 @'),
  )

/** "6 eggs", "9 bus": a number before a word that says nothing of pain counts something. */
const withoutCounts = (text: string): string =>
  text.replaceAll(
    /(?<![\d.])\d+(?:\.\d+)? (\p{L}*[^\Ws]s)\b|\bnumber \d+ (\p{L}+)/gu,
    (found: string, many = '', one = '') => (AROUND.has(many || one) ? found : ' _ '),
  )

/** "vet at 4", "pizza at 7": a time, unless all words around it are a score's ("sitting at 4"). */
const AT_TIME = /\bat \d/

/** Longest text, in words, in which a number is taken for a score. */
const LONGEST = 40

const clip = (value: number): number => Math.min(10, Math.max(0, value))

const NONE =
  /^\W*(?:zero|no|nil|nah no|0) pain\b(?! ?(?:relief|killer|med))(?:\W+(?:at all|today|now|thanks|thank you|anymore|really|whatsoever|here|yay|\W)*)*$|^\W*(?:pain free|painfree|nil|zilch)(?: today| thanks| now)?\W*$/

/** The current one of a "then and now" pair, as text. */
function current(text: string): string {
  const NOW = [
    /(\d[\d.]*)\W*(?:was|previously|(?:down|up) from) (?:an? )?\d/,
    /(?:was|were|been|from|(?:started|began|start|begun|kicked off|opened)(?: off| out)?(?: at| as| on| with)?|initially|originally|first|it was|before|yesterday|last \w+)\b.*?\d.*?(?:\bnow\b|\bto\b|\btoday\b|\bcurrently\b|->|\bits\b|\bmore like\b)\D*?(\d[\d.]*(?: ?(?:-|to|or) ?\d[\d.]*)?)/,
    /(?:started|began|begun|kicked off|initially|originally|at first|was)\b\D{0,16}\d[\d.]*\D{1,16}?(\d[\d.]*) ?@? ?(?:now|today|currently|atm|at the moment|rn)\b/,
    /\bnow (?:im |its |at |on |a |an |about |around |down to |up to )*(\d[\d.]*)\D{1,12}(?:from|was|down|up)\b/,
    /\d ?@?\W*(?:at first|at the start|to start|to begin|initially|originally|first up)\b\D*?(\d[\d.]*)/,
    /\d\D{0,12}?\b(?:yesterday|before|last \w+|earlier)\b\D*?(\d[\d.]*)/,
    /(\d[\d.]*) (?:today|now)\b.*?\b(?:was|yesterday|before|from)\b/,
    /\b(?:up|down|dropped|gone|went|fell|rose) (?:up |down )?from \D*\d[\d.]*\D+(\d[\d.]*)/,
    /\bday \d.*?today (?:a )?(\d[\d.]*)/,
    /\btoday (?:its |is |a |im )*(\d[\d.]*)/,
  ]
  for (const pair of NOW) {
    const found = pair.exec(text)?.[1]
    if (found !== undefined) return found
  }
  return text
}

/**
 * A pain score in a text, 0..10. Of a range and of several places the higher, of "then and now" the current one; over
 * ten is as bad as ten. Numbers that count something else are none.
 */
export function painScore({ plain, words, asks }: Reading, askedForOne: boolean): number | undefined {
  if (!askedForOne && DENIES.test(plain)) return undefined
  if (NONE.test(plain)) return 0
  const inDigits = plain
    .replaceAll(IN_WORDS, (word) =>
      word === 'one' && words.length > 1 ? word : String(counted(word) ?? word),
    )
    .replaceAll(/\b(\d) and a half\b/g, '$1.5')
  const written = cleaned(inDigits)
  const text = askedForOne || written.includes('@') || PAIN.test(written) ? written : withoutCounts(written)
  const numbers = [...current(text).matchAll(NUMBER)].map(([digits]) => Number(digits.replace(',', '.')))
  if (numbers.length === 0) return undefined
  const value = Math.max(...numbers)
  const scaled = text.includes('@')
  if (
    value > 10 &&
    !(scaled || (askedForOne && value <= 15) || (words.length === 1 && (value <= 15 || value === 100)))
  )
    return undefined
  const strange =
    text.match(/\p{L}+/gu)?.filter((word) => !AROUND.has(word) && !(word in COUNTED)).length ?? 0
  const leads = /^\W*(?:hi|hello|hey|good morning|umm?|hmm)?\W*\d/.test(text)
  const allowed =
    scaled || askedForOne ? 12 : PAIN.test(text) ? 7 : leads ? 5 : asks || AT_TIME.test(text) ? 0 : 1
  return strange <= allowed && words.length <= LONGEST ? clip(value) : undefined
}
