import type { Reading } from './reading.ts'
import { statusOf } from './status.ts'

/** Body temperatures that count as a fever, and the range in which a number can be one at all. */
const FEVER_C = { from: 37.9, to: 43 }
const FEVER_F = { from: 100.2, to: 109 }

const ABOUT_A_BODY =
  /\b(?:temp\w*|fever\w*|feaver|fevr|thermometer|hot|checked|reading|shiver\w*|chills|sweat\w*|confused|celsius|degrees?|deg|running)\b|°/
const ABOUT_THE_WEATHER =
  /\b(?:outside|weather|forecast|summer|beach|oven|aircon|heatwave|bake|pool|water|fan|sunny|melb\w*|tomorrow|here|shade|humid\w*|scorch\w*|hot today|so hot)\b/
const NUMBER = /(?<![\d/:$£€.])(\d{2,3}(?:[.,]\d{1,2})?) ?(°? ?[cf]\b|deg\w*|°)?(?![\d/:%])/g
const UNIT_OF_SOMETHING_ELSE =
  /^ ?(?:mg|ml|kg|km|k\b|am|pm|min|mins|hours|hrs|weeks|wks|days|years|yrs|yo|bucks|dollars|out of|people|%|tablets|reps|steps|metres|m\b)/

/** Nothing but a reading, and perhaps when it was taken. */
const BARE =
  /^\W{0,3}(?:i was |im |its |it was |it says |was |got |now )?(?:38|39|[34]\d[.,]\d{1,2}|10[0-6][.,]\d|10[1-6])(?: and (?:a )?half)?\W{0,3}(?:f|c)?\W{0,3}(?:today|now|just now|right now|this morning|this arvo|tonight|last night|earlier|still|again|at the moment|an hour ago|(?:last )?(?:time )?(?:when )?(?:i|we) checked)?\W{0,3}$/

const isFever = (value: number): boolean =>
  (value >= FEVER_C.from && value < FEVER_C.to) || (value >= FEVER_F.from && value < FEVER_F.to)

/** With its tenth, in a short text, a number in the range of fevers is one: "think ive cooked something up, 38.6". */
const isReading = (digits: string, { words }: Reading): boolean =>
  words.length <= FEW_WORDS &&
  (/^(?:38|39|40)[.,]\d$/.test(digits) || (words[0]?.raw === digits && WHEN.has(words[1]?.text ?? '')))
const FEW_WORDS = 10
const WHEN: ReadonlySet<string> = new Set([
  'this',
  'today',
  'tonight',
  'now',
  'last',
  'yesterday',
  'since',
  'all',
])

/** A relative who writes for her says "mum has a temp of 39"; a child is not the patient. */
const A_CHILDS =
  /\b(?:daughter|son|kid|kids|baby|bub|toddler|child|grandson|granddaughter|dog|cat|neighbour|workmate)s?\b/

/** A reading is no one else's, and not over. */
function isHers(reading: Reading, digits: string): boolean {
  const start = reading.words.findIndex(({ raw }) => raw.startsWith(digits.slice(0, 2)))
  if (start < 0) return true
  const status = statusOf(reading, [{ start, end: start + 1, skipped: [] }], false)
  return status === 'present' || (status === 'someone else' && !A_CHILDS.test(reading.plain))
}

/**
 * A body temperature of 38 C (100.4 F) or more, give or take a thermometer. A bare 38 to 42 is one as well; weather,
 * doses and ages are not.
 */
export function feverishTemperature(reading: Reading): string | undefined {
  const { plain } = reading
  if (
    ABOUT_THE_WEATHER.test(plain) &&
    !/\b(?:temp\w*|fever\w*|thermometer|shiver\w*) (?:of|is|was|now|\d)|\bmy temp/.test(plain)
  )
    return undefined
  const bare = BARE.test(plain)
  for (const match of plain.matchAll(NUMBER)) {
    const [whole, digits = '', unit = ''] = match
    const after = plain.slice(match.index + whole.length, match.index + whole.length + 12)
    const value = Number(digits.replace(',', '.'))
    if (!isFever(value) || UNIT_OF_SOMETHING_ELSE.test(after)) continue
    if (
      (bare || isReading(digits, reading) || unit !== '' || ABOUT_A_BODY.test(plain)) &&
      isHers(reading, digits)
    )
      return `temperature ${digits}`
  }
  return undefined
}
