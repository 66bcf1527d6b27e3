import type { Span, Text } from '../pattern.ts'
import { Index } from '../pattern-index.ts'
import type { Reading, Word } from '../reading.ts'

const LOOK_ALIKES = new Index('look-alikes')

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
  const counts: Readonly<Record<string, boolean>> = {
    always: true,
    laughing: LAUGHS.test(plain),
    well: !TAKEN_BACK.test(plain),
  }
  for (const { span, of } of LOOK_ALIKES.matches(text)) if (counts[of]) blank(span)
  return blanked.size === 0
    ? undefined
    : text.words.map((word, at) => (blanked.has(at) ? { ...word, text: BLANK } : word))
}
