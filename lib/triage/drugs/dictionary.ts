import { DRUGS } from '../data/drugs.ts'
import type { DrugClass } from '../finding.ts'
import { read } from '../reading.ts'
import { NICKNAMES } from './nicknames.ts'

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

const wordsOf = (name: string): readonly string[] => read(name).words.map(({ text }) => text)
const isDrugClass = (name: string): name is DrugClass => STRICTEST_FIRST.some((known) => known === name)

function entries(): readonly Entry[] {
  return Object.entries(DRUGS).flatMap(([drugClass, byIngredient]) =>
    Object.entries(byIngredient).flatMap(([ingredient, names]) =>
      names.split('|').flatMap((stored) => {
        const [name = '', countries] = stored.split('@')
        return isDrugClass(drugClass)
          ? [
              {
                name,
                ingredient,
                class: drugClass,
                words: wordsOf(name),
                ...(countries && { countries: countries.split(';') }),
              },
            ]
          : []
      }),
    ),
  )
}

function nicknames(known: readonly Entry[]): readonly Entry[] {
  const byName = new Map(known.map((entry) => [entry.name.toLowerCase(), entry]))
  return Object.entries(NICKNAMES).flatMap(([name, called]) => {
    const entry = byName.get(name.toLowerCase())
    return entry ? called.split(', ').map((nickname) => ({ ...entry, words: wordsOf(nickname) })) : []
  })
}

const NAMED = entries()
export const ENTRIES: readonly Entry[] = [...NAMED, ...nicknames(NAMED)]

function byFirstWord(): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>()
  for (const entry of ENTRIES) {
    const first = entry.words[0] ?? ''
    map.set(
      first,
      [...(map.get(first) ?? []), entry].sort((a, b) => b.words.length - a.words.length),
    )
  }
  return map
}

/** Names by their first word, longest first. */
export const BY_FIRST_WORD = byFirstWord()
