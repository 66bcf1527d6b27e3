import type { Span } from '../pattern.ts'
import type { Reading, Word } from '../reading.ts'
import { words } from './word-list.ts'

const CONDITIONS = words('if incase case unless')
const BEFORE_IF = words('know sure wondering wonder see tell ask check dunno checking asking say understand')
/** After "if" these tell of what is there: "what do i do if its infected". */
const IS_SO = words('is are its im ive am been was still keeps now theres feels looks cant couldnt dont wont')
const ASKS_ABOUT = words('what whats who when how should would could can will does is are do')
/** After a comma these begin what is: "what if its infected, its red and hot". */
const NEW_SUBJECT = words('its it im ive i my theres there the this')

/** A promise to act on a sign to come: "will ring if i get a fever", "any trouble breathing ill ring". */
const PROMISE =
  /(?<!\b(?:nothing|it|that|blood|pee|wee|poo|leg|legs|foot|she|he) )\b(?:will|ill|id|gonna|going to|we will|well) (?:\w+ ){0,2}?(?:ring|call|phone|go|text|yell|shout|scream|watch|look|keep|let|tell|contact|head|come|get help)\b/
const ON_CONDITION =
  /\b(?:if|when|whenever|any|anything|should|in case|out for|watch for|for any|for signs)\b/

/** Questions about a sign to come, as the words before it put them. */
const FRAMES = [
  /\bwhat(?:s| is| happens| do i do| should i do)? if\b/,
  /\bhow (?:would|will|do|does|can|could|should) (?:i|you|we|u|one|they|people|it|a person) (?:know|tell|spot|recogni[sz]e|look|feel)\b/,
  /\b(?:would i know|how to (?:know|tell|spot)|what (?:would|does|do|counts)|counts as|what (?:is|s)? ?(?:a|an|considered)|what temperature|whats a)\b/,
  /\b(?:when )?would (?:a|an|it|that|this|having|getting|any|i)\b|\bwhen would\b|\bwhat would\b/,
  /^(?:so |ok |and |um )*(?:suppose|supposing|say|imagine|lets say|hypothetically|let us say)\b/,
  /\bhow (?:common|likely|often|usual|rare|normal|dangerous)\b|\bis it (?:possible|true|likely|common)\b|\bis there (?:an? |any )?(?:risk|chance|danger|possibility)\b/,
  /\b(?:do|does) you have to\b|\bdo you have to\b|\b(?:will|could|might|can) i (?:get|have|pass|faint|end|still|need)\b/,
  /\bshould i (?:worry|be worried|be concerned) (?:about|if)\b/,
  /^(?:so |and |but |ok |hi |um )?(?:does|do|can|could|would|will)(?: an?| any| the)?$/,
  /\b(?:whats|what is|what are|define|meaning of)(?: an?| the)?(?: \w+)?$/,
  /\b(?:dont|do not|didnt|wouldnt) want (?:to )?(?:have|get|end up|risk|catch|it to|any|an?)\b/,
  /\b(?:eye|eyes|lookout) (?:out )?(?:for|on)\b|\bmonitor(?:ing)? for\b/,
  /\b(?:signs?|symptoms?|risks?|chances?|odds|likelihood|possibility|danger|side effects?|evidence) (?:of|include)\b/,
  /\b(?:watch|look) (?:out )?for\b/,
  /\b(?:leaflet|website|google\w*|brochure|sheet|flyer|list|it|you|internet|handout|pamphlet|booklet|form|page|online|instructions?|info|text|message)\b.* (?:says?|said|mentions?|mentioned|talks?|talked|lists?|listed|warns?|warned|reads?)\b/,
  /\b(?:do|does|did|will|would|have) (?:people|patients|anyone|anybody|others|many|most|some|all|everyone)\b/,
  /\b(?:can|could|does|do|will|might|would) (?:it|this|that|these|they|prolo\w*|(?:the|this|these|that|your|an?) \w+) (?:also |ever |even )?(?:cause|because|give|paralyse|hurt|damage|kill|hit|lead|make|trigger|bring|affect|increase)\b/,
  /\b(?:will i get|could i get|can i get|can you get|do you get|should i (?:expect|get|be)|is it (?:common|usual) to (?:get|have|feel))\b/,
  /\b(?:tell me|ask|know|question|info|information|read|reading|heard|worry|worried|scared|afraid|fear|frightened|nervous|anxious|paranoid|concerned) (?:more )?(?:about|of|on)(?: getting| having| catching| an?| any| the| your)*$/,
  /\b(?:prevent|avoid|test for|in case of|allergic to|prone to|history with|vaccin\w+ against)(?: \w+)?$/,
]
/** What follows a sign that is only spoken of: "infection control", "is numbness common". */
const SPOKEN_OF =
  /^(?:control|prevention|policy|rates?|treatment|text|message|question)\b|^(?:\w+ ){0,2}?(?:common|likely|possible|contagious|a side effect|a risk|risk|means?|meant to|happen|expected|to be expected|something to watch)\b/
/** Words that take the question back: she has it. */
const REAL = /\b(?:i have|ive got|ive|i am|im|i was|now|since|still|keeps?|today|yesterday)\b/

const asText = (text: readonly Word[]): string => text.map(({ text: word }) => word).join(' ')

/** The words of the sign's sentence before it, from where its own part of the sentence begins anew. */
function wordsBefore(text: readonly Word[], start: number): readonly string[] {
  const clause = text[start]?.clause
  const before = text.slice(0, start).filter((word) => word.clause === clause)
  const anew = before.findLastIndex(
    ({ text: word, part }, at) => at > 0 && part !== before[at - 1]?.part && NEW_SUBJECT.has(word),
  )
  return before.slice(Math.max(0, anew)).map(({ text: word }) => word)
}

/** "what do I do if I get a fever": a condition, and something that is yet to come. */
function isConditional({ words: text, asks }: Reading, { start, end }: Span, before: readonly string[]) {
  const at = before.findLastIndex((word) => CONDITIONS.has(word))
  const isQuestion = asks || text.some(({ text: word }) => ASKS_ABOUT.has(word))
  if (at < 0 || !isQuestion || BEFORE_IF.has(before[at - 1] ?? '')) return false
  return ![...before.slice(at + 1), ...text.slice(start, end).map(({ text: word }) => word)].some((word) =>
    IS_SO.has(word),
  )
}

function isPromised(text: readonly Word[], { start, end }: Span): boolean {
  const sign = text[start]
  const sentence = text.filter(({ clause }) => clause === sign?.clause)
  const before = text.slice(0, end).filter(({ clause }) => clause === sign?.clause)
  return PROMISE.test(asText(sentence)) && ON_CONDITION.test(asText(before))
}

/** A sign to come, asked about, or spoken of in general. "not sure if it is infected" is one that is there. */
export function isHypothetical(reading: Reading, span: Span): boolean {
  const { words: text } = reading
  const before = wordsBefore(text, span.start)
  if (isConditional(reading, span, before) || isPromised(text, span)) return true
  const said = wordsBefore(text, span.end - 1).join(' ')
  const after = text
    .slice(span.end, span.end + 4)
    .filter(({ clause }) => clause === text[span.start]?.clause)
    .map(({ text: word }) => word)
    .join(' ')
  if (SPOKEN_OF.test(after) && !REAL.test(said)) return true
  const frame = FRAMES.find((each) => each.test(said))
  return frame !== undefined && !REAL.test(said.slice(said.search(frame)))
}
