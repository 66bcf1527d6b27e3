import { type Atom, ofList } from './lexicon.ts'
import { section } from './made-tables.ts'
import { hasAtom, type Lists, type Span, type Step, type Text } from './pattern.ts'
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
function endsAt(atom: Atom, text: Text, at: number): readonly number[] {
  const isThere = text.named[at]?.includes(atom) || text.begun[at]?.includes(atom)
  const ends = isThere ? [at + 1] : []
  for (const { list, end } of text.lists[at] ?? []) if (ofList(list).includes(atom)) ends.push(end)
  return ends
}

/** What one search may still do: bounded, so that no text can make it slow. */
interface Work {
  left: number
}

/** The rest of a sequence, from a word on. */
function rest(
  steps: readonly Step[],
  from: number,
  text: Text,
  at: number,
  work: Work,
): Omit<Span, 'start'> | undefined {
  const step = steps[from]
  if (step === undefined) return { end: at, skipped: [] }
  if (step.edge !== undefined)
    return atEdge(text.words, at, step.edge) ? rest(steps, from + 1, text, at, work) : undefined
  const { words } = text
  const clause = words[from === 0 ? at : at - 1]?.clause
  for (let place = at; place <= at + step.gap && work.left > 0; place += 1) {
    work.left -= 1
    const word = words[place]
    if (word === undefined || (at > 0 && word.clause !== clause)) break
    for (const end of endsAt(step.atom, text, place)) {
      const found = rest(steps, from + 1, text, end, work)
      if (found !== undefined)
        return { end: found.end, skipped: [...placesBetween(at, place), ...found.skipped] }
    }
    if (BREAKS.has(word.text)) break
  }
  return step.optional ? rest(steps, from + 1, text, at, work) : undefined
}

const placesBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, offset) => from + offset)

function matchAt({ edge, steps }: Row, text: Text, at: number, work: Work): Span | undefined {
  const [first] = steps
  if (first === undefined) return undefined
  if (edge !== undefined) {
    const found = atEdge(text.words, at, edge) && rest(steps, 0, text, at, work)
    return found ? { start: at, ...found } : undefined
  }
  for (const end of endsAt(first.atom, text, at)) {
    const found = rest(steps, 1, text, end, work)
    if (found !== undefined) return { start: at, ...found }
  }
  return undefined
}

/** A sequence of a table, and what it says. */
interface Row {
  readonly of: string
  /** At which it must begin. */
  readonly edge: Step['edge']
  readonly steps: readonly Step[]
  /** Atoms that a text must have for it, beside the one it begins with. */
  readonly needs: readonly Atom[]
}

const EDGES: Readonly<Record<string, Step['edge']>> = { '^': 'part', '<': 'sentence' }

/** `57:4?`: atom 57 after up to four words, or nothing. */
function stepIn(text: string): Step {
  const edge = EDGES[text]
  if (edge !== undefined) return { atom: -1, edge, optional: false, gap: 0 }
  const [atom = -1, gap = 0] = text.replace('?', '').split(':').map(Number)
  return { atom, edge, optional: text.endsWith('?'), gap }
}

function rowIn(line: string): Row {
  const [, of = '', written = ''] = line.split('\t')
  const [first, ...others] = written.split(' ').map(stepIn)
  const edge = first?.edge
  return {
    of,
    edge,
    steps: first === undefined || edge !== undefined ? others : [first, ...others],
    needs: others.filter((step) => !step.optional && step.edge === undefined).map(({ atom }) => atom),
  }
}

/** A table, by the atoms that its sequences begin with: each word tries only those that may start there. */
export class Index {
  readonly #byLead = new Map<Atom, number[]>()
  /** Rows are read when a text first needs one. */
  readonly #row: (number: number) => Row
  readonly #ledBy: (atoms: readonly Atom[]) => readonly Row[]

  constructor(table: string) {
    const lines = section(table)
    for (const [number, line] of lines.entries()) {
      const lead = Number(line.slice(0, line.indexOf('\t')))
      const there = this.#byLead.get(lead)
      if (there === undefined) this.#byLead.set(lead, [number])
      else there.push(number)
    }
    this.#row = remembered((number) => rowIn(lines[number] ?? ''))
    this.#ledBy = remembered((atoms) => this.#rowsLedBy(atoms))
  }

  /** In the order of the table. */
  #rowsLedBy(atoms: readonly Atom[]): readonly Row[] {
    const numbers = atoms.flatMap((atom) => this.#byLead.get(atom) ?? [])
    return numbers.sort((a, b) => a - b).map(this.#row)
  }

  /** Places at which a sequence matches, in the order of the words; in a text made to be slow, the first of them. */
  *matches(text: Text): Generator<{ readonly span: Span; readonly of: string }> {
    const work = { left: MOST_STEPS }
    const possible = ({ needs }: Row): boolean => needs.every((atom) => hasAtom(text, atom))
    const led = remembered((atoms: readonly Atom[]) => this.#ledBy(atoms).filter(possible))
    for (let at = 0; at < text.words.length; at += 1) {
      const named = text.named[at] ?? []
      const begun = text.begun[at] ?? []
      const lists = text.lists[at] ?? []
      const rows =
        begun.length === 0 && lists.length === 0
          ? led(named)
          : [
              ...led(named),
              ...this.#rowsLedBy(begun).filter(possible),
              ...namesOf(lists).flatMap((list) => led(ofList(list))),
            ]
      for (const row of rows) {
        work.left -= 1
        if (work.left <= 0) return
        const span = matchAt(row, text, at, work)
        if (span !== undefined) yield { span, of: row.of }
      }
    }
  }
}

const namesOf = (begun: Lists[number]): readonly string[] =>
  begun.length < 2 ? begun.map(({ list }) => list) : [...new Set(begun.map(({ list }) => list))]

/** The same question is answered once. */
function remembered<K, T>(work: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const answer = work(key)
    known.set(key, answer)
    return answer
  }
}
