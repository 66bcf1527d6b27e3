import type { CalendarText } from '../api/shapes.ts'
import type { Standing } from '../calendar/reasons.ts'

type Texts = readonly CalendarText[]

export interface SortedTexts {
  readonly past: Texts
  readonly ahead: Texts
  /** Never sent, because their visit is no more: every move of a visit leaves a whole calendar of them. */
  readonly replaced: Texts
}

const SETTLED = new Set<CalendarText['state']>(['sent', 'delivered', 'undelivered', 'failed', 'skipped'])

const REPLACED = [
  ['superseded', 'replaced', 'replaced by later ones'],
  ['cancelled', 'visit cancelled', 'of a cancelled visit'],
  ['missed', 'visit missed', 'of a missed visit'],
] as const satisfies readonly (readonly [CalendarText['reason'], string, string])[]

/** @param now UTC */
export function sortedTexts(texts: Texts, now: string): SortedTexts {
  const replaced = texts.filter(isReplaced)
  const rest = texts.filter((text) => !isReplaced(text))
  const isPast = ({ state, utc }: CalendarText) => SETTLED.has(state) && (state !== 'skipped' || utc <= now)
  return { past: rest.filter(isPast), ahead: rest.filter((text) => !isPast(text)), replaced }
}

const isReplaced = ({ state, reason }: CalendarText): boolean =>
  state === 'skipped' && REPLACED.some(([each]) => each === reason)

/** Among its like, one word is enough. */
export const replacedStanding = ({ reason }: CalendarText): Standing => ({
  look: 'skipped',
  words: REPLACED.find(([each]) => each === reason)?.[1] ?? 'replaced',
})

/** `36 replaced by later ones, 4 of a cancelled visit`. */
export const replacedText = (replaced: Texts): string =>
  REPLACED.map(
    ([reason, , words]) => [replaced.filter((text) => text.reason === reason).length, words] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ')
