import type { Mention } from './drugs/mentions.ts'
import { type Text, textOf, textWith } from './pattern.ts'
import { Index } from './pattern-index.ts'
import type { Word } from './reading.ts'

const PHRASES = new Index('vocabulary')

/** A text with the phrases of the lists in it. `medicines` adds the names found in the dictionary. */
export function withLists(words: readonly Word[], medicines: readonly Mention[]): Text {
  const text = textOf(words)
  const lists: { list: string; end: number }[][] = words.map(() => [])
  for (const { span, of } of PHRASES.matches(text)) lists[span.start]?.push({ list: of, end: span.end })
  for (const { start, end, entry } of medicines) {
    lists[start]?.push({ list: 'medicine', end }, { list: 'pills', end })
    if (entry.class === 'blood_thinner') lists[start]?.push({ list: 'thinner', end })
  }
  return textWith(text, lists)
}
