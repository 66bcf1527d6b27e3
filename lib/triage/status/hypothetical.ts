import type { Span } from '../pattern.ts'
import type { Reading } from '../reading.ts'
import { words } from './word-list.ts'

const BEFORE_IF = words('know sure wondering wonder see tell ask check dunno checking asking say understand')
const ARRIVES = words(
  'get gets getting got develop develops start starts started have has had notice notices noticed become becomes goes fall gets',
)
const ASKS_ABOUT = words('what whats who when how should would could can will does is are do')

const GENERAL =
  /\b(?:signs? of|symptoms? of|risk of|chance of|chances of|watch for|look out for|look for|side effects?|(?:can|does|could|will|might) (?:it|this|prolotherapy|the \w+) (?:because|give you|make you|make me|make my|leave me|affect)|get an|get a|worry about|what is a|what counts as a?|is a|will i get a?|could i get an?|how will i know if its|counts as a|allergic to|prevent|avoid|test for|scared of|afraid of|fear of|nervous about|worried about getting|in case of|what temperature is a)(?: \w+)?$/
const REAL = /\b(?:i have|ive got|ive|i am|im|now|since|got)\b/

/** Right before a sign: how it would look, how one would know it. */
const LOOKS =
  /\b(?:what (?:would|does)(?: an?)?|how (?:do|would|will|can|does) (?:i|you|u|we|one|it) (?:know|tell|look)(?: (?:if|when))?(?: (?:its|it is|theres|i have|i had|ive got|ive|i got))?(?: an?)?|would i know(?: if)?(?: i had)?(?: an?)?|how to (?:know|tell)(?: if)?(?: its)?)$/

/** Questions about a sign in general: "what are the signs of infection", "is infection common". */
const general = (before: string, after: string): boolean =>
  (GENERAL.test(before) &&
    /\b(?:what|whats|how|can|could|does|will|should|when|risk|are|signs?|worry|do|allergic|scared|afraid|fear|nervous)\b/.test(
      before,
    ) &&
    !REAL.test(before)) ||
  /^(?:common|likely|possible|contagious|a side effect|risk)\b/.test(after)

/** "what do I do if I get a fever": a sign to come, asked about. "not sure if it is infected" is one that is there. */
export function isHypothetical({ words: text, asks }: Reading, { start, end }: Span): boolean {
  const clause = text[start]?.clause
  const before = text.slice(0, start).map((word) => word.text)
  const inClause = text.filter((word, at) => word.clause === clause && at < start).map((word) => word.text)
  const at = inClause.findLastIndex(
    (word) => word === 'if' || word === 'incase' || word === 'case' || word === 'unless',
  )
  const question =
    asks ||
    before.some((word) => ASKS_ABOUT.has(word)) ||
    text.slice(end).some(({ text: word }) => ASKS_ABOUT.has(word))
  if (at >= 0 && question && !BEFORE_IF.has(inClause[at - 1] ?? '')) {
    const between = inClause.slice(at + 1)
    if (
      between.some((word) => ARRIVES.has(word)) ||
      text.slice(start, end).some(({ text: word }) => ARRIVES.has(word) || word === 'goes')
    )
      return true
  }
  const inPart = text
    .filter((word, index) => word.part === text[start]?.part && index < start)
    .map((word) => word.text)
  if (LOOKS.test(inPart.join(' '))) return true
  return general(
    inClause.join(' '),
    text
      .slice(end, end + 3)
      .map((word) => word.text)
      .join(' '),
  )
}
