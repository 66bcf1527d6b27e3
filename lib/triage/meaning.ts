import type { Meaning } from './meanings/table.ts'
import { Index, pattern, type Text } from './pattern.ts'
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

const index = (patterns: readonly string[]): Index<true> => {
  const made = new Index<true>()
  for (const text of patterns) for (const sequence of pattern(text).sequences) made.add(sequence, true)
  return made
}

/** Compiles one meaning's table. */
export function detector({ whole, says, unless }: Meaning): Detector {
  const wholes = new Set(
    whole
      .split(',')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  )
  const patterns = index(says)
  const against = index(unless)
  return (said) => {
    for (const text of [said.raw, said.whole, said.core]) if (wholes.has(text)) return text
    const [found] = patterns.matches(said.text)
    if (found === undefined) return undefined
    const [contrary] = against.matches(said.text)
    return contrary === undefined
      ? said.text.words
          .slice(found.span.start, found.span.end)
          .map(({ raw }) => raw)
          .join(' ')
      : undefined
  }
}
