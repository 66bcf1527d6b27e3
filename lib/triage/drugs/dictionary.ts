import type { DrugClass } from '../finding.ts'
import { section } from '../made-tables.ts'

/** A name of the dictionary, as words of a reading. */
export interface Entry {
  readonly name: string
  readonly ingredient: string
  readonly class: DrugClass
  readonly words: readonly string[]
  /** Countries where the name is used so; everywhere if not given. */
  readonly countries?: readonly string[]
}

/** Strictest first: of several medicines in a text, this one is answered. */
const STRICTEST_FIRST = [
  'nsaid',
  'nsaid_topical',
  'aspirin',
  'blood_thinner',
  'steroid',
  'unknown',
  'ask',
  'paracetamol',
] as const satisfies readonly DrugClass[]

export const isUsedIn = ({ countries }: Entry, country: string): boolean =>
  countries?.includes(country) ?? true

export const strictness = (drugClass: DrugClass): number => STRICTEST_FIRST.indexOf(drugClass)

/** Anti-inflammatories, aspirin among them. */
export const isNsaid = (drugClass: DrugClass): boolean => strictness(drugClass) <= strictness('aspirin')

/** @throws Error for a class that the service has no answer to */
function entryIn(line: string): Entry {
  const [named, ingredient = '', name = '', words = '', countries = ''] = line.split('\t')
  const drugClass = STRICTEST_FIRST.find((known) => known === named)
  if (drugClass === undefined)
    throw new Error(`made/tables.txt: class "${named}" of ${name}, expected ${STRICTEST_FIRST.join(', ')}`)
  return {
    name,
    ingredient,
    class: drugClass,
    words: words.split(' '),
    ...(countries && { countries: countries.split(' ') }),
  }
}

/** Names first, then nicknames. */
export const ENTRIES: readonly Entry[] = section('medicines').map(entryIn)

/** Names by their first word, longest first. */
export const BY_FIRST_WORD: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(
  ENTRIES.toSorted((a, b) => b.words.length - a.words.length),
  ({ words: [first = ''] }) => first,
)
