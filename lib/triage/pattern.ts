import type { Word } from './reading.ts'

/**
 * The little language of the tables. Words stand as the spelling table folds them.
 *
 *   cant feel          these words in a row
 *   bum/bottom         either
 *   infect*            a word that begins so
 *   @saddle            any phrase of that list of the vocabulary
 *   the?               may be there
 *   numb .. @saddle    up to four words between, in the same sentence, not across "but"
 *   ^ and $            where a sentence, or its part between commas, begins and ends
 *   < and >            where a sentence begins and ends
 *   fever + shak*      both in one sentence, in any order
 *   calf & chest       both anywhere in the text
 */
interface Atom {
  readonly words: ReadonlySet<string>
  readonly beginnings: readonly string[]
  readonly lists: readonly string[]
  readonly edge?: 'part' | 'sentence'
  readonly optional: boolean
  /** Most words that may stand between this and what came before. */
  readonly gap: number
}

export type Sequence = readonly Atom[]

export interface Pattern {
  readonly text: string
  readonly sequences: readonly Sequence[]
  readonly together: 'sentence' | 'text'
}

/** Words `start` to `end` (exclusive); `skipped` are those a gap passed over. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly skipped: readonly number[]
}

/** Where phrases of the vocabulary's lists begin: for each word, list name and end. */
export type Lists = readonly (readonly { readonly list: string; readonly end: number }[])[]

const GAP = 4
const BREAKS: ReadonlySet<string> = new Set([
  'but',
  'though',
  'except',
  'although',
  'however',
  'apart',
  'then',
])

const EDGES: Readonly<Record<string, { readonly edge: 'part' | 'sentence' }>> = {
  '^': { edge: 'part' },
  $: { edge: 'part' },
  '<': { edge: 'sentence' },
  '>': { edge: 'sentence' },
}
const edge = (text: string) => EDGES[text] ?? {}

function atom(text: string, gap: number): Atom {
  const optional = text.endsWith('?')
  const choices = (optional ? text.slice(0, -1) : text).split('/')
  return {
    words: new Set(choices.filter((choice) => !choice.endsWith('*') && !choice.startsWith('@'))),
    beginnings: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
    lists: choices.filter((choice) => choice.startsWith('@')).map((choice) => choice.slice(1)),
    ...edge(text),
    optional,
    gap,
  }
}

export function sequence(text: string): Sequence {
  const atoms: Atom[] = []
  let gap = 0
  for (const piece of text.trim().split(/\s+/)) {
    if (piece === '..') gap = GAP
    else {
      atoms.push(atom(piece, gap))
      gap = 0
    }
  }
  return atoms
}

export function pattern(text: string): Pattern {
  const together = text.includes(' & ') ? 'text' : 'sentence'
  return { text, together, sequences: text.split(together === 'text' ? ' & ' : ' + ').map(sequence) }
}

const atEdge = (words: readonly Word[], at: number, edge: 'part' | 'sentence'): boolean =>
  edge === 'part' ? words[at - 1]?.part !== words[at]?.part : words[at - 1]?.clause !== words[at]?.clause

/** Ends of the atom's phrases at a word. */
function* endsAt({ words, beginnings, lists }: Atom, text: readonly Word[], inLists: Lists, at: number) {
  const word = text[at]?.text
  if (word === undefined) return
  if (words.has(word) || beginnings.some((beginning) => word.startsWith(beginning))) yield at + 1
  if (lists.length > 0) for (const { list, end } of inLists[at] ?? []) if (lists.includes(list)) yield end
}

/** The rest of a sequence, from a word on. Bounded: a gap tries at most five places. */
function rest(
  sequence: Sequence,
  from: number,
  words: readonly Word[],
  lists: Lists,
  at: number,
  skipped: readonly number[],
): Omit<Span, 'start'> | undefined {
  const atom = sequence[from]
  if (atom === undefined) return { end: at, skipped }
  if (atom.edge !== undefined)
    return atEdge(words, at, atom.edge) ? rest(sequence, from + 1, words, lists, at, skipped) : undefined
  const clause = words[at - 1]?.clause
  const passed = [...skipped]
  for (let place = at; place <= at + atom.gap; place += 1) {
    const word = words[place]
    if (word === undefined || (at > 0 && word.clause !== clause)) break
    for (const end of endsAt(atom, words, lists, place)) {
      const found = rest(sequence, from + 1, words, lists, end, passed)
      if (found !== undefined) return found
    }
    if (BREAKS.has(word.text)) break
    passed.push(place)
  }
  return atom.optional ? rest(sequence, from + 1, words, lists, at, skipped) : undefined
}

function matchAt(sequence: Sequence, words: readonly Word[], lists: Lists, at: number): Span | undefined {
  const [first] = sequence
  if (first === undefined) return undefined
  if (first.edge !== undefined) {
    const found =
      atEdge(words, at, first.edge) && rest(withoutGap(sequence.slice(1)), 0, words, lists, at, [])
    return found ? { start: at, ...found } : undefined
  }
  for (const end of endsAt(first, words, lists, at)) {
    const found = rest(sequence, 1, words, lists, end, [])
    if (found !== undefined) return { start: at, ...found }
  }
  return undefined
}

const withoutGap = ([first, ...others]: Sequence): Sequence =>
  first ? [{ ...first, gap: 0 }, ...others] : []

/** Sequences by what they begin with, so that each word tries only those that may start there. */
export class Index<T> {
  private readonly byWord = new Map<string, { sequence: Sequence; of: T }[]>()
  private readonly byBeginning = new Map<string, { sequence: Sequence; of: T }[]>()
  private readonly byList = new Map<string, { sequence: Sequence; of: T }[]>()

  add(sequence: Sequence, of: T): void {
    const leadAt = sequence.findIndex(({ edge }) => edge === undefined)
    const lead = sequence[leadAt]
    if (lead === undefined) return
    if (lead.optional) this.add(sequence.toSpliced(leadAt, 1), of)
    const put = (map: Map<string, { sequence: Sequence; of: T }[]>, key: string) => {
      const there = map.get(key)
      if (there === undefined) map.set(key, [{ sequence, of }])
      else there.push({ sequence, of })
    }
    for (const word of lead.words) put(this.byWord, word)
    for (const beginning of lead.beginnings) put(this.byBeginning, beginning.slice(0, 3))
    for (const list of lead.lists) put(this.byList, list)
  }

  /** Every place at which a sequence matches, in the order of the words. */
  *matches(words: readonly Word[], lists: Lists): Generator<{ readonly span: Span; readonly of: T }> {
    const possible = possibleIn(words, lists)
    for (const [at, { text }] of words.entries()) {
      const begun = new Set(lists[at]?.map(({ list }) => list))
      const tried = [
        ...(this.byWord.get(text) ?? []),
        ...(this.byBeginning.get(text.slice(0, 3)) ?? []),
        ...[...begun].flatMap((list) => this.byList.get(list) ?? []),
      ]
      for (const { sequence, of } of tried) {
        const span = possible(sequence) ? matchAt(sequence, words, lists, at) : undefined
        if (span !== undefined) yield { span, of }
      }
    }
  }
}

/** Whether a text has something for each atom of a sequence: worked out once, so that long texts stay quick. */
function possibleIn(words: readonly Word[], lists: Lists): (sequence: Sequence) => boolean {
  const there = new Set(words.map(({ text }) => text))
  const listsThere = new Set(lists.flatMap((begun) => begun.map(({ list }) => list)))
  const isThere = ({ words: choices, beginnings, lists: named, edge, optional }: Atom): boolean =>
    optional ||
    edge !== undefined ||
    [...choices].some((word) => there.has(word)) ||
    named.some((list) => listsThere.has(list)) ||
    beginnings.some((beginning) => [...there].some((word) => word.startsWith(beginning)))
  const known = new Map<Sequence, boolean>()
  return (sequence) => {
    const possible = known.get(sequence) ?? sequence.every(isThere)
    known.set(sequence, possible)
    return possible
  }
}
