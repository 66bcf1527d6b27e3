import { ATOMS, type Atom, ofBeginning, ofList, ofWord } from './lexicon.ts'
import type { Word } from './reading.ts'

/** A piece of a pattern, as local/triage-tables/pattern.ts reads it from a table: an atom, or an edge of the sentence. */
export interface Step {
  readonly atom: Atom
  readonly edge: 'part' | 'sentence' | undefined
  readonly optional: boolean
  /** Most words that may stand between this and what came before. */
  readonly gap: number
}

/** Words `start` to `end` (exclusive); `skipped` are those a gap passed over. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly skipped: readonly number[]
}

/** Where phrases of the vocabulary's lists begin: for each word, list name and end. */
export type Lists = readonly (readonly { readonly list: string; readonly end: number }[])[]

/** Words with the lists' phrases in them, and what is there at all: made once, matched against many tables. */
export interface Text {
  readonly words: readonly Word[]
  readonly lists: Lists
  /** For each word, the atoms that name it or how it begins. */
  readonly named: readonly (readonly Atom[])[]
  readonly begun: readonly (readonly Atom[])[]
  /** The atoms that are anywhere in it, a bit each. */
  readonly has: Uint8Array
}

export const hasAtom = ({ has }: Text, atom: Atom): boolean =>
  ((has[atom >> 3] ?? 0) & (1 << (atom & 7))) !== 0

function put(has: Uint8Array, atoms: readonly Atom[]): void {
  for (const atom of atoms) has[atom >> 3] = (has[atom >> 3] ?? 0) | (1 << (atom & 7))
}

/** A text in which no list has been looked for. */
export function textOf(words: readonly Word[]): Text {
  const named = words.map(({ text }) => ofWord(text))
  const begun = words.map(({ text }) => ofBeginning(text))
  const has = new Uint8Array((ATOMS >> 3) + 1)
  for (const atoms of [...new Set(named), ...begun]) put(has, atoms)
  return { words, lists: words.map(() => []), named, begun, has }
}

/** The same text with the phrases of lists that begin in it. */
export function textWith(text: Text, lists: Lists): Text {
  const has = Uint8Array.from(text.has)
  for (const list of new Set(lists.flatMap((begun) => begun.map((phrase) => phrase.list))))
    put(has, ofList(list))
  return { ...text, lists, has }
}
