import type { Span } from '../pattern.ts'
import type { Word } from '../reading.ts'
import { words } from './word-list.ts'

const ENDED = words(
  'normal settled cleared resolved faded fading stopped disappeared improved improving healed subsided eased passed vanished recovered finished fixed sorted yellowing',
)
const NOT_ENDED = words('isnt not hasnt wont')
const NEARLY = words('nearly almost mostly completely totally all fully now')
const WENT = words('going went gone')
const FINE = words('fine ok good okay')
/** What may follow a "but" that tells of the end: "but its fine now". */
const BUT_THEN = words('its it fine ok okay gone all has better is they theyre that thats now im')
/** How far after a sign its end is told, in words. */
const REACH = 11

const isLast = (text: readonly Word[], at: number): boolean => text[at + 1]?.clause !== text[at]?.clause
const next = (text: readonly Word[], at: number): string => text[at + 1]?.text ?? ''

/** Whether a word tells the end of what was named before it. */
function endsAt(text: readonly Word[], at: number): boolean {
  const word = text[at]?.text ?? ''
  const before = text[at - 1]?.text ?? ''
  const after = next(text, at)
  if (word === 'better')
    return before !== 'not' && (isLast(text, at) || ['now', 'today', 'thanks', 'this'].includes(after))
  if (word === 'gone' && (isLast(text, at) || text[at + 1]?.part !== text[at]?.part)) return true
  if (word === 'gone' && NEARLY.has(before)) return true
  if (WENT.has(word)) return after === 'away' || after === 'down' || (word === 'gone' && after === 'now')
  if (FINE.has(word)) return after === 'now' || before === 'now' || before === 'its'
  if (word === 'was') return after === 'nothing' && at + 1 < text.length && isLast(text, at + 1)
  return ENDED.has(word) || (word === 'wore' && after === 'off')
}

/** "fever gone now", "swelling has gone down", "temp came back to normal", "infection scare was nothing". */
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
