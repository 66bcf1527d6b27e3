import type { Span } from '../pattern.ts'
import type { Word } from '../reading.ts'
import { words } from './word-list.ts'

const ENDED = words(
  'normal settled cleared resolved faded fading stopped disappeared improved improving healed subsided eased passed vanished recovered finished',
)
const NOT_ENDED = words('isnt not hasnt wont')
const WENT = words('going went gone')
const FINE = words('fine ok good okay')
/** What may follow a "but" that tells of the end: "but its fine now". */
const BUT_THEN = words('its it fine ok okay gone all has better is they theyre that thats now im')
const MONTHS = words(
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
const LONG_AGO = words('year years month months ages decade decades')
const STILL = words('since still now again keeps')
/** How far after a sign its end is told, in words. */
const REACH = 8

const isLast = (text: readonly Word[], at: number): boolean => text[at + 1]?.clause !== text[at]?.clause
const next = (text: readonly Word[], at: number): string => text[at + 1]?.text ?? ''

/** Whether a word tells the end of what was named before it. */
function endsAt(text: readonly Word[], at: number): boolean {
  const word = text[at]?.text ?? ''
  const before = text[at - 1]?.text ?? ''
  const after = next(text, at)
  if (word === 'better')
    return before !== 'not' && (isLast(text, at) || ['now', 'today', 'thanks', 'this'].includes(after))
  if (word === 'gone' && isLast(text, at)) return true
  if (WENT.has(word)) return after === 'away' || after === 'down' || (word === 'gone' && after === 'now')
  if (FINE.has(word)) return after === 'now' || before === 'now' || before === 'its'
  return ENDED.has(word) || (word === 'wore' && after === 'off')
}

/** "fever gone now", "swelling has gone down", "temp came back to normal". */
export function isOver(text: readonly Word[], { start, end }: Span): boolean {
  const clause = text[start]?.clause
  for (let at = end; at < Math.min(text.length, end + REACH); at += 1) {
    const word = text[at]
    if (word === undefined || word.clause !== clause || NOT_ENDED.has(word.text)) return false
    if (word.text === 'but' && !BUT_THEN.has(next(text, at))) return false
    if (endsAt(text, at)) return true
  }
  return false
}

/** "last year", "in june", "10 years ago", "used to"; not "since last month", nor hours, days or weeks ago. */
export function isLongAgo(text: readonly Word[], { start }: Span): boolean {
  const clause = text.filter((word) => word.clause === text[start]?.clause)
  if (clause.some(({ text: word }) => STILL.has(word))) return false
  return clause.some(({ text: word }, at) => {
    const after = clause[at + 1]?.text ?? ''
    if (word === 'ago') return LONG_AGO.has(clause[at - 1]?.text ?? '')
    if (word === 'last') return after === 'month' || after === 'year'
    if (word === 'in') return MONTHS.has(after) || /^20[012]\d$/.test(after)
    return (word === 'used' && after === 'to') || (word === 'as' && clause[at + 2]?.text === 'kid')
  })
}
