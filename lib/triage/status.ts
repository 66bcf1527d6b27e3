import type { Span } from './pattern.ts'
import type { Reading } from './reading.ts'
import { isDenied } from './status/denied.ts'
import { isHypothetical } from './status/hypothetical.ts'
import { isLongAgo, isOver } from './status/over.ts'
import { isSomeoneElses } from './status/someone-else.ts'

/** What a text says of a sign it names. Only `present` raises an alarm; the others go to staff. */
export type Status = 'present' | 'denied' | 'gone' | 'hypothetical' | 'someone else'

/** A tier 1 sign is believed even if it seems to be over, and one whose own words say "no" is no denial. */
export function statusOf(
  reading: Reading,
  span: Span,
  { urgent, negates }: { readonly urgent: boolean; readonly negates: boolean },
): Status {
  const { words: text } = reading
  if (!negates && isDenied(text, span)) return 'denied'
  if (isSomeoneElses(text, span, urgent)) return 'someone else'
  if (isHypothetical(reading, span)) return 'hypothetical'
  return (!urgent && isOver(text, span)) || isLongAgo(text, span) ? 'gone' : 'present'
}
