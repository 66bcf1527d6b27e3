import { pattern, type Span, type Text } from '../pattern.ts'
import { Index } from '../pattern-index.ts'
import type { Reading, Word } from '../reading.ts'
import { LOOK_ALIKES } from './look-alikes.ts'

const indexOf = (patterns: readonly string[]): Index<true> => {
  const index = new Index<true>()
  for (const text of patterns) for (const sequence of pattern(text).sequences) index.add(sequence, true)
  return index
}
const ALWAYS = indexOf(LOOK_ALIKES.always)
const LAUGHING = indexOf(LOOK_ALIKES.laughing)
const WELL = indexOf(LOOK_ALIKES.well)

/** Any of these may take back that all is well. */
const TAKEN_BACK =
  /\b(?:no can|but|though|tho|except|just|only|until|then|however|yet|cant|cannot|couldnt|dont|doesnt|didnt|wont|isnt|arent|never|not|without|hardly|barely|less|leak\w*|dribbl\w*|accident\w*|wet|numb|tingl\w*|weird|funny|strange|odd|weak|slow|used to|was|were)\b/

const LAUGHS =
  /\b(?:lol|lmao|lmfao|rofl|haha\w*|hehe\w*|laugh\w*|just a joke|joking|kidding|jk|song|lyrics|hilarious|so funny|too funny)\b/
/** What stands where a look-alike was. */
export const BLANK = '\u0000'

/** Words of look-alikes become blanks that no pattern matches; `undefined` if there are none. */
export function withoutLookAlikes({ plain }: Reading, text: Text): readonly Word[] | undefined {
  const blanked = new Set<number>()
  const blank = ({ start, end }: Span) => {
    for (let at = start; at < end; at += 1) blanked.add(at)
  }
  for (const { span } of ALWAYS.matches(text)) blank(span)
  if (LAUGHS.test(plain)) for (const { span } of LAUGHING.matches(text)) blank(span)
  if (!TAKEN_BACK.test(plain)) for (const { span } of WELL.matches(text)) blank(span)
  return blanked.size === 0
    ? undefined
    : text.words.map((word, at) => (blanked.has(at) ? { ...word, text: BLANK } : word))
}
