import { section } from './made-tables.ts'
import type { Span, Text } from './pattern.ts'
import { Index } from './pattern-index.ts'
import type { Reading } from './reading.ts'
import type { MeaningName } from './tables.ts'

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
  /** The first words that say a meaning, and those that speak against it as `not <meaning>`. */
  readonly found: ReadonlyMap<string, Span>
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
    found: findIn(text),
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
const TABLES = new Index('meanings')

function findIn(text: Text): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>()
  for (const { span, of } of TABLES.matches(text)) if (!found.has(of)) found.set(of, span)
  return found
}

/** Messages that say a meaning when they say nothing else. */
const WHOLE = new Map(
  section('whole').map((line) => {
    const [meaning = '', messages = ''] = line.split('\t')
    return [meaning, new Set(messages === '' ? [] : messages.split(','))] as const
  }),
)

/** @throws Error if the tables have no such meaning */
export function detector(meaning: MeaningName): Detector {
  const wholes = WHOLE.get(meaning)
  if (wholes === undefined)
    throw new Error(`made/tables.txt: no meaning "${meaning}", has ${[...WHOLE.keys()].join(', ')}`)
  return ({ text, raw, whole, core, found }) => {
    for (const said of [raw, whole, core]) if (wholes.has(said)) return said
    const span = found.get(meaning)
    return span === undefined || found.has(`not ${meaning}`)
      ? undefined
      : text.words
          .slice(span.start, span.end)
          .map((word) => word.raw)
          .join(' ')
  }
}
