import type { Atom, Lists, Sequence, Span, Text } from './pattern.ts'
import type { Word } from './reading.ts'

const BREAKS: ReadonlySet<string> = new Set([
  'but',
  'though',
  'except',
  'although',
  'however',
  'apart',
  'then',
])
/** Steps in which one text is matched against one index; only texts made to be slow need more. */
const MOST_STEPS = 3_000

const atEdge = (words: readonly Word[], at: number, edge: 'part' | 'sentence'): boolean =>
  edge === 'part' ? words[at - 1]?.part !== words[at]?.part : words[at - 1]?.clause !== words[at]?.clause

/** Ends of the atom's phrases at a word. */
function endsAt({ words, beginnings, lists }: Atom, text: Text, at: number): readonly number[] {
  const word = text.words[at]?.text
  if (word === undefined) return []
  const ends = words.has(word) || beginnings.some((beginning) => word.startsWith(beginning)) ? [at + 1] : []
  if (lists.length > 0)
    for (const { list, end } of text.lists[at] ?? []) if (lists.includes(list)) ends.push(end)
  return ends
}

/** What one search may still do: bounded, so that no text can make it slow. */
interface Work {
  left: number
}

/** The rest of a sequence, from a word on. */
function rest(
  sequence: Sequence,
  from: number,
  text: Text,
  at: number,
  work: Work,
): Omit<Span, 'start'> | undefined {
  const atom = sequence[from]
  if (atom === undefined) return { end: at, skipped: [] }
  if (atom.edge !== undefined)
    return atEdge(text.words, at, atom.edge) ? rest(sequence, from + 1, text, at, work) : undefined
  const { words } = text
  const clause = words[from === 0 ? at : at - 1]?.clause
  for (let place = at; place <= at + atom.gap && work.left > 0; place += 1) {
    work.left -= 1
    const word = words[place]
    if (word === undefined || (at > 0 && word.clause !== clause)) break
    for (const end of endsAt(atom, text, place)) {
      const found = rest(sequence, from + 1, text, end, work)
      if (found !== undefined)
        return { end: found.end, skipped: [...placesBetween(at, place), ...found.skipped] }
    }
    if (BREAKS.has(word.text)) break
  }
  return atom.optional ? rest(sequence, from + 1, text, at, work) : undefined
}

const placesBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset)

function matchAt(sequence: Sequence, text: Text, at: number, work: Work): Span | undefined {
  const [first] = sequence
  if (first === undefined) return undefined
  if (first.edge !== undefined) {
    const found = atEdge(text.words, at, first.edge) && rest(withoutGap(sequence.slice(1)), 0, text, at, work)
    return found ? { start: at, ...found } : undefined
  }
  for (const end of endsAt(first, text, at)) {
    const found = rest(sequence, 1, text, end, work)
    if (found !== undefined) return { start: at, ...found }
  }
  return undefined
}

const withoutGap = ([first, ...others]: Sequence): Sequence =>
  first ? [{ ...first, gap: 0 }, ...others] : []

interface Row<T> {
  readonly sequence: Sequence
  readonly of: T
  /** Atoms that a text must have for it, by number. */
  readonly needs: readonly number[]
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else there.push(value)
}

const BEGINNING = 3

/** Sequences by what they begin with, so that each word tries only those that may start there. */
export class Index<T> {
  private readonly byWord = new Map<string, Row<T>[]>()
  private readonly byBeginning = new Map<string, Row<T>[]>()
  private readonly byList = new Map<string, Row<T>[]>()
  /** Atoms that are alike count once: which ones a word, a beginning or a list satisfies. */
  private readonly atoms = new Map<string, number>()
  private readonly ofWord = new Map<string, number[]>()
  private readonly ofBeginning = new Map<string, { readonly beginning: string; readonly atom: number }[]>()
  private readonly ofList = new Map<string, number[]>()

  add(sequence: Sequence, of: T): void {
    const leadAt = sequence.findIndex(({ edge }) => edge === undefined)
    const lead = sequence[leadAt]
    if (lead === undefined) return
    if (lead.optional) this.add(sequence.toSpliced(leadAt, 1), of)
    const needs = sequence
      .filter(({ optional, edge }) => !optional && edge === undefined)
      .map((atom) => this.numberOf(atom))
    const row = { sequence, of, needs }
    for (const word of lead.words) push(this.byWord, word, row)
    for (const beginning of lead.beginnings) push(this.byBeginning, beginning.slice(0, BEGINNING), row)
    for (const list of lead.lists) push(this.byList, list, row)
  }

  private numberOf({ words, beginnings, lists }: Atom): number {
    const key = `${[...words].join()}|${beginnings.join()}|${lists.join()}`
    const known = this.atoms.get(key)
    if (known !== undefined) return known
    const atom = this.atoms.size
    this.atoms.set(key, atom)
    for (const word of words) push(this.ofWord, word, atom)
    for (const beginning of beginnings)
      push(this.ofBeginning, beginning.slice(0, BEGINNING), { beginning, atom })
    for (const list of lists) push(this.ofList, list, atom)
    return atom
  }

  /** Which atoms a text has, so that most sequences need not be tried. */
  private atomsIn({ has, hasList }: Text): Uint8Array {
    const present = new Uint8Array(this.atoms.size)
    for (const word of has) {
      for (const atom of this.ofWord.get(word) ?? []) present[atom] = 1
      for (const { beginning, atom } of this.ofBeginning.get(word.slice(0, BEGINNING)) ?? [])
        if (word.startsWith(beginning)) present[atom] = 1
    }
    for (const list of hasList) for (const atom of this.ofList.get(list) ?? []) present[atom] = 1
    return present
  }

  /** Places at which a sequence matches, in the order of the words; in a text made to be slow, the first of them. */
  *matches(text: Text): Generator<{ readonly span: Span; readonly of: T }> {
    const present = this.atomsIn(text)
    const possible = ({ needs }: Row<T>): boolean => needs.every((atom) => present[atom] === 1)
    const work = { left: MOST_STEPS }
    const byWord = remembered((word: string) =>
      [...(this.byWord.get(word) ?? []), ...(this.byBeginning.get(word.slice(0, BEGINNING)) ?? [])].filter(
        possible,
      ),
    )
    const byList = remembered((list: string) => (this.byList.get(list) ?? []).filter(possible))
    for (const [at, { text: word }] of text.words.entries())
      for (const tried of [byWord(word), ...listsAt(text.lists, at).map(byList)])
        for (const { sequence, of } of tried) {
          work.left -= 1
          if (work.left <= 0) return
          const span = matchAt(sequence, text, at, work)
          if (span !== undefined) yield { span, of }
        }
  }
}

const listsAt = (lists: Lists, at: number): readonly string[] => {
  const begun = lists[at] ?? []
  return begun.length < 2 ? begun.map(({ list }) => list) : [...new Set(begun.map(({ list }) => list))]
}

/** The same question of the same word is answered once a text. */
function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = work(key)
    known.set(key, answer)
    return answer
  }
}
