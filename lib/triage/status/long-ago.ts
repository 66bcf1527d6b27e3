import type { Span } from '../pattern.ts'
import type { Word } from '../reading.ts'
import { words } from './word-list.ts'

const MONTHS = words(
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
const YEARS = words('year years month months ages decade decades yrs')
const YEAR = /^(?:19\d\d|20[012]\d)$/
/** Right before a sign: "an old clot", "a history of seizures". */
const FORMER = words('old previous past former childhood prior always')
const TO_COME = words('due expecting baby coming arriving')
const YOUNG = words('kid child teenager teen baby boy girl youngster toddler student bub')
/** The sign is here again, or has been here since. */
const STILL = words('since still now again keeps')
const NONE = words('none nothing nil never not')
/** "since my heart attack in 2015" dates something else by the sign. */
const DATED_BY = 4

/** Whether a word of a sentence begins a time long past. */
function tellsLongAgo(sentence: readonly string[], at: number): boolean {
  const [word = '', after = '', later = ''] = sentence.slice(at, at + 3)
  const before = sentence[at - 1] ?? ''
  if (word === 'ago' || word === 'back') return YEARS.has(before)
  if (word === 'last') return after === 'month' || after === 'year'
  if (word === 'in') return !TO_COME.has(before) && (MONTHS.has(after) || YEAR.test(after))
  if (word === 'used') return after === 'to' && before !== 'never' && before !== 'not'
  if (word === 'as') return YOUNG.has(after) || YOUNG.has(later)
  if (word === 'when') return isYouth(after, sentence.slice(at + 2, at + 5))
  if (word === 'before') return YEAR.test(later) || YEAR.test(after)
  if (word === 'at')
    return /^[2-9]\d$/.test(after) || after === 'school' || after === 'uni' || after === 'birth'
  return (word === 'history' && after === 'of') || (word === 'last' && after === 'time')
}

/** "when i was 15", "when i was little", "when she was at school". */
const isYouth = (who: string, [was = '', what = '', more = '']: readonly string[]): boolean =>
  (who === 'i' || who === 'she' || who === 'he') &&
  was === 'was' &&
  (/^\d{1,2}$/.test(what) || /^(?:little|young|younger|small|pregnant)$/.test(what) || YOUNG.has(more))

/** "last year", "in june", "10 years ago", "used to", "as a kid"; not "since last month", nor days or weeks ago. */
export function isLongAgo(text: readonly Word[], { start }: Span): boolean {
  const sign = text[start]
  const sentence = text.filter(({ clause }) => clause === sign?.clause)
  const told = sentence.map(({ text: word }) => word)
  const at = sign === undefined ? -1 : sentence.indexOf(sign)
  const former = told.slice(Math.max(0, at - 2), at).some((word) => FORMER.has(word))
  const goesOn = sentence.some(
    ({ text: word, part }, place) =>
      STILL.has(word) &&
      part === sign?.part &&
      !(word === 'since' && ((place < at && at - place <= DATED_BY) || NONE.has(told[place - 1] ?? ''))),
  )
  return !goesOn && (former || told.some((_, place) => tellsLongAgo(told, place)))
}
