import { section } from './made-tables.ts'

/** An atom of the tables: one piece of a pattern, such as `cant/wont`, by number. Patterns share those that are alike. */
export type Atom = number

/** How many there are. */
export const ATOMS = Number(section('atoms')[0])

const NONE: readonly Atom[] = []

function entries(name: string): readonly (readonly [key: string, atoms: string])[] {
  return section(name).map((line) => {
    const at = line.indexOf(' ')
    return [line.slice(0, at), line.slice(at + 1)]
  })
}

const numbersIn = (atoms: string): readonly Atom[] => atoms.split(' ').map(Number)

/** Numbers are read when a key is first met: of all words a process meets some hundreds. */
function lookUp(name: string): (key: string) => readonly Atom[] {
  const written = new Map(entries(name))
  const read = new Map<string, readonly Atom[]>()
  return (key) => {
    const known = read.get(key)
    if (known !== undefined) return known
    const atoms = written.get(key)
    if (atoms === undefined) return NONE
    const found = numbersIn(atoms)
    read.set(key, found)
    return found
  }
}

/** Atoms that name a word, and those that name a list. */
export const ofWord = lookUp('words')
export const ofList = lookUp('lists')

const BY_FIRST_LETTER = Map.groupBy(
  entries('beginnings').map(([beginning, atoms]) => ({ beginning, atoms: numbersIn(atoms) })),
  ({ beginning }) => beginning.charAt(0),
)

/** Atoms that name how a word begins. */
export const ofBeginning = (word: string): readonly Atom[] =>
  (BY_FIRST_LETTER.get(word.charAt(0)) ?? [])
    .filter(({ beginning }) => word.startsWith(beginning))
    .flatMap(({ atoms }) => atoms)
