import { EMOJI } from './emoji.ts'
import { meantBy } from './misspelt.ts'
import { SPELLING } from './spelling.ts'

/** A word as the tables spell it, and where it stands. */
export interface Word {
  readonly text: string
  /** As written, for the reason given to staff. */
  readonly raw: string
  /** Sentence it is in; full stops, question marks and new lines end one. */
  readonly clause: number
  /** Part of a sentence between commas, counted over the whole text. */
  readonly part: number
}

export interface Reading {
  readonly words: readonly Word[]
  /** All lower case, plain quotes removed, pictures as words: for numbers and signs between them. */
  readonly plain: string
  readonly asks: boolean
  /** Nothing of it was left out for its length. */
  readonly isWhole: boolean
}

/** A joined text has at most 1,600 characters; of anything longer, beginning and end are read. */
const HEAD = 1_600
const TAIL = 400
/** Words read of a text, from its beginning and its end: what keeps the slowest text under a few ms. */
const FIRST_WORDS = 100
const LAST_WORDS = 40

/** "leg's numb", "mum's tablets"; pronouns keep their s: "its", "shes". */
const OWNS =
  /\b(?!(?:it|that|he|she|there|what|who|how|where|here|let|when|why|this)['’‘`´]s)(\p{L}{3,})['’‘`´]s\b/gu

const PICTURES = Object.entries(EMOJI)
const SEEN = /\p{L}[\p{L}\p{M}]*|\d+(?:[.:]\d+)?|[.!?;\n\r:,()]|[-–—] |\.{2,}|[^\s]/gu
const ENDS = new Set(['.', '!', '?', ';', '\n', '\r', ':', '...', '..'])
const PAUSES = new Set([',', '(', ')', '- ', '– ', '— '])
const WORD = /^[\p{L}\d]/u

/** A text that begins so is a question, with or without its mark. */
const ASKING = new Set(
  'can could should is are do does will would what whats when how may which why'.split(' '),
)

const shorten = (text: string): string =>
  text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`

/** "stoppp" and "noooo": no English word has three of a letter in a row. */
const unstretched = (word: string): string => word.replace(/(\p{L})\1{2,}/gu, '$1')

const folded = (word: string): string => SPELLING.get(word) ?? meantBy(word) ?? word

function plain(text: string): string {
  const lower = shorten(text)
    .replaceAll(/(\d) ?½/g, '$1.5')
    .normalize('NFKC')
    .slice(0, HEAD + TAIL + 1)
    .toLowerCase()
    .replaceAll(/\uFE0E|\uFE0F|\u20E3|\u200D|[\u{1F3FB}-\u{1F3FF}]/gu, '')
    .replaceAll(/\bod['’]d\b/g, 'overdosed')
    .replaceAll(OWNS, '$1')
    .replaceAll(/['’‘`´]/g, '')
  return PICTURES.reduce((words, [picture, meaning]) => words.replaceAll(picture, ` ${meaning} `), lower)
}

/** Reads any text as words in clauses. Linear in its length. */
export function read(text: string): Reading {
  const line = plain(text)
  const words: Word[] = []
  let clause = 0
  let part = 0
  for (const [seen] of line.matchAll(SEEN)) {
    if (WORD.test(seen)) {
      words.push({ text: folded(unstretched(seen)), raw: seen, clause, part })
    } else if (ENDS.has(seen) || seen.startsWith('..')) {
      clause += 1
      part += 1
    } else if (PAUSES.has(seen)) part += 1
    else if (seen === '&' || seen === '+') words.push({ text: 'and', raw: seen, clause, part })
  }
  return {
    words:
      words.length <= FIRST_WORDS + LAST_WORDS
        ? words
        : [...words.slice(0, FIRST_WORDS), ...words.slice(-LAST_WORDS)],
    plain: line,
    isWhole: text.length <= HEAD + TAIL && words.length <= FIRST_WORDS + LAST_WORDS,
    asks: line.includes('?') || ASKING.has(words[0]?.text ?? ''),
  }
}
