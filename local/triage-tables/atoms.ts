import type { Atom } from './pattern.ts'

const push = (map: Map<string, number[]>, key: string, atom: number): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, [atom])
  else there.push(atom)
}

/** The atoms of all tables, each once: which ones a word, a beginning or a list is named by. */
export class Atoms {
  readonly #numbers = new Map<string, number>()
  readonly #ofWord = new Map<string, number[]>()
  readonly #ofBeginning = new Map<string, number[]>()
  readonly #ofList = new Map<string, number[]>()

  numberOf({ words, beginnings, lists }: Atom): number {
    const key = `${words.join()}|${beginnings.join()}|${lists.join()}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const atom = this.#numbers.size
    this.#numbers.set(key, atom)
    for (const word of words) push(this.#ofWord, word, atom)
    for (const beginning of beginnings) push(this.#ofBeginning, beginning, atom)
    for (const list of lists) push(this.#ofList, list, atom)
    return atom
  }

  sections(): Readonly<Record<string, readonly string[]>> {
    const lines = (map: ReadonlyMap<string, readonly number[]>): readonly string[] =>
      [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, atoms]) => `${key} ${atoms.join(' ')}`)
    return {
      atoms: [String(this.#numbers.size)],
      words: lines(this.#ofWord),
      beginnings: lines(this.#ofBeginning),
      lists: lines(this.#ofList),
    }
  }
}
