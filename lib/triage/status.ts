import type { Span } from './pattern.ts'
import type { Reading, Word } from './reading.ts'
import { isDenied } from './status/denied.ts'
import { isHypothetical } from './status/hypothetical.ts'
import { isLongAgo } from './status/long-ago.ts'
import { isOver } from './status/over.ts'
import { isSomeoneElses } from './status/someone-else.ts'
import { words } from './status/word-list.ts'

/** What a text says of a sign it names. Only `present` raises an alarm; the others go to staff. */
export type Status = 'present' | 'denied' | 'gone' | 'hypothetical' | 'someone else'

const SYMPTOM_WORDS = words(
  'cant couldnt wont no not without lost unable nothing doesnt dont isnt havent hasnt didnt barely hardly never arent stopped wasnt',
)

/** A "no" inside the pattern is the symptom itself: "no feeling", "wont work". */
const negatesItself = (text: readonly Word[], { start, end, skipped }: Span): boolean =>
  text
    .slice(start, end)
    .some(({ text: word }, at) => SYMPTOM_WORDS.has(word) && !skipped.includes(start + at))

/**
 * The status of a sign told in one place or in two. A denial of either place denies it. A tier 1 sign is believed even
 * if it seems to be over, and one whose own words say "no" is no denial.
 */
export function statusOf(reading: Reading, places: readonly Span[], urgent: boolean): Status {
  const { words: text } = reading
  const [first] = places
  if (first === undefined) return 'present'
  if (places.some((span) => !negatesItself(text, span) && isDenied(text, span))) return 'denied'
  const whole = { ...first, end: Math.max(...places.map(({ end }) => end)) }
  if (isSomeoneElses(text, whole, urgent)) return 'someone else'
  if (isHypothetical(reading, whole)) return 'hypothetical'
  return (!urgent && isOver(text, whole)) || isLongAgo(text, whole) ? 'gone' : 'present'
}
