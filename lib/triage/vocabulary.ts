import type { Mention } from './drugs/mentions.ts'
import { FIRST_NAMES } from './meanings/first-names.ts'
import { sequence, type Text, textOf } from './pattern.ts'
import { Index } from './pattern-index.ts'
import type { Word } from './reading.ts'
import { BODY } from './vocabulary/body.ts'
import { FAILING } from './vocabulary/failing.ts'
import { FEELING } from './vocabulary/feeling.ts'
import { SKIN } from './vocabulary/skin.ts'
import { THINGS } from './vocabulary/things.ts'
import { TOILET } from './vocabulary/toilet.ts'

/** Lists of words and phrases that the tables of signs refer to as `@name`. */
const VOCABULARY: Readonly<Record<string, string>> = {
  ...BODY,
  ...FEELING,
  ...FAILING,
  ...TOILET,
  ...SKIN,
  ...THINGS,
  firstname: FIRST_NAMES,
}

const PHRASES = new Index<string>()
for (const [list, phrases] of Object.entries(VOCABULARY))
  for (const phrase of phrases.split(',')) PHRASES.add(sequence(phrase), list)

/** A text with the phrases of the lists in it. `medicines` adds the names found in the dictionary. */
export function withLists(words: readonly Word[], medicines: readonly Mention[]): Text {
  const lists: { list: string; end: number }[][] = words.map(() => [])
  for (const { span, of } of PHRASES.matches(textOf(words, [])))
    lists[span.start]?.push({ list: of, end: span.end })
  for (const { start, end, entry } of medicines) {
    lists[start]?.push({ list: 'medicine', end }, { list: 'pills', end })
    if (entry.class === 'blood_thinner') lists[start]?.push({ list: 'thinner', end })
  }
  return textOf(words, lists)
}
