/** Where an n-gram's weight stands, and how much of it the text has. */
export interface Feature {
  readonly bucket: number
  readonly share: number
  /** Place of the word it was found in. */
  readonly word: number
}

/** N-grams are hashed into this many buckets: no vocabulary is kept, and few share one that mean different things. */
export const BUCKETS = 2 ** 18

/** Pieces of 3 to 5 letters see through spelling, inflection and words run together. */
const SHORTEST = 3
const LONGEST = 5
/** Whole words and pairs weigh as much as all their pieces twice over. */
const WHOLE_WORDS = 2

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function bucketOf(gram: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % BUCKETS
}

function* piecesOf(word: string): Generator<string> {
  const padded = ` ${word} `
  for (let length = SHORTEST; length <= LONGEST; length += 1)
    for (let from = 0; from + length <= padded.length; from += 1) yield padded.slice(from, from + length)
}

function* wholesOf(words: readonly string[], at: number): Generator<string> {
  const word = words[at] ?? ''
  yield `=${word}`
  yield `=${words[at - 1] ?? ''}=${word}`
}

/** Each bucket once, at the first word that has it; shares of all together have length `weight`. */
function spread(grams: Iterable<{ gram: string; word: number }>, weight: number): readonly Feature[] {
  const firstWord = new Map<number, number>()
  for (const { gram, word } of grams) {
    const bucket = bucketOf(gram)
    if (!firstWord.has(bucket)) firstWord.set(bucket, word)
  }
  const share = weight / Math.sqrt(firstWord.size)
  return [...firstWord].map(([bucket, word]) => ({ bucket, share, word }))
}

function* at(words: readonly string[], grams: (word: number) => Iterable<string>) {
  for (const word of words.keys()) for (const gram of grams(word)) yield { gram, word }
}

/** What the second reader sees of a text's words: pieces of words, words and pairs of neighbours. Numbers are alike. */
export function nGrams(words: readonly string[]): readonly Feature[] {
  const plain = words.map((word) => word.replaceAll(/\d/g, '0'))
  return [
    ...spread(
      at(plain, (word) => piecesOf(plain[word] ?? '')),
      1,
    ),
    ...spread(
      at(plain, (word) => wholesOf(plain, word)),
      WHOLE_WORDS,
    ),
  ]
}
