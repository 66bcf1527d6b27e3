import type { Meaning } from './meanings/table.ts'
import { pattern, type Span, type Text } from './pattern.ts'
import { Index } from './pattern-index.ts'
import type { Reading } from './reading.ts'

/** Politeness that a whole message may wear. */
const POLITE = new Set(
  'please thanks ta cheers mate guys team hi hello hey sorry doc darl love bro x xx xo thumbsup smile song thankyou ty ok okay oh so well now um hmm and'.split(
    ' ',
  ),
)

/** Of these, what thanks when nothing else is said. */
const THANKFUL = new Set('thanks ta cheers thumbsup thankyou ty ok okay'.split(' '))

/** A text read once for all meanings. */
export interface Said {
  readonly text: Text
  readonly tables: { readonly found: ReadonlyMap<Meaning, Span>; readonly contrary: ReadonlySet<Meaning> }
  /** All words, spelt as the tables spell them. */
  readonly whole: string
  /** The same as written, for keywords whose letters are words too ("R"). */
  readonly raw: string
  /** Without politeness. */
  readonly core: string
}

/** "stop stop stop" says stop. */
const once = (words: readonly string[]): string =>
  new Set(words).size === 1 ? (words[0] ?? '') : words.join(' ')

export function say({ words }: Reading, text: Text): Said {
  const polite = words.filter(({ text }) => !POLITE.has(text))
  return {
    text,
    tables: findIn(text),
    whole: once(words.map(({ text }) => text)),
    raw: once(words.map(({ raw }) => raw)),
    core:
      polite.length === 0 && words.some(({ text }) => THANKFUL.has(text))
        ? 'thanks'
        : once(polite.map(({ text }) => text)),
  }
}

/** Finds the words that say a meaning, or nothing. */
export type Detector = (said: Said) => string | undefined

/** The tables of all meanings, so that one look at a text serves them all. */
const TABLES = new Index<{ readonly meaning: Meaning; readonly contrary: boolean }>()

/** What each meaning's table finds in a text: its first words, and whether something speaks against it. */
function findIn(text: Text): Said['tables'] {
  const found = new Map<Meaning, Span>()
  const contrary = new Set<Meaning>()
  for (const { span, of } of TABLES.matches(text))
    if (of.contrary) contrary.add(of.meaning)
    else if (!found.has(of.meaning)) found.set(of.meaning, span)
  return { found, contrary }
}

/** Compiles one meaning's table. */
export function detector(meaning: Meaning): Detector {
  const wholes = new Set(
    meaning.whole
      .split(',')
      .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))
      .filter((phrase) => phrase !== ''),
  )
  for (const [patterns, contrary] of [
    [meaning.says, false],
    [meaning.unless, true],
  ] as const)
    for (const text of patterns)
      for (const sequence of pattern(text).sequences) TABLES.add(sequence, { meaning, contrary })
  return ({ text, raw, whole, core, tables }) => {
    for (const said of [raw, whole, core]) if (wholes.has(said)) return said
    const span = tables.found.get(meaning)
    return span === undefined || tables.contrary.has(meaning)
      ? undefined
      : text.words
          .slice(span.start, span.end)
          .map((word) => word.raw)
          .join(' ')
  }
}
